import { CAPABILITIES } from '#parties';
import { DomainError } from '#kernel';
import { ROLE_TABLE, ROLES } from './permissions';
import {
  actionsOn,
  assertLogin,
  assertName,
  assertRoles,
  assertTransition,
  type User,
  USER_STATES,
} from './user';

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'accepted';
}

describe('assertLogin', () => {
  it.each([
    ['anna', 'anna'],
    [' Anna.Li@Example.COM ', 'anna.li@example.com'],
    ['ａｎｎａ', 'anna'],
    ['a'.repeat(80), 'a'.repeat(80)],
  ])('%j becomes %j', (given, login) => expect(assertLogin(given)).toBe(login));

  it.each(['', 'ab', 'a b c', '.anna', '安娜安娜', 'a'.repeat(81), 'an\u0000na'])('refuses %j', (given) =>
    expect(codeOf(() => assertLogin(given))).toBe('identity.login_malformed'),
  );
});

describe('assertName', () => {
  it.each([
    ['李安娜', '李安娜'],
    ['  Anna \t Li ', 'Anna Li'],
  ])('%j becomes %j', (given, name) => expect(assertName(given)).toBe(name));
  it.each(['', ' ', '\u200b', 'x'.repeat(101), 'a\ud800'])('refuses %j', (given) =>
    expect(codeOf(() => assertName(given))).toBe('identity.name_malformed'),
  );
});

describe('assertRoles', () => {
  const pairs = ROLES.flatMap((role) => CAPABILITIES.map((capability) => [role, capability] as const));
  it.each(pairs)('%s in a %s', (role, capability) => {
    const heldBy: readonly string[] = ROLE_TABLE[role].heldBy;
    expect(codeOf(() => assertRoles([role], [capability]))).toBe(
      heldBy.includes(capability) ? 'accepted' : 'identity.role_not_allowed',
    );
  });

  it('counts a role once', () =>
    expect(assertRoles(['supplier', 'supplier'], ['supplier', 'bank'])).toEqual(['supplier']));

  it.each<[string[], string[], string]>([
    [[], ['supplier'], 'identity.roles_missing'],
    [['supplier'], [], 'identity.role_not_allowed'],
    [['root'], ['operator'], 'identity.role_not_allowed'],
    [['risk_officer'], ['supplier'], 'identity.role_not_allowed'],
    [['supplier', 'risk_officer'], ['supplier'], 'identity.role_not_allowed'],
    [['operator', 'supplier'], ['operator', 'supplier'], 'identity.roles_conflict'],
    [['registrar', 'registry_user'], ['registrar', 'registry_user'], 'identity.roles_conflict'],
    [['registrar', 'operator'], ['registrar', 'operator'], 'accepted'],
    [['debtor_maker', 'supplier'], ['core_enterprise', 'supplier'], 'accepted'],
  ])('%j in %j: %s', (roles, capabilities, code) =>
    expect(codeOf(() => assertRoles(roles, capabilities))).toBe(code),
  );
});

describe('the states of a user', () => {
  const pairs = USER_STATES.flatMap((from) => USER_STATES.map((to) => [from, to] as const));
  it.each(pairs)('%s to %s', (from, to) =>
    expect(codeOf(() => assertTransition(from, to))).toBe(
      from === to ? 'identity.status_unchanged' : 'accepted',
    ),
  );
});

describe('actionsOn', () => {
  const user = { id: 'u', status: 'active' } as unknown as User;
  const may = new Set(['user.create']);
  const assigns = new Set(['user.create', 'user.assign']);
  it.each([
    ['someone else', user, may, 'me', ['suspend', 'reset_totp', 'ask_reset']],
    ['a suspended one', { ...user, status: 'suspended' as const }, may, 'me', ['reinstate', 'reset_totp']],
    ['oneself', user, may, 'u', ['change_password']],
    ['oneself, as an administrator', user, assigns, 'u', ['change_password', 'change_roles']],
    ['as an administrator', user, assigns, 'me', ['suspend', 'change_roles', 'reset_totp', 'ask_reset']],
    [
      'one who asked for roles',
      { ...user, pendingRoles: ['supplier' as const] },
      ...([assigns, 'me', ['suspend', 'change_roles', 'decide_roles', 'reset_totp', 'ask_reset']] as const),
    ],
    [
      'one for whom somebody asked',
      { ...user, resetAskedBy: 'x' },
      ...([may, 'me', ['suspend', 'reset_totp', 'approve_reset', 'decline_reset']] as const),
    ],
    [
      'one for whom oneself asked',
      { ...user, resetAskedBy: 'me' },
      ...([may, 'me', ['suspend', 'reset_totp', 'decline_reset']] as const),
    ],
    ['without the permission', user, new Set<string>(), 'me', []],
  ])('%s', (_, one, permissions, own, actions) => expect(actionsOn(one, permissions, own)).toEqual(actions));
});
