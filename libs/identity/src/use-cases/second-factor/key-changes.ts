// What every change to a person's keys does besides: the person's version goes up, sessions end, and a deed is left.
import { Injectable } from '@nestjs/common';
import { AuditLog, type By } from '#audit';
import { EVERYONE, type Tx } from '#platform';
import type { EndedSession } from '../../data/session.store';
import { UserStore } from '../../data/user.store';
import { errors } from '../../domain/errors';
import { type EndReason, EndSessions } from '../session/end-sessions';

interface KeyChange {
  readonly action: string;
  readonly reason: EndReason;
  /** The session that may go on, or null. */
  readonly except: string | null;
  readonly details?: Readonly<Record<string, unknown>>;
}

@Injectable()
export class KeyChanges {
  constructor(
    private readonly users: UserStore,
    private readonly ending: EndSessions,
    private readonly audit: AuditLog,
  ) {}

  async record(tx: Tx, by: By, userId: string, change: KeyChange): Promise<EndedSession[]> {
    const user = await this.users.lock(tx, EVERYONE, userId);
    if (!user) throw errors.user_not_found();
    const version = user.version + 1;
    await this.users.setVersion(tx, userId, version);
    const { except, reason } = change;
    const ended = await this.ending.ofUser(tx, by, userId, { except, reason });
    await this.audit.record(tx, by, [
      {
        action: change.action,
        subjectType: 'user',
        subjectId: userId,
        subjectVersion: version,
        details: { ...change.details, endedSessions: ended.length },
        visibleTo: [user.organisationId],
      },
    ]);
    return ended;
  }

  /** After the commit. */
  forget(ended: readonly EndedSession[]): void {
    this.ending.forget(ended);
  }
}
