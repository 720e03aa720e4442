// The part of the story about roles, second factors and machine clients.
import { idIn, type Step } from './deed-scene';

/** The public key of RFC 8037, appendix A.2, and its thumbprint of A.3. */
const RFC_8037_KEY = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };
const RFC_8037_THUMBPRINT = 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k';

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

/** Nobody is signed in yet, so there is no key; the deed is the platform’s. */
export const OF_STRANGERS: readonly string[] = [
  'POST /api/applications',
  'POST /api/joining/link',
  'POST /api/joining/first-user',
  'POST /api/auth/email/confirmation',
  'POST /api/auth/password-reset/request',
  'POST /api/auth/password-reset/link',
  'POST /api/auth/password-reset',
  'POST /api/inbox/unsubscribe',
];

/** They take no idempotency key or need a code of the moment: their deeds are found by who did them, in tests below. */
export const OF_SESSIONS: readonly string[] = [
  'POST /api/auth/sign-in',
  'POST /api/auth/password',
  'POST /api/auth/sign-out',
  'POST /api/auth/sign-in/code',
  'POST /api/auth/token',
  'POST /api/auth/totp',
  'POST /api/auth/totp/confirmation',
  'POST /api/auth/totp/removal',
  'POST /api/auth/totp/recovery-codes',
  'POST /api/auth/sessions/end',
  'POST /api/users/{id}/totp-reset',
  'POST /api/auth/email',
  'POST /api/users/{id}/password-reset',
  'POST /api/users/{id}/password-reset/decision',
  'POST /api/registrations/{id}/modification-code',
];
