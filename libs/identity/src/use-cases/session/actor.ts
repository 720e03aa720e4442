// What platform knows of a user: roles become permissions, and a scope.
import { type Actor, WITHOUT_SIGN_IN } from '#platform';
import { permissionsOf, visibleTo } from '../../domain/permissions';

interface Person {
  readonly id: string;
  readonly organisationId: string;
  readonly roles: readonly string[];
}

/** A person. `sessionId` is empty where nobody is signed in, as for a command of the machine itself. */
export function actorFor({ id, organisationId, roles }: Person, sessionId: string): Actor {
  return {
    ...WITHOUT_SIGN_IN,
    userId: id,
    organisationId,
    roles,
    permissions: permissionsOf(roles),
    scope: { organisations: visibleTo(roles, organisationId) },
    sessionId,
  };
}
