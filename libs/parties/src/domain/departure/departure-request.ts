// An organisation asks to leave; the operator lets it go or says why not. Until then it may take the request back.
import type { Id } from '#kernel';
import { errors } from './errors';

export const REQUEST_STATES = ['open', 'granted', 'refused', 'withdrawn'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

export const REQUEST_TRANSITIONS: Readonly<Record<RequestState, readonly RequestState[]>> = Object.freeze({
  open: Object.freeze(['granted', 'refused', 'withdrawn'] as const),
  granted: Object.freeze([] as const),
  refused: Object.freeze([] as const),
  withdrawn: Object.freeze([] as const),
});

export interface DepartureRequest {
  readonly id: Id<'departure_request'>;
  readonly organisationId: string;
  readonly reason: string;
  readonly state: RequestState;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly closedBy: string | null;
  readonly closerOrganisationId: string | null;
  readonly closedAt: Date | null;
  /** Of the operator; needed for a refusal. */
  readonly answer: string | null;
  readonly version: number;
}

type Asked = Pick<DepartureRequest, 'state' | 'organisationId'>;
interface Closer {
  readonly organisationId: string;
}

/** @throws parties.departure_closed (409), departure_own, departure_answer_missing (422) */
export function assertDecision(
  { state, organisationId }: Asked,
  to: 'granted' | 'refused',
  answer: string | null,
  by: Closer,
): void {
  if (!REQUEST_TRANSITIONS[state].includes(to)) throw errors.departure_closed({ state });
  if (organisationId === by.organisationId) throw errors.departure_own();
  if (to === 'refused' && answer === null) throw errors.departure_answer_missing();
}

/** @throws parties.departure_closed (409) */
export function assertWithdrawal({ state }: Asked): void {
  if (!REQUEST_TRANSITIONS[state].includes('withdrawn')) throw errors.departure_closed({ state });
}
