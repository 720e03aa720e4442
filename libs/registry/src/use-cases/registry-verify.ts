// What `db verify` asks of the registry: does the book agree with everything derived from it?
import { Injectable } from '@nestjs/common';
import type { Reads } from '#platform';
import { type Finding, VerifyStore } from '../data/verify.store';

@Injectable()
export class RegistryVerify {
  constructor(private readonly store: VerifyStore) {}

  /** Empty when the registry is sound; claims and states are recomputed from the filings. */
  verify(on: Reads): Promise<Finding[]> {
    return this.store.findings(on);
  }
}
