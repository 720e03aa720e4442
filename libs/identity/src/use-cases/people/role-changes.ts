// The change of roles itself, whoever decided it: the row, the deed, and the end of the person's sessions, which were
// opened for other permissions.
import { Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import type { Actor, Tx } from '#platform';
import type { EndedSession } from '../../data/session.store';
import { UserStore } from '../../data/user.store';
import type { Role } from '../../domain/permissions';
import type { User } from '../../domain/user';
import { EndSessions } from '../session/end-sessions';

interface RoleChange {
  readonly by: Actor;
  readonly user: User;
  readonly roles: readonly Role[];
  readonly reason: string;
}

@Injectable()
export class RoleChanges {
  constructor(
    private readonly users: UserStore,
    private readonly ending: EndSessions,
    private readonly audit: AuditLog,
  ) {}

  /** Adds the sessions that ended to `ended`. */
  async apply(tx: Tx, { by, user, roles, reason }: RoleChange, ended: EndedSession[]): Promise<User> {
    const changed = { ...user, roles, pendingRoles: null, version: user.version + 1 };
    await this.users.setRoles(tx, user.id, roles, changed.version);
    ended.push(...(await this.ending.ofUser(tx, by, user.id, { except: null, reason: 'roles_changed' })));
    await this.audit.record(tx, by, [
      {
        action: 'identity.roles_changed',
        subjectType: 'user',
        subjectId: user.id,
        subjectVersion: changed.version,
        details: { from: user.roles, to: roles, reason },
        visibleTo: [user.organisationId],
      },
    ]);
    return changed;
  }

  /** After the commit this process forgets the sessions that ended. */
  async forgetting<T>(work: (ended: EndedSession[]) => Promise<T>): Promise<T> {
    const ended: EndedSession[] = [];
    const done = await work(ended);
    this.ending.forget(ended);
    return done;
  }
}
