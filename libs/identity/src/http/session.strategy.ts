// Who is calling, for passport: by the session cookie of a browser.
import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-strategy';
import type { Actor } from '#platform';
import { Sessions } from '../use-cases/session/sessions';
import { cookieOf } from './request-tokens';

class TokenStrategy extends Strategy {
  protected sessions!: Sessions;

  override authenticate(request: unknown): void {
    const { ip: address } = request as FastifyRequest;
    const token = cookieOf(request as FastifyRequest);
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
