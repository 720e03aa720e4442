// Who is calling, for passport: by the token of the Authorization header, a person's or a machine client's.
import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-strategy';
import type { Actor } from '#platform';
import { ClientActors } from '../use-cases/clients/client-actors';
import { Sessions } from '../use-cases/session/sessions';
import { bearerOf } from './request-tokens';

class TokenStrategy extends Strategy {
  protected sessions!: Sessions;
  protected clients!: ClientActors;

  override authenticate(request: unknown): void {
    const { ip: address } = request as FastifyRequest;
    const token = bearerOf(request as FastifyRequest);
    if (token === undefined) return this.fail(401);
    this.holderOf(token).then(
      (actor) => (actor ? this.success({ ...actor, address }) : this.fail(401)),
      (error: unknown) => this.error(error instanceof Error ? error : new Error(String(error))),
    );
  }

  private async holderOf(token: string): Promise<Actor | null> {
    return (await this.sessions.verify(token)) ?? this.clients.verify(token);
  }
}

@Injectable()
export class BearerStrategy extends PassportStrategy(TokenStrategy, 'bearer', 0) {
  constructor(sessions: Sessions, clients: ClientActors) {
    super();
    this.sessions = sessions;
    this.clients = clients;
  }

  /** Asked for by Nest's bridge to passport; the token led to the caller already. */
  validate(actor: Actor): Actor {
    return actor;
  }
}
