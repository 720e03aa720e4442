// Keeps a search on a name or an asset, or ends one; what it meets later is told.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Clock, newId, shardFor } from '#kernel';
import { CLOCK, type Command, Once, type Tx, violates } from '#platform';
import { SavedSearchStore } from '../../data/saved/saved-search.store';
import { errors } from '../../domain/errors';
import { instantText, microsOf } from '../../domain/filing-time';
import { type SavedSearch, savedFaults, termKeyOf, type Watches } from '../../domain/saved-search';
import { type SavedAnswer, savedAnswer } from './saved-searches.queries';

export interface ToSave {
  readonly watches: Watches;
  readonly term: string;
  readonly reference: string | null;
}

@Injectable()
export class SaveSearch {
  constructor(
    private readonly once: Once,
    private readonly store: SavedSearchStore,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws registry.search_invalid (400), registry.search_saved_already (409) */
  async save(command: Command, { watches, term, reference }: ToSave): Promise<SavedAnswer> {
    const { actor } = command;
    const faults = savedFaults(watches, term);
    if (faults.length > 0) throw errors.search_invalid({}, faults);
    const { userId, organisationId } = actor;
    const saved: SavedSearch = {
      ...{ id: newId<'saved_search'>(shardFor(organisationId)), organisationId, userId },
      ...{ watches, term: term.trim(), termKey: termKeyOf(watches, term.trim()), reference },
      ...{ savedAt: instantText(microsOf(this.clock.now())), endedAt: null, version: 1, meetings: 0 },
    };
    try {
      return await this.once.run(command, async (tx) => {
        await this.store.add(tx, saved);
        await this.record(tx, command, saved, 'registry.search_saved');
        return savedAnswer(saved, actor);
      });
    } catch (error) {
      if (violates(error, 'saved_search_once')) throw errors.search_saved_already();
      throw error;
    }
  }

  /** @throws registry.saved_search_not_found (404) also when it has ended */
  end(command: Command, id: string): Promise<SavedAnswer> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const at = instantText(microsOf(this.clock.now()));
      const ended = await this.store.end(tx, { organisations: [actor.organisationId] }, id, at);
      if (!ended) throw errors.saved_search_not_found();
      await this.record(tx, command, ended, 'registry.saved_search_ended');
      return savedAnswer(ended, actor);
    });
  }

  /** The log says that a search was kept, not for whom anybody looks. */
  private record(
    tx: Tx,
    { actor }: Command,
    { id, version, watches }: SavedSearch,
    action: string,
  ): Promise<void> {
    const deed = { subjectType: 'registry.saved_search', subjectId: id, subjectVersion: version };
    return this.audit.record(tx, actor, [{ ...deed, action, details: { watches } }]);
  }
}
