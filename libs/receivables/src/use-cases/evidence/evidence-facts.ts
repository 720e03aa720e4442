// What others know that bears on a confirmation: what debtor and supplier have in common, and what the tax bureau says.
import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import type { SharedTrace, TaxCheck } from '../../domain/confirmation/evidence';
import type { Receivable } from '../../domain/receivable';

@Injectable()
export class EvidenceFacts {
  /** What the two parties of each receivable share though they should be strangers; by receivable. */
  shared(_tx: Tx, _receivables: readonly Receivable[]): Promise<Map<string, readonly SharedTrace[]>> {
    return Promise.resolve(new Map());
  }

  /** The newest check with the tax bureau; by receivable, where there is one. */
  taxChecks(_tx: Tx, _receivables: readonly Receivable[]): Promise<Map<string, TaxCheck>> {
    return Promise.resolve(new Map());
  }
}
