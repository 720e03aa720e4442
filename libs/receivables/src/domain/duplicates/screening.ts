// One invoice against those that fingerprints brought up.
import type { Compared, Match } from './match';
import { amountRecurs, compare } from './score';

/** So many invoices under one fingerprint are a habit and no duplicate: the fingerprint says nothing then. */
export const CROWD = 12;

/** @param candidates came before it; the same one may be among them several times */
export function pairMatches(invoice: Compared, candidates: readonly Compared[]): Match[] {
  const others = [...new Map(candidates.map((one) => [one.id, one])).values()].filter(
    ({ id }) => id !== invoice.id,
  );
  const recurs = amountRecurs(invoice, others);
  return others.flatMap((other) => compare(invoice, other, recurs) ?? []);
}
