// A person sees where they are signed in and ends what they do not know.
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#kernel';
import { type Actor, CLOCK, Db, EVERYONE } from '#platform';
import { type OpenSessionOfUser, SessionStore } from '../../data/session.store';
import { errors } from '../../domain/errors';
import { isLive } from '../../domain/session';
import { EndSessions } from './end-sessions';
import { Sessions } from './sessions';

export interface SessionShown {
  readonly id: string;
  readonly address: string | null;
  /** How the program names itself. */
  readonly agent: string | null;
  readonly authenticatedBy: readonly string[];
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly isThis: boolean;
  /** Signed in on the device on which the caller sits. */
  readonly isThisDevice: boolean;
}

@Injectable()
export class SessionList {
  constructor(
    private readonly db: Db,
    private readonly store: SessionStore,
    private readonly sessions: Sessions,
    private readonly ending: EndSessions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of(actor: Actor): Promise<SessionShown[]> {
    return (await this.live(actor)).map((session) => ({
      id: session.id,
      address: session.address,
      agent: session.agent,
      authenticatedBy: session.authenticatedBy,
      createdAt: session.createdAt.toISOString(),
      lastSeenAt: session.lastSeenAt.toISOString(),
      isThis: session.id === actor.sessionId,
      isThisDevice: session.device !== null && session.device === actor.device,
    }));
  }

  /** @throws identity.session_not_found (404) also for other people's */
  async end(actor: Actor, id: string): Promise<void> {
    if (!(await this.live(actor)).some((one) => one.id === id)) throw errors.session_not_found();
    this.ending.forget(await this.db.run((tx) => this.ending.one(tx, actor, id, 'revoked')));
  }

  async endOthers(actor: Actor): Promise<{ ended: number }> {
    const options = { except: actor.sessionId, reason: 'revoked' } as const;
    const ended = await this.db.run((tx) => this.ending.ofUser(tx, actor, actor.userId, options));
    this.ending.forget(ended);
    return { ended: ended.length };
  }

  private async live(actor: Actor): Promise<OpenSessionOfUser[]> {
    const [now, idleMinutes] = [this.clock.now(), await this.sessions.idleLimit()];
    const open = await this.store.liveOf(this.db.reads, EVERYONE, actor.userId, now);
    return open.filter((session) => isLive(session, now, idleMinutes));
  }
}
