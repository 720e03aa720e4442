// Which deals a dilution of a receivable concerns, and when all of them have acknowledged it.
import type { Deal } from '../deal';
import type { DealState } from '../states';

/** While it is in one of these, the deal holds a claim on its receivables. */
const HOLDING: ReadonlySet<DealState> = new Set(['accepted', 'funded', 'matured', 'overdue', 'recourse']);

export const holdsClaim = ({ state }: Pick<Deal, 'state'>): boolean => HOLDING.has(state);

export interface Acknowledgement {
  readonly id: string;
  readonly dealId: string;
  readonly receivableId: string;
  /** The newest correction when it was given: an earlier one is covered, a later one is not. */
  readonly correctionId: string;
  /** The supplier, whose credit note it is. */
  readonly causedBy: string;
  readonly reason: string;
  readonly acknowledgedBy: string;
  readonly acknowledgedByOrganisation: string;
  readonly acknowledgedAt: Date;
}

/** Whether a deal has acknowledged the newest correction of a receivable. */
export function isAcknowledged(
  dealId: string,
  correctionId: string,
  given: readonly Pick<Acknowledgement, 'dealId' | 'correctionId'>[],
): boolean {
  return given.some((one) => one.dealId === dealId && one.correctionId === correctionId);
}

/** Whether every deal that holds a claim has. */
export function allAcknowledged(
  deals: readonly Pick<Deal, 'id' | 'state'>[],
  correctionId: string,
  given: readonly Pick<Acknowledgement, 'dealId' | 'correctionId'>[],
): boolean {
  return deals.filter(holdsClaim).every(({ id }) => isAcknowledged(id, correctionId, given));
}
