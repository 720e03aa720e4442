// The end of a session by the person's own wish; a second one changes nothing.
import { Injectable } from '@nestjs/common';
import { type Actor, Db } from '#platform';
import { EndSessions } from './end-sessions';

@Injectable()
export class SignOut {
  constructor(
    private readonly db: Db,
    private readonly ending: EndSessions,
  ) {}

  async execute(actor: Actor): Promise<void> {
    this.ending.forget(await this.db.run((tx) => this.ending.one(tx, actor, actor.sessionId)));
  }
}
