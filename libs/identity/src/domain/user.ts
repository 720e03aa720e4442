// A user: a person of one organisation, with the roles that this organisation's people may hold.
import type { Id } from '#kernel';
import { errors } from './errors';
import { breaksSeparation, isRole, permissionsOf, type Role, ROLE_TABLE } from './permissions';

export const USER_STATES = ['active', 'suspended'] as const;
export type UserState = (typeof USER_STATES)[number];

const TRANSITIONS: Readonly<Record<UserState, readonly UserState[]>> = Object.freeze({
  active: Object.freeze(['suspended'] as const),
  suspended: Object.freeze(['active'] as const),
});

export interface User {
  readonly id: Id<'user'>;
  /** Lower case; unique on the platform. */
  readonly login: string;
  readonly name: string;
  readonly organisationId: string;
  readonly roles: readonly Role[];
  readonly status: UserState;
  readonly version: number;
  readonly createdAt: Date;
  /** Asked for and not decided; left out or null: none. */
  readonly pendingRoles?: readonly Role[] | null;
  /** Verified; left out or null: none, so no link can be mailed. */
  readonly email?: string | null;
  /** Stated and not verified. */
  readonly pendingEmail?: string | null;
  /** Left out: not asked for. */
  readonly secondFactor?: boolean;
  /** Who asked for a new password of this person, where nobody decided yet. */
  readonly resetAskedBy?: string | null;
}

export interface UserWithPassword extends User {
  /** Argon2id, in the PHC string format. */
  readonly passwordHash: string;
}

const LOGIN_FORM = /^[a-z0-9][a-z0-9._@+-]{2,79}$/;
const LONGEST_NAME = 100;

/** How a login is compared: width, case and outer spaces do not count. */
export const loginKey = (login: string): string => login.normalize('NFKC').trim().toLowerCase();

/** @throws identity.login_malformed (422) */
export function assertLogin(login: string): string {
  const key = loginKey(login);
  if (!LOGIN_FORM.test(key)) throw errors.login_malformed();
  return key;
}

/** @throws identity.name_malformed (422) */
export function assertName(name: string): string {
  const kept = name.replace(/[\p{Cf}\p{Cc}\s]+/gu, ' ').trim();
  const length = Array.from(kept).length;
  if (length === 0 || length > LONGEST_NAME || !kept.isWellFormed()) throw errors.name_malformed();
  return kept;
}

/**
 * Each role must suit the organisation, and a role that sees everyone's rows is never joined with one that acts on
 * its own: together they would act on everyone's.
 * @throws identity.roles_missing, role_not_allowed, roles_conflict (422)
 */
export function assertRoles(roles: readonly string[], capabilities: readonly string[]): Role[] {
  const wanted = [...new Set(roles)];
  if (wanted.length === 0) throw errors.roles_missing();
  const known = wanted.filter(isRole);
  const mayHold = (role: string) =>
    isRole(role) && ROLE_TABLE[role].heldBy.some((one: string) => capabilities.includes(one));
  const foreign = wanted.filter((role) => !mayHold(role));
  if (foreign.length > 0) throw errors.role_not_allowed({ roles: foreign });
  if (new Set(known.map((role) => ROLE_TABLE[role].sees)).size > 1) throw errors.roles_conflict();
  return known;
}

/** @throws identity.roles_not_apart (422) where one person would make and check */
export function assertSeparated(roles: readonly string[]): void {
  if (breaksSeparation(permissionsOf(roles))) throw errors.roles_not_apart();
}

export const sameRoles = (one: readonly string[], other: readonly string[]): boolean =>
  [...new Set(one)].sort().join() === [...new Set(other)].sort().join();

/** @throws identity.status_unchanged (409) */
export function assertTransition(from: UserState, to: UserState): void {
  if (!TRANSITIONS[from].includes(to)) throw errors.status_unchanged({ status: to });
}

/** What may be done to a user now by the user `ownId` with these permissions. */
export function actionsOn(
  { id, status, pendingRoles, resetAskedBy = null }: User,
  permissions: ReadonlySet<string>,
  ownId: string,
): string[] {
  const assigning = permissions.has('user.assign') ? ['change_roles'] : [];
  if (id === ownId) return ['change_password', ...assigning];
  if (!permissions.has('user.create')) return [];
  const deciding = assigning.length > 0 && (pendingRoles ?? null) !== null ? ['decide_roles'] : [];
  const resetting = resetActions(status, resetAskedBy, ownId);
  return [
    status === 'active' ? 'suspend' : 'reinstate',
    ...assigning,
    ...deciding,
    'reset_totp',
    ...resetting,
  ];
}

/** One person asks for somebody's new password, another one agrees; whoever asked may take it back. */
function resetActions(status: UserState, askedBy: string | null, ownId: string): string[] {
  if (status !== 'active') return [];
  if (askedBy === null) return ['ask_reset'];
  return askedBy === ownId ? ['decline_reset'] : ['approve_reset', 'decline_reset'];
}
