// What platform knows of a user: roles become permissions, and a scope.
import type { Actor } from '#platform';
import { permissionsOf, visibleTo } from '../../domain/permissions';

interface Person {
  readonly id: string;
  readonly organisationId: string;
  readonly roles: readonly string[];
}

/** `sessionId` is empty where nobody is signed in, as for a command of the machine itself. */
export function actorFor({ id, organisationId, roles }: Person, sessionId: string): Actor {
  return {
    userId: id,
    organisationId,
    roles,
    permissions: permissionsOf(roles),
    scope: { organisations: visibleTo(roles, organisationId) },
    sessionId,
  };
}
