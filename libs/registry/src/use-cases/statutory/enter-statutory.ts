// A person enters what the statutory registry gave for a filing of their own.
import { Injectable } from '@nestjs/common';
import { invariant } from '#kernel';
import { type Command, Once } from '#platform';
import type { StatutoryFacts } from '../../domain/statutory/statutory';
import { type EntryAnswer, StatutoryQueries } from './statutory.queries';
import { StatutoryRegistrations } from './statutory-registrations';

@Injectable()
export class EnterStatutory {
  constructor(
    private readonly once: Once,
    private readonly registrations: StatutoryRegistrations,
    private readonly queries: StatutoryQueries,
  ) {}

  /** @throws as StatutoryRegistrations.enter */
  execute(command: Command, given: StatutoryFacts): Promise<EntryAnswer> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const [entry] = await this.registrations.enter(tx, actor, [given], 'manual');
      invariant(entry, 'one is entered');
      return this.queries.one(tx, actor, entry.id);
    });
  }
}
