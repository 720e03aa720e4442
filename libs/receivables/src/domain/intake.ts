// What becomes of each invoice of an upload: judged against who uploads and whom the platform knows. Only then does
// the invoice key decide whether it is the first of its kind.
import type { Bilingual, DomainError, LocalDate, Money } from '#kernel';
import { errors } from './errors';

export const OUTCOMES = ['accepted', 'flagged', 'refused', 'duplicate'] as const;
export type OutcomeStatus = (typeof OUTCOMES)[number];

export interface OutcomeReason {
  readonly rule: string;
  readonly message: Bilingual;
  readonly fix: Bilingual;
}

/** One invoice as read from one file. */
export interface Candidate {
  /** 1 for the first invoice of the upload. */
  readonly position: number;
  /** Index of its file in the upload. */
  readonly file: number;
  readonly fileName: string;
  /** Line of a CSV file, else null. */
  readonly line: number | null;
  readonly status: 'accepted' | 'flagged' | 'refused';
  readonly reasons: readonly OutcomeReason[];
  readonly flags: readonly string[];
  readonly key: string | null;
  readonly number: string | null;
  readonly typeCode: string | null;
  readonly issueDate: LocalDate | null;
  readonly dueDate: LocalDate | null;
  readonly paymentTerms: string | null;
  /** Identifiers in the order in which they count. */
  readonly sellerIds: readonly string[];
  readonly buyerIds: readonly string[];
  readonly buyerName: string | null;
  readonly payable: Money | null;
}

/** What a receivable needs, once all of it is there. */
export interface Claimable {
  readonly candidate: Candidate;
  readonly key: string;
  readonly number: string;
  readonly typeCode: string;
  readonly issueDate: LocalDate;
  readonly payable: Money;
  readonly debtorId: string;
}

export type Judged =
  | { readonly kind: 'claimable'; readonly claimable: Claimable }
  | { readonly kind: 'kept'; readonly candidate: Candidate; readonly reasons: readonly OutcomeReason[] };

const reasonOf = ({ code, text, fix }: DomainError): OutcomeReason => ({
  rule: code,
  message: text,
  fix,
});

/** @param known organisation ids by identifier value as the invoice writes it */
export function judge(candidate: Candidate, supplierId: string, known: ReadonlyMap<string, string>): Judged {
  const kept = (...faults: DomainError[]): Judged => ({
    kind: 'kept',
    candidate,
    reasons: [...candidate.reasons, ...faults.map(reasonOf)],
  });
  if (candidate.status !== 'accepted') return kept();
  const parts = partsOf(candidate);
  if (!parts) return kept(errors.invoice_unidentified());
  const sellers = organisationsOf(candidate.sellerIds, known);
  if (sellers.length !== 1 || sellers[0] !== supplierId) return kept(errors.seller_is_not_uploader());
  const buyers = organisationsOf(candidate.buyerIds, known);
  if (buyers.length > 1) return kept(errors.buyer_ambiguous());
  const [debtorId] = buyers;
  if (debtorId === undefined)
    return kept(errors.buyer_unknown({ buyer: candidate.buyerName ?? candidate.buyerIds[0] ?? '?' }));
  if (debtorId === supplierId) return kept(errors.buyer_is_seller());
  return { kind: 'claimable', claimable: { candidate, debtorId, ...parts } };
}

function partsOf({ key, number, typeCode, issueDate, payable }: Candidate) {
  if (key === null || number === null || typeCode === null || issueDate === null || payable === null)
    return undefined;
  return { key, number, typeCode, issueDate, payable };
}

/** The organisations that the known ones of these identifiers name: one, unless they contradict each other. */
function organisationsOf(ids: readonly string[], known: ReadonlyMap<string, string>): string[] {
  return [...new Set(ids.flatMap((id) => known.get(id) ?? []))];
}

/** A key that is taken; the existing receivable is named only to its own supplier. */
export function duplicateReason(isOwn: boolean): OutcomeReason {
  return reasonOf(isOwn ? errors.invoice_duplicate() : errors.invoice_taken());
}
