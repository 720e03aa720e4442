// The first user's roles: those of the organisation, never making and checking together, and never an office that sees
// everybody's rows.
import fc from 'fast-check';
import { firstRoles } from './first-roles';
import { ROLE_TABLE } from './permissions';
import { assertRoles, assertSeparated } from './user';

const CAPABILITIES = [
  ...new Set(Object.values(ROLE_TABLE).flatMap(({ heldBy }) => heldBy as readonly string[])),
];

it.each([
  [['supplier'], 'supplier', 'debtor_maker'],
  [['core_enterprise'], 'debtor_maker', 'debtor_checker'],
  [['core_enterprise'], 'administrator', 'supplier'],
  [['bank'], 'operations', 'operator'],
  [['guarantor'], 'registry_user', 'regulator'],
])('of %s include %s and not %s', (capabilities, held, not) => {
  expect(firstRoles(capabilities)).toContain(held);
  expect(firstRoles(capabilities)).not.toContain(not);
});

it('may always be held together, and see no stranger’s row', () => {
  fc.assert(
    fc.property(fc.subarray(CAPABILITIES), (capabilities) => {
      const roles = firstRoles(capabilities);
      expect(roles.every((role) => ROLE_TABLE[role].sees === 'own')).toBe(true);
      if (roles.length > 0) expect(assertRoles(roles, capabilities)).toEqual(roles);
      expect(() => assertSeparated(roles)).not.toThrow();
    }),
  );
});
