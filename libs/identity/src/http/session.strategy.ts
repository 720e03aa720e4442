// Who is calling, for passport: the token of the Authorization header, else that of the session cookie. With a header
// there the cookie is not looked at, because the defence against other sites' requests is left out for it.
import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-strategy';
import { type Actor, SESSION_COOKIE } from '#platform';
import { Sessions } from '../use-cases/session/sessions';

/** The token as sent, or undefined; whether it is one is for others to judge. */
export function tokenOf(request: Pick<FastifyRequest, 'headers' | 'cookies'>): string | undefined {
  const { authorization } = request.headers;
  if (authorization === undefined) return request.cookies[SESSION_COOKIE];
  return /^Bearer +(\S+)$/i.exec(authorization)?.[1];
}

class TokenStrategy extends Strategy {
  protected sessions!: Sessions;

  override authenticate(request: unknown): void {
    const { ip: address } = request as FastifyRequest;
    const token = tokenOf(request as FastifyRequest);
    if (token === undefined) return this.fail(401);
    this.sessions.verify(token).then(
      (actor) => (actor ? this.success({ ...actor, address }) : this.fail(401)),
      (error: unknown) => this.error(error instanceof Error ? error : new Error(String(error))),
    );
  }
}

@Injectable()
export class SessionStrategy extends PassportStrategy(TokenStrategy, 'session', 0) {
  constructor(sessions: Sessions) {
    super();
    this.sessions = sessions;
  }

  /** Asked for by Nest's bridge to passport; the token led to the person already. */
  validate(actor: Actor): Actor {
    return actor;
  }
}
