// A machine client: a program of one organisation that shows who it is by a private key (RFC 7523), and may do a part
// of the organisation's business.
import { breaksSeparation, isRole, permissionsOf, ROLE_TABLE } from './permissions';
import { errors } from './errors';

export const CLIENT_STATES = ['active', 'suspended'] as const;
export type ClientState = (typeof CLIENT_STATES)[number];

export interface PublicJwk {
  readonly kty: 'EC' | 'OKP';
  readonly crv: 'P-256' | 'Ed25519';
  readonly x: string;
  readonly y?: string;
}
export interface ClientKey {
  /** Thumbprint of the key (RFC 7638): nobody chooses it. */
  readonly kid: string;
  readonly jwk: PublicJwk;
  readonly validFrom: Date;
  readonly validUntil: Date | null;
  readonly addedAt: Date;
  readonly retiredAt: Date | null;
}
export interface MachineClient {
  readonly id: string;
  readonly organisationId: string;
  readonly name: string;
  readonly permissions: readonly string[];
  readonly status: ClientState;
  readonly version: number;
  readonly createdAt: Date;
}

export const TOKEN_SECONDS = 900;
export const MOST_ASSERTION_SECONDS = 300;
export const SKEW_SECONDS = 30;
export const CLIENT_TOKEN_MARK = 'yqc_';

/** The algorithm follows from the key and never from what the assertion says. */
export const algorithmOf = ({ crv }: Pick<PublicJwk, 'crv'>): 'ES256' | 'EdDSA' =>
  crv === 'P-256' ? 'ES256' : 'EdDSA';

export const isClientTokenShaped = (token: string): boolean => /^yqc_[\w-]{43}$/.test(token);

export function inForce({ validFrom, validUntil, retiredAt }: ClientKey, now: Date): boolean {
  return retiredAt === null && validFrom <= now && (validUntil === null || now < validUntil);
}

/** What programs never do: they neither make people nor other programs. */
const FOR_PEOPLE = /^(user|client)\./;

/**
 * What a program of an organisation of these capabilities may be given: what its people may do in its own affairs,
 * without making and checking the same thing.
 * @throws identity.scopes_not_allowed (422)
 */
export function assertScopes(permissions: readonly string[], capabilities: readonly string[]): string[] {
  const wanted = [...new Set(permissions)].sort();
  const roles = Object.keys(ROLE_TABLE)
    .filter(isRole)
    .filter((role) => {
      const { heldBy, sees } = ROLE_TABLE[role];
      return sees === 'own' && heldBy.some((one: string) => capabilities.includes(one));
    });
  const offered: ReadonlySet<string> = permissionsOf(roles);
  const foreign = wanted.filter((one) => !offered.has(one) || FOR_PEOPLE.test(one));
  if (wanted.length === 0 || foreign.length > 0) throw errors.scopes_not_allowed({ permissions: foreign });
  if (breaksSeparation(new Set(wanted))) throw errors.scopes_not_allowed({ permissions: wanted });
  return wanted;
}

/** The scopes of a token: those asked for, or all. @throws identity.scope_exceeded (422) */
export function grantedScopes(asked: string | undefined, permissions: readonly string[]): string[] {
  const wanted = (asked ?? '').split(' ').filter((one) => one !== '');
  if (wanted.length === 0) return [...permissions];
  if (wanted.some((one) => !permissions.includes(one))) throw errors.scope_exceeded();
  return [...new Set(wanted)];
}
