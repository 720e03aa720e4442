// Judges the invoices of a delivery against who uploads them and whom the platform knows.
import { Injectable } from '@nestjs/common';
import { Organisations } from '#parties';
import type { Tx } from '#platform';
import { type Candidate, judge, type Judged } from '../../domain/intake';
import { judgePayable, type JudgedPayable } from '../../domain/payables/payable';
import { chunksOf } from '../chunks';

@Injectable()
export class JudgeInvoices {
  constructor(private readonly organisations: Organisations) {}

  /** One verdict per invoice, in order. */
  async judge(tx: Tx, supplierId: string, candidates: readonly Candidate[]): Promise<Judged[]> {
    return this.each(tx, candidates, (candidate, known) => judge(candidate, supplierId, known));
  }

  /** The same of what a debtor owes. */
  async judgePayables(tx: Tx, debtorId: string, candidates: readonly Candidate[]): Promise<JudgedPayable[]> {
    return this.each(tx, candidates, (candidate, known) => judgePayable(candidate, debtorId, known));
  }

  private async each<T>(
    tx: Tx,
    candidates: readonly Candidate[],
    verdict: (candidate: Candidate, known: ReadonlyMap<string, string>) => T,
  ): Promise<T[]> {
    const judged: T[] = [];
    for (const chunk of chunksOf(candidates)) {
      const values = chunk.flatMap(({ status, sellerIds, buyerIds }) =>
        status === 'refused' ? [] : [...sellerIds, ...buyerIds],
      );
      const found = await this.organisations.byIdentifierValues(tx, [...new Set(values)]);
      const known = new Map([...found].map(([value, { id }]) => [value, id]));
      for (const candidate of chunk) judged.push(verdict(candidate, known));
    }
    return judged;
  }
}
