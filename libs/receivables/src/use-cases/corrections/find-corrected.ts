// Which receivable a credit note corrects: the one whose number it states; else the only one of its party, amount and time.
import { Injectable } from '@nestjs/common';
import { plainCode } from '#documents';
import { addDays } from '#kernel';
import type { Tx } from '#platform';
import { ComparedStore } from '../../data/compared.store';
import { InvoiceClaimStore } from '../../data/invoice-claim.store';
import type { CorrectionBasis, CorrectionWanted } from '../../domain/correction';
import { claimKeyOf } from '../../domain/receivable';

export interface Corrected {
  readonly basis: CorrectionBasis;
  /** In the order in which the correction names them; another tenant's may be among them. */
  readonly receivableIds: readonly string[];
}

/** A credit note without a reference corrects an invoice of at most so many days before. */
const CREDIT_DAYS = 366;

@Injectable()
export class FindCorrected {
  constructor(
    private readonly claims: InvoiceClaimStore,
    private readonly compared: ComparedStore,
  ) {}

  /** One answer per correction, in order. */
  async find(
    tx: Tx,
    supplierId: string,
    wanted: readonly { readonly correcting: CorrectionWanted }[],
  ): Promise<Corrected[]> {
    const keys = wanted.map(({ correcting }) => keysWanted(correcting, supplierId));
    const holders = await this.claims.holders(tx, keys.flat());
    const byReference = keys.map((own) => [...new Set(own.flatMap((key) => holders.get(key) ?? []))]);
    const unnamed = wanted.flatMap(({ correcting }, index) =>
      keys[index]?.length === 0 ? [{ correcting, index }] : [],
    );
    const byAmount = await this.compared.creditable(
      tx,
      unnamed.map(({ correcting: { debtorId, amount, issueDate } }) => ({
        ...{ supplierId, debtorId, amount: amount.amount, currency: amount.currency },
        from: addDays(issueDate, -CREDIT_DAYS),
        to: issueDate,
      })),
    );
    const guessed = new Map(unnamed.map(({ index }, place) => [index, byAmount.get(place)]));
    return wanted.map(({ correcting }, index): Corrected => {
      const id = guessed.get(index);
      if (id !== undefined) return { basis: 'party_and_amount', receivableIds: [id] };
      const basis = correcting.kind === 'reversal' ? 'own_number' : 'reference';
      return { basis, receivableIds: byReference[index] ?? [] };
    });
  }
}

/** The claim keys under which an invoice of this number may have been registered. */
export function keysWanted({ kind, key, preceding }: CorrectionWanted, supplierId: string): string[] {
  if (kind === 'reversal') return [claimKeyOf({ supplierId, invoiceKey: key })];
  return preceding.map(plainCode).flatMap((number) => {
    if (number === '') return [];
    return [`S:${supplierId}:${number}`, `D:${number}`, `L:${number}`];
  });
}
