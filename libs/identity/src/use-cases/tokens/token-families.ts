// The tokens of a program that a person signed in: a short access token, and a refresh token that is spent by its use.
import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#kernel';
import { CLOCK, type Tx } from '#platform';
import { RefreshTokenStore } from '../../data/refresh-token.store';
import { SessionStore } from '../../data/session.store';
import { TOKEN_SECONDS } from '../../domain/client';
import { hashOfToken } from '../session/token';

export interface TokenPair {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresInSeconds: number;
}

const newToken = () => randomBytes(32).toString('base64url');

@Injectable()
export class TokenFamilies {
  constructor(
    private readonly refreshTokens: RefreshTokenStore,
    private readonly sessions: SessionStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The session goes on under this pair alone. */
  async issue(tx: Tx, sessionId: string): Promise<TokenPair> {
    const now = this.clock.now();
    const [accessToken, refreshToken] = [newToken(), newToken()];
    const expiresAt = new Date(now.getTime() + TOKEN_SECONDS * 1000);
    await this.sessions.setAccessToken(tx, sessionId, hashOfToken(accessToken), expiresAt, now);
    await this.refreshTokens.add(tx, sessionId, hashOfToken(refreshToken), now);
    return { accessToken, refreshToken, expiresInSeconds: TOKEN_SECONDS };
  }
}
