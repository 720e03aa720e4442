// An application to join: what somebody outside says about an organisation, and nothing that they could not know. What
// it becomes is decided by the operator, on checks that are written down.
import type { Id } from '#kernel';
import { type ContactDetails } from '../contact';
import { errors } from '../errors';
import type { Identifier } from '../identifier';
import { type Capability, CAPABILITIES, type OrganisationKind } from '../organisation';

/** Offices of the platform itself are never applied for. */
export const REQUESTABLE: readonly Capability[] = Object.freeze(
  CAPABILITIES.filter((one) => !['registrar', 'regulator', 'operator'].includes(one)),
);

export const APPLICATION_STATES = ['submitted', 'accepted', 'refused'] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];
export const APPLICATION_MOVES: Readonly<Record<ApplicationState, readonly ApplicationState[]>> =
  Object.freeze({ submitted: ['accepted', 'refused'], accepted: [], refused: [] });

export const DOCUMENT_KINDS = ['licence', 'articles', 'authorisation', 'identity'] as const;
export interface DocumentReference {
  readonly kind: (typeof DOCUMENT_KINDS)[number];
  readonly name: string;
  /** Of the file, in lower-case hexadecimal: what is handed in later must be the same bytes. */
  readonly sha256: string;
}

export const CHECK_KINDS = ['register', 'document'] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];
export const CHECK_OUTCOMES = ['passed', 'failed', 'unavailable'] as const;
export type CheckOutcome = (typeof CHECK_OUTCOMES)[number];

export interface ApplicationCheck {
  readonly kind: CheckKind;
  readonly outcome: CheckOutcome;
  readonly note: string;
  readonly checkedBy: string;
  readonly checkedAt: Date;
}

export interface Application {
  readonly id: Id<'application'>;
  readonly kind: OrganisationKind;
  readonly legalName: string;
  readonly capabilities: readonly Capability[];
  readonly identifiers: readonly Identifier[];
  readonly contact: Omit<ContactDetails, 'purpose'>;
  readonly documents: readonly DocumentReference[];
  readonly invitationId: string | null;
  readonly state: ApplicationState;
  readonly submittedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly reason: string | null;
  readonly organisationId: string | null;
  readonly version: number;
  /** The oldest first; of one kind the last one counts. */
  readonly checks: readonly ApplicationCheck[];
}

/** No register knows natural persons. */
export const checksFor = (kind: OrganisationKind): readonly CheckKind[] =>
  kind === 'natural_person' ? ['document'] : CHECK_KINDS;

/** The checks that have not been passed at last. */
export function openChecks({ kind, checks }: Pick<Application, 'kind' | 'checks'>): CheckKind[] {
  const last = new Map(checks.map((check) => [check.kind, check.outcome]));
  return checksFor(kind).filter((check) => last.get(check) !== 'passed');
}

export interface ApplicationDecision {
  readonly decision: 'accepted' | 'refused';
  /** Granted, out of those that were asked for; left out: all of them. */
  readonly capabilities?: readonly Capability[];
  readonly reason?: string;
}

/** @throws parties.capability_not_requestable (422) */
export function assertRequestable(capabilities: readonly Capability[]): void {
  const beyond = capabilities.filter((one) => !REQUESTABLE.includes(one));
  if (beyond.length > 0) throw errors.capability_not_requestable({ capabilities: beyond });
}

/** @throws parties.application_decided (409) */
export function assertOpen({ state }: Pick<Application, 'state'>): void {
  if (state !== 'submitted') throw errors.application_decided({ state });
}

/**
 * What is granted; empty for a refusal.
 * @throws parties.application_decided (409), checks_open, decision_reason_missing, capability_not_requestable (422)
 */
export function granted(application: Application, wish: ApplicationDecision): readonly Capability[] {
  if (!APPLICATION_MOVES[application.state].includes(wish.decision))
    throw errors.application_decided({ state: application.state });
  if (wish.decision === 'refused') {
    if (wish.reason === undefined) throw errors.decision_reason_missing();
    return [];
  }
  const open = openChecks(application);
  if (open.length > 0) throw errors.checks_open({ checks: open });
  const capabilities = wish.capabilities ?? application.capabilities;
  const beyond = capabilities.filter((one) => !application.capabilities.includes(one));
  if (beyond.length > 0) throw errors.capability_not_requestable({ capabilities: beyond });
  return capabilities;
}
