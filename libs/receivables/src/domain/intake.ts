// What becomes of each invoice of an upload: judged against who uploads and whom the platform knows. Only then does
// the invoice key decide whether it is the first of its kind.
import type { Bilingual, DomainError, LocalDate, Money } from '#kernel';
import type { CorrectionWanted } from './correction';
import { errors } from './errors';

/** `changed` is a correction that took something off what was registered before. */
export const OUTCOMES = ['accepted', 'changed', 'flagged', 'refused', 'duplicate'] as const;
export type OutcomeStatus = (typeof OUTCOMES)[number];

export interface OutcomeReason {
  readonly rule: string;
  readonly message: Bilingual;
  readonly fix: Bilingual;
  /** The column of a table or the field of a document, where one is to blame. */
  readonly field?: string;
}

/** One invoice as read from one file. */
export interface Candidate {
  /** 1 for the first invoice of the upload. */
  readonly position: number;
  /** Index of its file in the upload. */
  readonly file: number;
  readonly fileName: string;
  /** Sheet of a workbook, else null. */
  readonly sheet: string | null;
  /** Line of a table, else null. */
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
  /** What a credit note takes off: its amount without the sign. */
  readonly credited: Money | null;
  /** Numbers of the invoices it corrects. */
  readonly preceding: readonly string[];
}

/** What a receivable needs, once all of it is there. */
export interface Claimable {
  readonly candidate: Candidate;
  readonly key: string;
  readonly number: string;
  readonly typeCode: string;
  readonly issueDate: LocalDate;
  readonly payable: Money;
  readonly supplierId: string;
  readonly debtorId: string;
}

export type Judged =
  | { readonly kind: 'claimable'; readonly claimable: Claimable }
  | { readonly kind: 'correcting'; readonly correcting: Correcting }
  | { readonly kind: 'kept'; readonly candidate: Candidate; readonly reasons: readonly OutcomeReason[] };

type Known = ReadonlyMap<string, string>;

export const reasonOf = ({ code, text, fix }: DomainError): OutcomeReason => ({
  rule: code,
  message: text,
  fix,
});

export type Brought = 'invoices' | 'credit_notes';

/** Who uploads, and for which sellers it may bring what beside its own. */
export interface Uploader {
  readonly id: string;
  readonly mandates: ReadonlyMap<string, readonly Brought[]>;
}

/** The seller that the invoice names, where the uploader is that seller or has its mandate for this; else null. */
function sellerOf({ sellerIds }: Candidate, uploader: Uploader, known: Known, kind: Brought) {
  const [seller, other] = organisationsOf(sellerIds, known);
  if (seller === undefined || other !== undefined) return null;
  return seller === uploader.id || uploader.mandates.get(seller)?.includes(kind) === true ? seller : null;
}

/** @param known organisation ids by identifier value as the invoice writes it */
export function judge(candidate: Candidate, uploader: Uploader, known: Known): Judged {
  const kept = (...faults: DomainError[]): Judged => ({
    kind: 'kept',
    candidate,
    reasons: [...candidate.reasons, ...faults.map(reasonOf)],
  });
  const correcting = judgeCorrection(candidate, uploader, known);
  if (correcting) return { kind: 'correcting', correcting };
  if (candidate.status !== 'accepted') return kept();
  const parts = partsOf(candidate);
  if (!parts) return kept(errors.invoice_unidentified());
  const supplierId = sellerOf(candidate, uploader, known, 'invoices');
  if (supplierId === null) return kept(errors.seller_is_not_uploader());
  const buyers = organisationsOf(candidate.buyerIds, known);
  if (buyers.length > 1) return kept(errors.buyer_ambiguous());
  const [debtorId] = buyers;
  if (debtorId === undefined)
    return kept(errors.buyer_unknown({ buyer: candidate.buyerName ?? candidate.buyerIds[0] ?? '?' }));
  if (debtorId === supplierId) return kept(errors.buyer_is_seller());
  return { kind: 'claimable', claimable: { candidate, supplierId, debtorId, ...parts } };
}

/** A credit note, a red-letter invoice, or an invoice that comes again as void or reversed. */
export interface Correcting extends CorrectionWanted {
  readonly candidate: Candidate;
  readonly supplierId: string;
}

const CORRECTING_FLAGS: ReadonlySet<string> = new Set(['credit_note', 'void', 'reversed']);

/** Null for whatever corrects nothing of a supplier that the uploader may bring this for: then it is kept as it is. */
function judgeCorrection(candidate: Candidate, uploader: Uploader, known: Known): Correcting | null {
  const { status, flags, key, number, issueDate, credited, preceding } = candidate;
  if (status !== 'flagged' || !flags.some((flag) => CORRECTING_FLAGS.has(flag))) return null;
  if (key === null || number === null || issueDate === null || credited === null) return null;
  const supplierId = sellerOf(candidate, uploader, known, 'credit_notes');
  const [debtorId, other] = organisationsOf(candidate.buyerIds, known);
  if (supplierId === null || debtorId === undefined || other !== undefined) return null;
  const kind = flags.includes('credit_note') ? 'credit_note' : 'reversal';
  return {
    ...{ candidate, supplierId, kind, key, number, issueDate, debtorId, preceding },
    amount: credited,
  };
}

/** Said of a credit note that has taken effect. */
export const correctionApplied = (numbers: readonly string[], applied: string): OutcomeReason => ({
  rule: 'receivables.correction_applied',
  message: {
    en: `It takes ${applied} off what is payable on invoice ${numbers.join(', ')}.`,
    zh: `已冲减发票 ${numbers.join('、')} 的应付金额 ${applied}。`,
  },
  fix: {
    en: 'See on the receivable whether the buyer is asked again or a deal is affected.',
    zh: '请在该应收账款中查看是否需要购方重新确认、是否影响已有融资。',
  },
});

export const correctionWaits = (): OutcomeReason => reasonOf(errors.correction_waits());
export const correctionUnmatched = (): OutcomeReason => reasonOf(errors.correction_unmatched());
export const correctionKnown = (): OutcomeReason => reasonOf(errors.correction_known());
export const suspectedReason = (): OutcomeReason => reasonOf(errors.duplicate_suspected());

export function partsOf({ key, number, typeCode, issueDate, payable }: Candidate) {
  if (key === null || number === null || typeCode === null || issueDate === null || payable === null)
    return undefined;
  return { key, number, typeCode, issueDate, payable };
}

/**
 * Under this key a row that is kept and never registered is known again: the same invoice with the same content. Null for
 * what is refused, and for what states too little.
 */
export function contentKeyOf(candidate: Candidate, supplierId: string): string | null {
  const { status, key, issueDate, payable, credited, flags } = candidate;
  if (status !== 'flagged' || key === null || issueDate === null) return null;
  const amount = payable ?? credited;
  const content = [supplierId, key, issueDate, amount?.amount, amount?.currency, ...flags];
  return `K:${content.join(':')}`;
}

/** Of a row that comes again, by the key under which it is known: why it changes nothing. */
export function repeatedReason(key: string): OutcomeReason {
  if (key.startsWith('K:')) return reasonOf(errors.row_repeated());
  return key.startsWith('C:') || key.startsWith('R:') ? correctionKnown() : duplicateReason(true);
}

/** The organisations that the known ones of these identifiers name: one, unless they contradict each other. */
export function organisationsOf(ids: readonly string[], known: Known): string[] {
  return [...new Set(ids.flatMap((id) => known.get(id) ?? []))];
}

/** The invoice that a verdict is about. */
export function candidateOf(judged: Judged): Candidate {
  if (judged.kind === 'claimable') return judged.claimable.candidate;
  return judged.kind === 'correcting' ? judged.correcting.candidate : judged.candidate;
}

/** Whose receivable it is or corrects; null for what is only kept. */
export function supplierOf(judged: Judged): string | null {
  if (judged.kind === 'claimable') return judged.claimable.supplierId;
  return judged.kind === 'correcting' ? judged.correcting.supplierId : null;
}

/** A key that is taken; the existing receivable is named only to its own supplier. */
export function duplicateReason(isOwn: boolean): OutcomeReason {
  return reasonOf(isOwn ? errors.invoice_duplicate() : errors.invoice_taken());
}

/** In the place of an invoice that is not even looked at. */
export function refusedCandidate(
  place: Pick<Candidate, 'position' | 'file' | 'fileName'>,
  fault: DomainError,
): Candidate {
  return {
    ...{ ...place, sheet: null, line: null, status: 'refused', reasons: [reasonOf(fault)], flags: [] },
    ...{ key: null, number: null, typeCode: null, issueDate: null, dueDate: null, paymentTerms: null },
    ...{ sellerIds: [], buyerIds: [], buyerName: null, payable: null, credited: null, preceding: [] },
  };
}
