// Somebody used a token of a person a second time: the session has ended, and its holder is told.
import { Injectable } from '@nestjs/common';
import { sessionStolen } from '#identity';
import { On, type Payload } from '#platform';
import { Entries } from '../use-cases/entries';

@Injectable()
export class WhenSessionStolen {
  constructor(private readonly entries: Entries) {}

  @On(sessionStolen)
  async handle({ userId, organisationId }: Payload<typeof sessionStolen.fields>, eventId: string) {
    await this.entries.take(eventId, [
      { organisationId, kind: 'session_stolen', subjectId: userId, personId: userId },
    ]);
  }
}
