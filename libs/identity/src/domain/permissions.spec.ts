import { CAPABILITIES } from '#parties';
import {
  breaksSeparation,
  isRole,
  PERMISSIONS,
  permissionsOf,
  type Role,
  ROLE_TABLE,
  ROLES,
  visibleTo,
} from './permissions';

const OWN = '0190a000-0000-7000-8000-000000000001';

/** Deeds that must never meet in one role: whoever asks does not answer, whoever watches does not act. */
const APART: readonly (readonly [string, string])[] = [
  ['confirmation.propose', 'confirmation.check'],
  ['receivable.complete', 'confirmation.propose'],
  ['receivable.complete', 'confirmation.check'],
  ['offer.create', 'offer.accept'],
  ['offer.create', 'limit.set'],
  ['user.create', 'offer.accept'],
  ['user.create', 'offer.read'],
  ['parameter.set', 'registration.file'],
  ['objection.file', 'registration.revoke'],
  ['registration.file', 'registration.revoke'],
  ['account.propose', 'account.verify'],
  ['account.propose', 'payout.approve'],
  ['account.verify', 'payout.instruct'],
  ['title.waive', 'payout.instruct'],
  ['offer.accept', 'payout.instruct'],
  ['slip.read', 'account.propose'],
];

describe('the table of roles', () => {
  it.each(ROLES)('%s is frozen, without repetition, and held by capabilities that exist', (role) => {
    const { permissions, heldBy } = ROLE_TABLE[role];
    expect([ROLE_TABLE, ROLE_TABLE[role], permissions, heldBy].every(Object.isFrozen)).toBe(true);
    expect(new Set(permissions).size).toBe(permissions.length);
    expect(heldBy.length).toBeGreaterThan(0);
    expect(CAPABILITIES).toEqual(expect.arrayContaining([...heldBy]));
  });

  it('has a role for every capability', () => {
    const held = new Set<string>(ROLES.flatMap((role): readonly string[] => ROLE_TABLE[role].heldBy));
    expect([...held].sort()).toEqual([...CAPABILITIES].sort());
  });

  it.each(ROLES.flatMap((role) => APART.map((pair) => [role, ...pair] as const)))(
    '%s does not hold both %s and %s',
    (role, one, other) => {
      const permissions = permissionsOf([role]) as ReadonlySet<string>;
      expect(permissions.has(one) && permissions.has(other)).toBe(false);
    },
  );

  it.each(ROLES.filter((role) => ROLE_TABLE[role].sees === 'all'))(
    '%s sees all and moves nothing',
    (role) => {
      const moving =
        /^(offer|request|receivable|confirmation|deal|limit|upload|payout|payment|statement|title)\.|^registration\.file$/;
      expect(ROLE_TABLE[role].permissions.filter((one) => moving.test(one))).toEqual([]);
    },
  );

  it.each<[Role, number]>([
    ['supplier', 39],
    ['debtor_maker', 21],
    ['debtor_checker', 23],
    ['relationship_officer', 28],
    ['operations', 19],
    ['risk_officer', 27],
    ['registry_user', 12],
    ['registrar', 7],
    ['regulator', 7],
    ['administrator', 9],
    ['operator', 39],
  ])('%s has %i permissions', (role, count) => expect(permissionsOf([role]).size).toBe(count));

  it('names permissions as thing.verb, each once, in order', () => {
    expect(PERMISSIONS.every((one) => /^[a-z]+\.[a-z]+$/.test(one))).toBe(true);
    expect(PERMISSIONS).toEqual([...new Set(PERMISSIONS)].sort());
  });
});

describe('permissionsOf', () => {
  it('joins roles', () => {
    const joined = permissionsOf(['debtor_maker', 'debtor_checker']);
    expect(joined.has('confirmation.propose') && joined.has('confirmation.check')).toBe(true);
    expect(joined.has('offer.accept')).toBe(false);
  });
  it.each([[[]], [['root']], [['toString']], [['__proto__']]])('gives nothing for %j', (roles: string[]) =>
    expect(permissionsOf(roles).size).toBe(0),
  );
});

describe('breaksSeparation', () => {
  it.each<[readonly Role[], boolean]>([
    [['debtor_maker', 'debtor_checker'], true],
    [['debtor_maker'], false],
    [['debtor_checker'], false],
    [['administrator', 'debtor_checker'], false],
    [[], false],
  ])('%j: %s', (roles, breaks) => expect(breaksSeparation(permissionsOf(roles))).toBe(breaks));
});

describe('visibleTo', () => {
  it.each<[readonly string[], readonly string[] | 'all']>([
    [['operator'], 'all'],
    [['registrar', 'regulator'], 'all'],
    [['supplier'], [OWN]],
    [['operator', 'supplier'], [OWN]],
    [[], []],
    [['root'], []],
  ])('%j', (roles, expected) => expect(visibleTo(roles, OWN)).toEqual(expected));
});

it('knows a role from other names', () => {
  expect(isRole('operator')).toBe(true);
  expect(isRole('constructor')).toBe(false);
});
