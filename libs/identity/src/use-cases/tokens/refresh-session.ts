// A program's short access token is renewed by its refresh token, which is spent by that. One that comes again has been
// copied, and nobody can tell the owner from the thief: the whole family ends, and that stays although the request is
// refused.
import { Inject, Injectable } from '@nestjs/common';
import { THE_PLATFORM } from '#audit';
import type { Clock } from '#kernel';
import { CLOCK, Db, type Tx } from '#platform';
import { RefreshTokenStore } from '../../data/refresh-token.store';
import { type EndedSession, type LockedSession, SessionStore } from '../../data/session.store';
import { isTokenShaped } from '../../domain/session';
import { EndSessions } from '../session/end-sessions';
import { hashOfToken } from '../session/token';
import { Thefts } from './thefts';
import { TokenFamilies, type TokenPair } from './token-families';

type Outcome = { readonly pair: TokenPair } | { readonly session: LockedSession | undefined };

@Injectable()
export class RefreshSession {
  constructor(
    private readonly db: Db,
    private readonly tokens: RefreshTokenStore,
    private readonly sessions: SessionStore,
    private readonly families: TokenFamilies,
    private readonly ending: EndSessions,
    private readonly thefts: Thefts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws identity.refresh_refused (401) */
  async execute(refreshToken: string, address: string | null): Promise<TokenPair> {
    const ended: EndedSession[] = [];
    const outcome = await this.db.run((tx) => this.judge(tx, refreshToken, ended));
    this.ending.forget(ended);
    if ('pair' in outcome) return outcome.pair;
    return this.thefts.refuse(outcome.session, ended.length > 0, address);
  }

  private async judge(tx: Tx, refreshToken: string, ended: EndedSession[]): Promise<Outcome> {
    if (!isTokenShaped(refreshToken)) return { session: undefined };
    const tokenHash = hashOfToken(refreshToken);
    const named = await this.tokens.find(tx, tokenHash);
    const session = named && (await this.sessions.lockLive(tx, named.sessionId));
    // Read again, because a twin may have spent it while this one waited.
    const token = session && (await this.tokens.find(tx, tokenHash));
    if (!token) return { session: undefined };
    if (token.spentAt !== null) {
      ended.push(...(await this.ending.one(tx, THE_PLATFORM, session.id, 'refresh_token_reused')));
      await this.thefts.tell(tx, session);
      return { session };
    }
    const now = this.clock.now();
    if (now >= session.expiresAt || session.userStatus !== 'active') return { session };
    await this.tokens.spend(tx, tokenHash, now);
    const pair = await this.families.issue(tx, session.id);
    ended.push(session);
    return { pair };
  }
}
