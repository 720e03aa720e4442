// That a supplier and a debtor trade, and on what terms: one side states it, the other confirms or declines it. Size
// counts as it was when the contract was signed (保障中小企业款项支付条例 Art. 3), so it is fixed with the confirmation.
import { compareDates, type Id, type LocalDate } from '#kernel';
import { errors } from '../errors';
import type { SmeSize } from '../facts/fact';
import type { OrganisationSummary } from '../organisation';

export const RELATION_SIDES = ['supplier', 'debtor'] as const;
export type RelationSide = (typeof RELATION_SIDES)[number];

export const RELATION_STATES = ['proposed', 'confirmed', 'declined'] as const;
export type RelationState = (typeof RELATION_STATES)[number];

export const RELATION_TRANSITIONS: Readonly<Record<RelationState, readonly RelationState[]>> = Object.freeze({
  proposed: Object.freeze(['confirmed', 'declined'] as const),
  confirmed: Object.freeze([] as const),
  declined: Object.freeze([] as const),
});

export interface RelationTerms {
  readonly contractNumber: string;
  /** First day of trade. */
  readonly since: LocalDate;
  readonly signedOn: LocalDate;
  readonly paymentTermDays: number;
  /** Warns and does not block: it does not bind third parties (民法典 545). */
  readonly noAssignmentClause: boolean;
}

export interface TradingRelation extends RelationTerms {
  readonly id: Id<'trading_relation'>;
  readonly supplierId: string;
  readonly debtorId: string;
  readonly state: RelationState;
  readonly proposerOrganisationId: string;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly deciderOrganisationId: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly reason: string | null;
  /** At signing; null where the platform knows none for that day, or nothing is confirmed. */
  readonly supplierSize: SmeSize | null;
  readonly debtorSize: SmeSize | null;
  readonly version: number;
}

/** @throws parties.relation_misdated, relation_side (422) */
export function assertRelation(
  terms: RelationTerms,
  supplier: OrganisationSummary,
  debtor: OrganisationSummary,
  today: LocalDate,
): RelationTerms {
  const late = [terms.since, terms.signedOn].some((day) => compareDates(day, today) > 0);
  if (late) throw errors.relation_misdated();
  const fits =
    supplier.id !== debtor.id &&
    supplier.capabilities.includes('supplier') &&
    debtor.capabilities.includes('core_enterprise');
  if (!fits) throw errors.relation_side();
  return { ...terms, contractNumber: terms.contractNumber.trim() };
}

/** The other side decides, once. @throws parties.relation_own (422), relation_decided (409), relation_reason_missing (422) */
export function assertRelationDecision(
  { state, proposerOrganisationId }: Pick<TradingRelation, 'state' | 'proposerOrganisationId'>,
  decision: RelationState,
  reason: string | null,
  by: { readonly organisationId: string },
): void {
  if (!RELATION_TRANSITIONS[state].includes(decision)) throw errors.relation_decided({ state });
  if (proposerOrganisationId === by.organisationId) throw errors.relation_own();
  if (decision === 'declined' && reason === null) throw errors.relation_reason_missing();
}

/** Whether these people's organisation may answer now. */
export function mayDecide(
  { state, supplierId, debtorId, proposerOrganisationId }: TradingRelation,
  organisationId: string,
): boolean {
  return (
    state === 'proposed' &&
    organisationId !== proposerOrganisationId &&
    [supplierId, debtorId].includes(organisationId)
  );
}
