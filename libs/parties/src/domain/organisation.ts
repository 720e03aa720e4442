// An organisation: a legal name, checked identifiers, and what it may be on this platform.
import type { FieldError, Id } from '#kernel';
import { errors } from './errors';
import type { FormerName } from './facts/name-change';
import { type Identifier, identifierFault, identifierKey } from './identifier';
import { keptName } from './legal-name';

export const CAPABILITIES = [
  'supplier',
  'core_enterprise',
  'bank',
  'factor',
  'finance_company',
  'guarantor',
  'insurer',
  'registry_user',
  'registrar',
  'regulator',
  'operator',
] as const;
export type Capability = (typeof CAPABILITIES)[number];

export const FINANCIERS: readonly Capability[] = Object.freeze([
  'bank',
  'factor',
  'finance_company',
] as const);

export const isFinancier = (capabilities: readonly Capability[]): boolean =>
  capabilities.some((one) => FINANCIERS.includes(one));

export const ORGANISATION_KINDS = ['enterprise', 'cooperative', 'natural_person'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export const ORGANISATION_STATES = ['active', 'suspended', 'left'] as const;
export type OrganisationState = (typeof ORGANISATION_STATES)[number];

/** A suspended organisation keeps its rows; its people cannot sign in. One that has left does not come back. */
export const TRANSITIONS: Readonly<Record<OrganisationState, readonly OrganisationState[]>> = Object.freeze({
  active: Object.freeze(['suspended', 'left'] as const),
  suspended: Object.freeze(['active', 'left'] as const),
  left: Object.freeze([] as const),
});

/** What other libraries may know of an organisation. */
export interface OrganisationSummary {
  readonly id: string;
  readonly legalName: string;
  readonly capabilities: readonly Capability[];
  readonly identifiers: readonly Identifier[];
  readonly status: OrganisationState;
}

export interface Organisation extends OrganisationSummary {
  readonly id: Id<'organisation'>;
  readonly version: number;
  readonly kind: OrganisationKind;
  /** The latest first. */
  readonly formerNames: readonly FormerName[];
  readonly onboardedAt: Date;
}

export interface Onboarding {
  /** Left out: an enterprise. */
  readonly kind?: OrganisationKind;
  readonly legalName: string;
  readonly capabilities: readonly Capability[];
  readonly identifiers: readonly Identifier[];
}

export const MOST_IDENTIFIERS = 10;

/**
 * What is kept of an onboarding: the name in its kept form, each capability once, identifiers as given.
 * @throws parties.legal_name_malformed, capabilities_missing, identifiers_missing, identifier_invalid,
 *   person_supplies_only, resident_number_misplaced (422)
 */
export function assertOnboarding(wish: Onboarding): Required<Onboarding> {
  const legalName = keptName(wish.legalName);
  if (legalName === null) throw errors.legal_name_malformed();
  const capabilities = CAPABILITIES.filter((one) => wish.capabilities.includes(one));
  if (capabilities.length === 0) throw errors.capabilities_missing();
  const { identifiers, kind = 'enterprise' } = wish;
  if (kind === 'natural_person' && capabilities.join() !== 'supplier') throw errors.person_supplies_only();
  if ((kind === 'natural_person') !== identifiers.some(({ scheme }) => scheme === 'RESIDENT_ID'))
    throw errors.resident_number_misplaced();
  if (identifiers.length === 0 || identifiers.length > MOST_IDENTIFIERS)
    throw errors.identifiers_missing({ most: MOST_IDENTIFIERS });
  const faults = identifiers.flatMap((one, index) => faultsOf(one, index, identifiers));
  if (faults.length > 0) throw errors.identifier_invalid({ reason: faults[0]?.message }, faults);
  return {
    kind,
    legalName,
    capabilities,
    identifiers: identifiers.map(({ scheme, value }) => ({ scheme, value })),
  };
}

function faultsOf(identifier: Identifier, index: number, all: readonly Identifier[]): FieldError[] {
  const message = identifierFault(identifier) ?? repeatFault(identifier, index, all);
  if (!message) return [];
  const fix = {
    en: 'Copy the number from the certificate, or leave it out.',
    zh: '请按证照原文填写，或删除该项。',
  };
  return [{ pointer: `/identifiers/${index}/value`, rule: identifier.scheme, message, fix }];
}

/** One value may stand under two schemes, as a USCC that is the VAT number too, but not twice under one. */
function repeatFault({ scheme, value }: Identifier, index: number, all: readonly Identifier[]) {
  const key = identifierKey(value);
  const repeated = all
    .slice(0, index)
    .some((one) => one.scheme === scheme && identifierKey(one.value) === key);
  return repeated ? { en: 'This identifier is given twice.', zh: '该标识号码重复填写。' } : null;
}

/** @throws parties.status_unchanged (409) */
export function assertTransition(from: OrganisationState, to: OrganisationState): void {
  if (!TRANSITIONS[from].includes(to)) throw errors.status_unchanged({ status: to });
}

/** What may be done to an organisation now by someone of `ownOrganisationId` with these permissions. */
export function actionsOn(
  { id, status }: OrganisationSummary,
  permissions: ReadonlySet<string>,
  ownOrganisationId: string,
): string[] {
  if (id === ownOrganisationId) return [];
  const admits = permissions.has('organisation.onboard') && status !== 'left';
  return [
    ...(admits ? [status === 'active' ? 'suspend' : 'reinstate', 'offboard'] : []),
    ...(permissions.has('organisation.describe') ? ['rename'] : []),
  ];
}
