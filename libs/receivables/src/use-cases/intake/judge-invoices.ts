// Judges the invoices of a delivery against who uploads them, whose mandates it has, and whom the platform knows.
import { Injectable } from '@nestjs/common';
import { Mandates, Organisations } from '#parties';
import type { Tx } from '#platform';
import { type Candidate, judge, type Judged } from '../../domain/intake';
import { judgePayable, type JudgedPayable } from '../../domain/payables/payable';
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
      const known = await this.knownAmong(tx, chunk);
      const sellers = chunk.flatMap(({ sellerIds }) => sellerIds.flatMap((value) => known.get(value) ?? []));
      const others = [...new Set(sellers)].filter((id) => id !== uploaderId);
      const uploader = { id: uploaderId, mandates: await this.mandates.hold(tx, uploaderId, others) };
      for (const candidate of chunk) judged.push(judge(candidate, uploader, known));
    }
    return judged;
  }

  /** The same of what a debtor owes. */
  async judgePayables(tx: Tx, debtorId: string, candidates: readonly Candidate[]): Promise<JudgedPayable[]> {
    const judged: JudgedPayable[] = [];
    for (const chunk of chunksOf(candidates)) {
      const known = await this.knownAmong(tx, chunk);
      for (const candidate of chunk) judged.push(judgePayable(candidate, debtorId, known));
    }
    return judged;
  }

  private async knownAmong(tx: Tx, chunk: readonly Candidate[]): Promise<ReadonlyMap<string, string>> {
    const values = chunk.flatMap(({ status, sellerIds, buyerIds }) =>
      status === 'refused' ? [] : [...sellerIds, ...buyerIds],
    );
    const found = await this.organisations.byIdentifierValues(tx, [...new Set(values)]);
    return new Map([...found].map(([value, { id }]) => [value, id]));
  }
}
