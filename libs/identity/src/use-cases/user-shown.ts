// A user as those see them who may see them at all.
import type { Actor } from '#platform';
import { actionsOn, type User } from '../domain/user';

export interface UserShown extends Omit<
  User,
  'createdAt' | 'pendingRoles' | 'email' | 'pendingEmail' | 'resetAskedBy' | 'secondFactor'
> {
  readonly createdAt: string;
  readonly pendingRoles: readonly string[] | null;
  readonly email: string | null;
  readonly pendingEmail: string | null;
  readonly resetAsked: boolean;
  readonly secondFactor: boolean;
  readonly actions: readonly string[];
}

export function shown(user: User, viewer: Pick<Actor, 'userId' | 'permissions'>): UserShown {
  const { id, login, name, organisationId, roles, status, version, createdAt } = user;
  const actions = actionsOn(user, viewer.permissions, viewer.userId);
  return {
    ...{ id, login, name, organisationId, roles, status, version, actions },
    createdAt: createdAt.toISOString(),
    pendingRoles: user.pendingRoles ?? null,
    email: user.email ?? null,
    pendingEmail: user.pendingEmail ?? null,
    secondFactor: user.secondFactor ?? false,
    resetAsked: (user.resetAskedBy ?? null) !== null,
  };
}
