// What the first user of an organisation may do: what its people may do in its own affairs, but for what one person may
// not both make and check. Those roles are given to another person, whom the first user makes.
import { breaksSeparation, permissionsOf, ROLE_TABLE, type Role, ROLES } from './permissions';

/** Empty where an organisation of these capabilities has nothing of its own to do. */
export function firstRoles(capabilities: readonly string[]): Role[] {
  const open = ROLES.filter((role) => {
    const { heldBy, sees } = ROLE_TABLE[role];
    return sees === 'own' && heldBy.some((one: string) => capabilities.includes(one));
  });
  return open.reduce<Role[]>((given, role) => {
    const together = [...given, role];
    return breaksSeparation(permissionsOf(together)) ? given : together;
  }, []);
}
