// Searches that somebody keeps: whoever keeps one is told of each new registration that it meets.
import { Injectable } from '@nestjs/common';
import { On, type Payload } from '#platform';
import { savedSearchMet } from '#registry';
import { Entries } from '../use-cases/entries';

@Injectable()
export class WhenSavedSearchMeets {
  constructor(private readonly entries: Entries) {}

  @On(savedSearchMet)
  async met(fact: Payload<typeof savedSearchMet.fields>, eventId: string): Promise<void> {
    const { savedSearchId: subjectId, organisationId, userId: personId, number: label } = fact;
    await this.entries.take(eventId, [
      { organisationId, kind: 'saved_search_met', subjectId, personId, label },
    ]);
  }
}
