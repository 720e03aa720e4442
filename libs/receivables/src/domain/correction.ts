// A credit note, a red-letter invoice or a reversal, and what it does to the receivable that it corrects.
import {
  compareMoney,
  type Id,
  isZero,
  type LocalDate,
  minMoney,
  type Money,
  subtractMoney,
  zero,
} from '#kernel';
import { claimKeyOf, type Receivable, type ReceivableState } from './receivable';

/** `reversal`: the invoice itself came again, marked void or reversed. */
export const CORRECTION_KINDS = ['credit_note', 'reversal'] as const;
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];
/** By what the receivable was found. */
export type CorrectionBasis = 'reference' | 'party_and_amount' | 'own_number';

/** What a credit note, a red letter or a reversal states about itself. */
export interface CorrectionWanted {
  readonly kind: CorrectionKind;
  /** Its own invoice key. */
  readonly key: string;
  readonly number: string;
  readonly issueDate: LocalDate;
  readonly amount: Money;
  readonly debtorId: string;
  /** Numbers of the invoices that it corrects. */
  readonly preceding: readonly string[];
}

/** Under this key a correction takes effect once. */
export const correctionKeyOf = (
  { kind, key }: Pick<CorrectionWanted, 'kind' | 'key'>,
  supplierId: string,
): string => `${kind === 'reversal' ? 'R' : 'C'}:${claimKeyOf({ supplierId, invoiceKey: key })}`;

export interface Correction {
  readonly id: Id<'correction'>;
  readonly supplierId: string;
  readonly receivableId: string;
  readonly documentId: string;
  /** A credit note corrects a receivable once. */
  readonly correctionKey: string;
  readonly kind: CorrectionKind;
  readonly number: string;
  readonly issueDate: LocalDate;
  readonly basis: CorrectionBasis;
  /** What it takes off this receivable, `applied` and `excess` together. */
  readonly amount: Money;
  readonly applied: Money;
  /** What could not be taken off, because deals have claimed it or nothing was left. */
  readonly excess: Money;
  readonly recordedAt: Date;
}

export interface Reduction {
  readonly receivable: Receivable;
  readonly applied: Money;
  readonly excess: Money;
  /** The debtor's approved answer was to another amount and stands no longer. */
  readonly supersedes: boolean;
}

/** What listing anew needs, when the debtor is asked again. */
export interface AskedAgain {
  readonly listedAt: Date;
  readonly answerBy: LocalDate;
}

/** Nothing is owed on these any more, so nothing can be taken off. */
const ENDED: ReadonlySet<ReceivableState> = new Set(['settled', 'void']);

/**
 * What deals have claimed stays payable, since a change after the notice does not bind the factor (Civil Code Art. 765);
 * the receivable is frozen then. Otherwise the debtor is asked again for what remains, unless it accepted just that.
 */
export function reduce(receivable: Receivable, amount: Money, claimed: Money, asked: AskedAgain): Reduction {
  const { payable, state } = receivable;
  const room = ENDED.has(state) ? zero(payable.currency) : subtractMoney(payable, minMoney(payable, claimed));
  const applied = minMoney(amount, room);
  const excess = subtractMoney(amount, applied);
  const reduced = {
    ...receivable,
    payable: subtractMoney(payable, applied),
    version: receivable.version + 1,
  };
  if (ENDED.has(state)) return { receivable: reduced, applied, excess, supersedes: false };
  if (!isZero(claimed)) return { receivable: frozen(reduced), applied, excess, supersedes: false };
  if (isZero(reduced.payable))
    return {
      receivable: { ...reduced, state: 'void', confirmed: null, answeredAt: null },
      ...{ applied, excess, supersedes: receivable.confirmed !== null },
    };
  return { ...answered(reduced, asked), applied, excess };
}

const frozen = (receivable: Receivable): Receivable => ({
  ...receivable,
  state: 'frozen',
  confirmed: withinPayable(receivable),
});

const withinPayable = ({ confirmed, payable }: Receivable): Money | null =>
  confirmed && minMoney(confirmed, payable);

/** The debtor's answer measured against what is left. */
function answered(reduced: Receivable, asked: AskedAgain): Pick<Reduction, 'receivable' | 'supersedes'> {
  const { confirmed, payable, state } = reduced;
  if (state === 'frozen')
    return { receivable: { ...reduced, confirmed: withinPayable(reduced) }, supersedes: false };
  if ((state !== 'confirmed' && state !== 'part_disputed') || !confirmed)
    return { receivable: reduced, supersedes: false };
  const compared = compareMoney(confirmed, payable);
  if (compared === 0) return { receivable: { ...reduced, state: 'confirmed' }, supersedes: false };
  if (compared < 0) return { receivable: reduced, supersedes: false };
  const again: Receivable = { ...reduced, ...asked, state: 'listed', confirmed: null, answeredAt: null };
  return { receivable: again, supersedes: true };
}

/** How one correction is spread over the invoices that it names: the first takes what it can, the last the rest. */
export function spread(amount: Money, payables: readonly Money[]): Money[] {
  let left = amount;
  return payables.map((payable, index) => {
    const share = index === payables.length - 1 ? left : minMoney(left, payable);
    left = subtractMoney(left, share);
    return share;
  });
}
