// The one order in which transactions lock rows: whoever needs several kinds takes them from top to bottom, and
// rows of one kind by ascending id. Two transactions that keep to it wait for each other but never deadlock.
import { invariant } from '#kernel';

/** The hottest rows come last, so that they are held for the shortest time. */
export const LOCK_ORDER = [
  'approval',
  'idempotency key',
  'financing request',
  'offer',
  'organisation',
  'payment',
  'deal',
  'payout',
  'receivable',
  'registry claim',
  'limit',
  'ledger account',
] as const;

export type Lock = (typeof LOCK_ORDER)[number];

/** One transaction's way down the list: say each kind before taking it; going back up is a programming error. */
export function newLockOrder(): (lock: Lock) => void {
  let reached = -1;
  return (lock) => {
    const place = LOCK_ORDER.indexOf(lock);
    invariant(place >= reached, `${lock} is locked before ${LOCK_ORDER[reached] ?? 'anything else'}`);
    reached = place;
  };
}
