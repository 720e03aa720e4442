// Which deeds of an organisation wait for a second person: all of a kind, or those above an amount.
import { compareMoney, type Money } from '#kernel';

export interface MarkRule {
  readonly active: boolean;
  /** Null: every deed of the kind waits. */
  readonly threshold: Money | null;
}
export interface Mark extends MarkRule {
  readonly id: string;
  readonly organisationId: string;
  readonly command: string;
  readonly setBy: string;
  readonly setAt: Date;
  readonly version: number;
}

/** An amount in another currency than the threshold's is not compared: it waits. So does a deed without an amount. */
export function mustWait({ active, threshold }: MarkRule, amount: Money | null): boolean {
  if (!active) return false;
  if (threshold === null || amount?.currency !== threshold.currency) return true;
  return compareMoney(amount, threshold) > 0;
}

/** Whether fewer deeds would wait: that itself takes two people, or the maker would unmark first. */
export function loosens(before: MarkRule | undefined, after: MarkRule): boolean {
  if (!before?.active) return false;
  if (!after.active) return true;
  if (after.threshold === null) return false;
  if (before.threshold?.currency !== after.threshold.currency) return true;
  return compareMoney(after.threshold, before.threshold) > 0;
}
