// What is answered for each invoice of a delivery, from what was judged, registered and corrected.
import { addMoney, type Money } from '#kernel';
import type { Outcome } from '../../data/uploads/outcome.store';
import {
  candidateOf,
  correctionApplied,
  correctionKnown,
  correctionUnmatched,
  correctionWaits,
  duplicateReason,
  type Judged,
  repeatedReason,
  suspectedReason,
} from '../../domain/intake';
import type { CorrectionOutcome } from '../corrections/apply-corrections';
import type { Registration } from '../register-receivables';

export interface Taken {
  readonly documentId: string;
  readonly claimKey: string | null;
  /** It was kept before with the same content. */
  readonly isRepeated: boolean;
  /** Of an invoice that could be claimed. */
  readonly registration?: Registration | undefined;
  /** Of a credit note, a red letter or a reversal. */
  readonly corrected?: CorrectionOutcome | undefined;
}

export function outcomeOf(judged: Judged, taken: Taken): Outcome {
  const { documentId, claimKey, registration, corrected } = taken;
  const { position, fileName, sheet, line, flags, number, buyerName, payable, reasons } = candidateOf(judged);
  const about = {
    ...{ position, documentId, claimKey, fileName, sheet, line, flags, payable, buyerName, reasons },
    invoiceNumber: number,
    match: registration?.match ?? null,
    receivableId: registration?.receivableId ?? null,
  };
  if (judged.kind === 'kept') return { ...about, ...keptAs(judged, taken) };
  if (judged.kind === 'correcting') return { ...about, ...correctedBy(about, corrected) };
  if (registration?.isNew !== true) {
    const isOwn = about.receivableId !== null;
    return { ...about, outcome: 'duplicate', reasons: [...reasons, duplicateReason(isOwn)] };
  }
  if (!about.match || about.match.class === 'reissued') return { ...about, outcome: 'accepted' };
  return {
    ...about,
    outcome: 'flagged',
    flags: [...flags, 'similar_invoice'],
    reasons: [...reasons, suspectedReason()],
  };
}

const SAME_ROW: Outcome['match'] = {
  class: 'exact',
  fields: ['seller', 'number', 'amount', 'currency', 'issue_date'],
  receivableId: null,
};

function keptAs(
  { candidate: { status }, reasons }: Extract<Judged, { kind: 'kept' }>,
  { claimKey, isRepeated }: Taken,
): Pick<Outcome, 'outcome' | 'reasons' | 'match'> {
  if (claimKey !== null && isRepeated)
    return { outcome: 'duplicate', reasons: [...reasons, repeatedReason(claimKey)], match: SAME_ROW };
  // Read as acceptable but kept means that the platform's own rules refused it.
  return { outcome: status === 'accepted' ? 'refused' : status, reasons, match: null };
}

function correctedBy(
  { reasons }: Pick<Outcome, 'reasons'>,
  corrected: CorrectionOutcome | undefined,
): Pick<Outcome, 'outcome' | 'reasons' | 'receivableId'> {
  const [first, ...others] = corrected?.reduced ?? [];
  if (!first) {
    if (corrected?.known === true)
      return { outcome: 'duplicate', reasons: [...reasons, correctionKnown()], receivableId: null };
    const why = corrected?.waits === true ? correctionWaits() : correctionUnmatched();
    return { outcome: 'flagged', reasons: [...reasons, why], receivableId: null };
  }
  const applied = others.reduce((sum: Money, one) => addMoney(sum, one.applied), first.applied);
  const numbers = [first, ...others].map(({ receivable }) => receivable.invoiceNumber);
  const said = correctionApplied(numbers, `${applied.amount} ${applied.currency}`);
  return { outcome: 'changed', reasons: [...reasons, said], receivableId: first.receivable.id };
}
