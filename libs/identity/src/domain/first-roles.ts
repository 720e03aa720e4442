// What the first user of an organisation may do: everything that its people may do in its own affairs. Deeds that take
// two people still take a second one.
import { ROLE_TABLE, type Role, ROLES } from './permissions';

/** Empty where an organisation of these capabilities has nothing of its own to do. */
export function firstRoles(capabilities: readonly string[]): Role[] {
  return ROLES.filter((role) => {
    const { heldBy, sees } = ROLE_TABLE[role];
    return sees === 'own' && heldBy.some((one: string) => capabilities.includes(one));
  });
}
