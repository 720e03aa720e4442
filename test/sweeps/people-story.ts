// The part of the story about roles, second factors and machine clients; and what a step of the story is.
import type { Role } from '#identity';
import { invariant } from '#kernel';
import type { Tenant } from './small-world';

export interface Scene {
  readonly own: Tenant;
  readonly foreign: Tenant;
  /** What a step gave, by its route. */
  readonly made: ReadonlyMap<string, string>;
}
export interface Step {
  readonly route: string;
  readonly who: Role;
  /** What the path names. */
  readonly id?: (scene: Scene) => string;
  readonly body?: (scene: Scene) => object;
  readonly raw?: (scene: Scene) => FormData | Promise<FormData>;
  /** The actions of the deeds, in order of name. */
  readonly deeds: readonly string[];
}

/** The public key of RFC 8037, appendix A.2, and its thumbprint of A.3. */
const RFC_8037_KEY = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };
const RFC_8037_THUMBPRINT = 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k';

export function idIn(made: ReadonlyMap<string, string>, route: string): string {
  const id = made.get(route);
  invariant(id, `${route} was done before`);
  return id;
}

export const PEOPLE_STORY: readonly Step[] = [
  {
    route: 'POST /api/users/{id}/roles',
    who: 'administrator',
    id: ({ own }) => own.players.administrator.userId,
    body: () => ({ roles: ['administrator', 'supplier'], reason: 'sweep' }),
    deeds: ['identity.roles_proposed'],
  },
  {
    route: 'POST /api/users/{id}/roles/decision',
    who: 'operator',
    id: ({ own }) => own.players.administrator.userId,
    body: () => ({ decision: 'decline' }),
    deeds: ['identity.roles_declined'],
  },
  {
    route: 'POST /api/users/second-factor-rule',
    who: 'administrator',
    body: () => ({ required: false }),
    deeds: ['identity.second_factor_left_open'],
  },
  {
    route: 'POST /api/clients',
    who: 'administrator',
    body: () => ({ name: '对账程序', permissions: ['receivable.read'] }),
    deeds: ['identity.client_registered'],
  },
  {
    route: 'POST /api/clients/{id}/keys',
    who: 'administrator',
    id: ({ made }) => idIn(made, 'POST /api/clients'),
    body: () => ({ jwk: RFC_8037_KEY }),
    deeds: ['identity.client_key_added'],
  },
  {
    route: 'POST /api/clients/{id}/keys/retirement',
    who: 'administrator',
    id: ({ made }) => idIn(made, 'POST /api/clients'),
    body: () => ({ kid: RFC_8037_THUMBPRINT }),
    deeds: ['identity.client_key_retired'],
  },
  {
    route: 'POST /api/clients/{id}/status',
    who: 'administrator',
    id: ({ made }) => idIn(made, 'POST /api/clients'),
    body: () => ({ status: 'suspended', reason: 'sweep' }),
    deeds: ['identity.client_suspended'],
  },
];
