// An amendment as whoever amends it gives it: the content as it shall be. What differs from the content that stands is what
// is amended; lines that are new get numbers that no line of the filing ever had.
import { compareMoney, type FieldError, type Money } from '#kernel';
import { fault } from '../faults';
import type { CollateralItem, PartyRef } from '../filing';
import type { FilingContent, Numbered } from './content';

export interface AskedLine<T> {
  /** Null is a new line. */
  readonly no: number | null;
  readonly value: T;
}
export interface AskedContent {
  readonly grantors: readonly AskedLine<PartyRef>[];
  readonly securedParties: readonly AskedLine<PartyRef>[];
  readonly collateral: readonly AskedLine<CollateralItem>[];
  readonly maximumAmount: FilingContent['maximumAmount'];
}
/** The highest number that a line of each side ever had. */
export type LastNumbers = Readonly<Record<Side, number>>;

export type Side = 'grantors' | 'securedParties' | 'collateral';
const SIDES: readonly Side[] = ['grantors', 'securedParties', 'collateral'];

export const amendedContent = (asked: AskedContent, last: LastNumbers): FilingContent => ({
  grantors: placed(asked.grantors, last.grantors),
  securedParties: placed(asked.securedParties, last.securedParties),
  collateral: placed(asked.collateral, last.collateral),
  maximumAmount: asked.maximumAmount,
});

/**
 * What an amendment may not do: speak of lines that are not there, or let a line of collateral take more than it took, for
 * that would give the addition the rank of the line. Of the form of the content the rules of filing speak.
 */
export function amendmentFaults(stands: FilingContent, asked: AskedContent): FieldError[] {
  const unknown = SIDES.flatMap((side) => {
    const known = new Set(stands[side].map(({ no }) => no));
    return asked[side].flatMap(({ no }, index) =>
      no === null || known.delete(no) ? [] : [fault(`/${side}/${index}/no`, 'line_unknown')],
    );
  });
  const widened = asked.collateral.flatMap(({ no, value }, index) => {
    const before = stands.collateral.find((line) => line.no === no);
    return before && !isWithin(before.value, value)
      ? [fault(`/collateral/${index}`, 'collateral_widened')]
      : [];
  });
  return [...unknown, ...widened];
}

/** The same asset, and not more of it. */
const isWithin = (before: CollateralItem, after: CollateralItem): boolean =>
  before.kind === after.kind &&
  before.assetKey === after.assetKey &&
  before.invoiceNumber === after.invoiceNumber &&
  before.debtorName === after.debtorName &&
  isAtMost(after.amount, before.amount);

/** Null is all there is. */
function isAtMost(amount: Money | null, most: Money | null): boolean {
  if (most === null) return true;
  return amount !== null && amount.currency === most.currency && compareMoney(amount, most) <= 0;
}

function placed<T>(lines: readonly AskedLine<T>[], last: number): Numbered<T>[] {
  let used = last;
  return lines.map(({ no, value }) => ({ no: no ?? (used += 1), value })).sort((a, b) => a.no - b.no);
}
