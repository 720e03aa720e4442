// Judges the invoices of a delivery against who uploads them, whose mandates it has, and whom the platform knows.
import { Injectable } from '@nestjs/common';
import { Mandates, Organisations } from '#parties';
import type { Tx } from '#platform';
import { type Candidate, judge, type Judged } from '../../domain/intake';
import { chunksOf } from '../chunks';

@Injectable()
export class JudgeInvoices {
  constructor(
    private readonly organisations: Organisations,
    private readonly mandates: Mandates,
  ) {}

  /** One verdict per invoice, in order. */
  async judge(tx: Tx, uploaderId: string, candidates: readonly Candidate[]): Promise<Judged[]> {
    const judged: Judged[] = [];
    for (const chunk of chunksOf(candidates)) {
      const values = chunk.flatMap(({ status, sellerIds, buyerIds }) =>
        status === 'refused' ? [] : [...sellerIds, ...buyerIds],
      );
      const found = await this.organisations.byIdentifierValues(tx, [...new Set(values)]);
      const known = new Map([...found].map(([value, { id }]) => [value, id]));
      const sellers = chunk.flatMap(({ sellerIds }) => sellerIds.flatMap((value) => known.get(value) ?? []));
      const others = [...new Set(sellers)].filter((id) => id !== uploaderId);
      const uploader = { id: uploaderId, mandates: await this.mandates.hold(tx, uploaderId, others) };
      for (const candidate of chunk) judged.push(judge(candidate, uploader, known));
    }
    return judged;
  }
}
