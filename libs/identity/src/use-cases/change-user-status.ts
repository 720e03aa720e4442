// The operator suspends a user, whose sessions end, or lets them back.
import { Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Command, Once } from '#platform';
import type { EndedSession } from '../data/session.store';
import { UserStore } from '../data/user.store';
import { errors } from '../domain/errors';
import { assertTransition, type UserState } from '../domain/user';
import { EndSessions } from './session/end-sessions';
import { shown, type UserShown } from './user-shown';

interface UserStatusChange {
  readonly status: UserState;
  readonly reason: string;
}

@Injectable()
export class ChangeUserStatus {
  constructor(
    private readonly once: Once,
    private readonly users: UserStore,
    private readonly ending: EndSessions,
    private readonly audit: AuditLog,
  ) {}

  /** @throws identity.user_not_found (404), own_user (422), status_unchanged (409) */
  async execute(command: Command, id: string, { status, reason }: UserStatusChange): Promise<UserShown> {
    const { actor } = command;
    let ended: EndedSession[] = [];
    const view = await this.once.run(command, async (tx) => {
      const found = await this.users.lock(tx, actor.scope, id);
      if (!found) throw errors.user_not_found();
      if (id === actor.userId) throw errors.own_user();
      assertTransition(found.status, status);
      const changed = { ...found, status, version: found.version + 1 };
      await this.users.setStatus(tx, id, status, changed.version);
      if (status === 'suspended')
        ended = await this.ending.ofUser(tx, actor, id, { except: null, reason: 'user_suspended' });
      await this.audit.record(tx, actor, [
        {
          action: status === 'active' ? 'identity.user_reinstated' : 'identity.user_suspended',
          subjectType: 'user',
          subjectId: id,
          subjectVersion: changed.version,
          details: { reason },
          visibleTo: [found.organisationId],
        },
      ]);
      return shown(changed, actor);
    });
    this.ending.forget(ended);
    return view;
  }
}
