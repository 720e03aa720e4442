// What `db verify` asks of the registry: does the book agree with everything derived from it?
import { Injectable } from '@nestjs/common';
import type { Reads } from '#platform';
import { type Finding, VerifyStore } from '../data/verify.store';
import { VerifyNames } from './search/verify-names';

@Injectable()
export class RegistryVerify {
  constructor(
    private readonly store: VerifyStore,
    private readonly names: VerifyNames,
  ) {}

  /** Empty when the registry is sound; claims, states and the index of names are recomputed from the filings. */
  async verify(on: Reads): Promise<Finding[]> {
    return [...(await this.store.findings(on)), ...(await this.names.verify(on))];
  }
}
