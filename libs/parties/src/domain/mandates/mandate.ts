// A mandate: a supplier lets another organisation bring its invoices. Only the supplier gives it, so nobody makes himself
// an agent; it counts from the other's acceptance on, and ends the moment one of them says so.
import { compareDates, dateOf, type Id, type LocalDate } from '#kernel';
import { errors } from './errors';
import type { OrganisationSummary } from '../organisation';

/** What the agent may bring; credit notes take something off what the principal is owed. */
export const MANDATE_KINDS = ['invoices', 'credit_notes'] as const;
export type MandateKind = (typeof MANDATE_KINDS)[number];

export const MANDATE_STATES = ['offered', 'accepted', 'declined', 'ended'] as const;
export type MandateState = (typeof MANDATE_STATES)[number];

export const MANDATE_TRANSITIONS: Readonly<Record<MandateState, readonly MandateState[]>> = Object.freeze({
  offered: Object.freeze(['accepted', 'declined', 'ended'] as const),
  accepted: Object.freeze(['ended'] as const),
  declined: Object.freeze([] as const),
  ended: Object.freeze([] as const),
});

export interface MandateTerms {
  readonly kinds: readonly MandateKind[];
  /** Both days belong to it; without a last one it holds until it is ended. */
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

export interface Mandate extends MandateTerms {
  readonly id: Id<'mandate'>;
  readonly principalId: string;
  readonly agentId: string;
  readonly state: MandateState;
  readonly givenBy: string;
  readonly givenAt: Date;
  readonly answeredBy: string | null;
  readonly answeredAt: Date | null;
  readonly endedBy: string | null;
  readonly enderOrganisationId: string | null;
  readonly endedAt: Date | null;
  /** Why it was declined or ended. */
  readonly reason: string | null;
  readonly version: number;
}

/** Of the principal that gives it. @throws parties.mandate_side, mandate_misdated (422) */
export function assertMandate(
  { kinds, validFrom, validTo }: MandateTerms,
  principal: OrganisationSummary,
  agent: OrganisationSummary,
  today: LocalDate,
): MandateTerms {
  const sides = [principal, agent];
  const fits =
    principal.id !== agent.id &&
    sides.every(({ capabilities, status }) => capabilities.includes('supplier') && status === 'active');
  if (!fits) throw errors.mandate_side();
  const later = compareDates(validFrom, today) > 0 ? validFrom : today;
  if (validTo !== null && compareDates(validTo, later) < 0) throw errors.mandate_misdated();
  return { kinds: MANDATE_KINDS.filter((kind) => kinds.includes(kind)), validFrom, validTo };
}

type Sides = Pick<Mandate, 'state' | 'agentId'>;

/** By the agent, once. @throws parties.mandate_decided (409), mandate_own, mandate_reason_missing (422) */
export function assertMandateAnswer(
  { state, agentId }: Sides,
  answer: 'accepted' | 'declined',
  reason: string | null,
  by: { readonly organisationId: string },
): void {
  if (!MANDATE_TRANSITIONS[state].includes(answer)) throw errors.mandate_decided({ state });
  if (agentId !== by.organisationId) throw errors.mandate_own();
  if (answer === 'declined' && reason === null) throw errors.mandate_reason_missing();
}

/** By either side. @throws parties.mandate_decided (409) */
export function assertMandateEnd({ state }: Sides): void {
  if (!MANDATE_TRANSITIONS[state].includes('ended')) throw errors.mandate_decided({ state });
}

/** Whether it holds at this moment. */
export function isInForce({ validFrom, validTo, answeredAt, endedAt, state }: Mandate, at: Date): boolean {
  const day = dateOf(at);
  return (
    (state === 'accepted' || state === 'ended') &&
    answeredAt !== null &&
    answeredAt <= at &&
    (endedAt === null || at < endedAt) &&
    compareDates(validFrom, day) <= 0 &&
    (validTo === null || compareDates(day, validTo) <= 0)
  );
}
