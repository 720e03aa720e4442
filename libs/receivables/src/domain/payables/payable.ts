// An invoice that its debtor uploads: what the debtor owes becomes the supplier's receivable, and the upload is the
// debtor's answer to it. Who the supplier is must be known, and when it will be paid must be said.
import type { DomainError } from '#kernel';
import { errors } from '../errors';
import {
  type Candidate,
  type Claimable,
  type Judged,
  organisationsOf,
  type OutcomeReason,
  partsOf,
  reasonOf,
} from '../intake';
import { payableErrors } from './errors';

/** What readers say of a line of a purchase ledger: here it is no objection, but the point. */
const PURCHASE = 'purchase';

/** A debtor corrects nothing of its suppliers'. */
export type JudgedPayable = Exclude<Judged, { kind: 'correcting' }>;

/** @param known organisation ids by identifier value as the invoice writes it */
export function judgePayable(
  given: Candidate,
  debtorId: string,
  known: ReadonlyMap<string, string>,
): JudgedPayable {
  const candidate = asPayable(given);
  const kept = (fault?: DomainError) => ({
    kind: 'kept' as const,
    candidate,
    reasons: [...candidate.reasons, ...(fault ? [reasonOf(fault)] : [])],
  });
  if (candidate.status !== 'accepted') return kept();
  const parts = partsOf(candidate);
  if (!parts) return kept(errors.invoice_unidentified());
  const [buyer, ...otherBuyers] = organisationsOf(candidate.buyerIds, known);
  if (buyer !== debtorId || otherBuyers.length > 0) return kept(payableErrors.buyer_is_not_uploader());
  const [supplierId, ...otherSellers] = organisationsOf(candidate.sellerIds, known);
  if (supplierId === undefined)
    return kept(payableErrors.seller_unknown({ seller: candidate.sellerIds[0] ?? '?' }));
  if (otherSellers.length > 0) return kept(payableErrors.seller_ambiguous());
  if (supplierId === debtorId) return kept(errors.buyer_is_seller());
  if (candidate.dueDate === null) return kept(payableErrors.payable_undated());
  return { kind: 'claimable', claimable: { candidate, supplierId, debtorId, ...parts } };
}

/** Without the objection that it is a purchase; other objections stay. */
function asPayable(candidate: Candidate): Candidate {
  const { status, flags, reasons } = candidate;
  if (!flags.includes(PURCHASE)) return candidate;
  const left = flags.filter((flag) => flag !== PURCHASE);
  return {
    ...candidate,
    status: status === 'flagged' && left.length === 0 ? 'accepted' : status,
    flags: left,
    reasons: reasons.filter(({ rule }) => rule !== PURCHASE),
  };
}

/** Said of an invoice that the supplier had brought before: the upload is an answer to it. */
export const answersKnown = (): OutcomeReason => reasonOf(payableErrors.payable_known());

/** By supplier, in the order of their ids, so that two uploads wait for each other instead of deadlocking. */
export function bySupplier<T extends { readonly claimable: Pick<Claimable, 'supplierId'> }>(
  invoices: readonly T[],
): (readonly [supplierId: string, invoices: readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const one of invoices) {
    const { supplierId } = one.claimable;
    const group = groups.get(supplierId);
    if (group) group.push(one);
    else groups.set(supplierId, [one]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}
