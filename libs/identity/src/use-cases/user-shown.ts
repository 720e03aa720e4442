// A user as those see them who may see them at all.
import type { Actor } from '#platform';
import { actionsOn, type User } from '../domain/user';

export interface UserShown extends Omit<User, 'createdAt'> {
  readonly createdAt: string;
  readonly actions: readonly string[];
}

export function shown(user: User, viewer: Pick<Actor, 'userId' | 'permissions'>): UserShown {
  const { id, login, name, organisationId, roles, status, version, createdAt } = user;
  const actions = actionsOn(user, viewer.permissions, viewer.userId);
  return {
    ...{ id, login, name, organisationId, roles, status, version, actions },
    createdAt: createdAt.toISOString(),
  };
}
