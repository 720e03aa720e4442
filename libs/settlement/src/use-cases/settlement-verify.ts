// What `db verify` asks of settlement: do its books agree with everything derived from them?
import { Injectable } from '@nestjs/common';
import type { Reads } from '#platform';
import { type Finding, VerifyStore } from '../data/verify.store';

@Injectable()
export class SettlementVerify {
  constructor(private readonly store: VerifyStore) {}

  verify(on: Reads): Promise<Finding[]> {
    return this.store.findings(on);
  }
}
