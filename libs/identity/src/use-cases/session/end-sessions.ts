// Ends sessions, each with its deed. What this process remembers of them is forgotten after the commit.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog, type By } from '#audit';
import type { Clock } from '#kernel';
import { CLOCK, type Tx } from '#platform';
import { type EndedSession, SessionStore } from '../../data/session.store';
import { Sessions } from './sessions';

export type EndReason =
  | 'signed_out'
  | 'revoked'
  | 'password_changed'
  | 'second_factor_changed'
  | 'roles_changed'
  | 'refresh_token_reused'
  | 'user_suspended';

@Injectable()
export class EndSessions {
  constructor(
    private readonly sessions: SessionStore,
    private readonly verified: Sessions,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async one(tx: Tx, by: By, sessionId: string, reason: EndReason = 'signed_out'): Promise<EndedSession[]> {
    const ended = await this.sessions.end(tx, sessionId, this.clock.now());
    await this.record(tx, by, ended, reason);
    return ended;
  }

  /** @param except the session that may go on, or null */
  async ofUser(
    tx: Tx,
    by: By,
    userId: string,
    { except, reason }: { readonly except: string | null; readonly reason: EndReason },
  ): Promise<EndedSession[]> {
    const ended = await this.sessions.endOfUser(tx, userId, except, this.clock.now());
    await this.record(tx, by, ended, reason);
    return ended;
  }

  forget(ended: readonly EndedSession[]): void {
    this.verified.forget(ended.map(({ tokenHash }) => tokenHash));
  }

  private async record(tx: Tx, by: By, ended: readonly EndedSession[], reason: EndReason): Promise<void> {
    await this.audit.record(
      tx,
      by,
      ended.map(({ id, version }) => ({
        action: 'identity.session_ended',
        subjectType: 'session',
        subjectId: id,
        subjectVersion: version,
        details: { reason },
      })),
    );
  }
}
