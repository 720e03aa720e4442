// Looks whether filings, new or amended, meet the searches that were kept, by the very rules of a search, and tells each once.
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#kernel';
import { CLOCK, Db, Events, Every, Log } from '#platform';
import { SavedSearchStore, type Watching } from '../../data/saved/saved-search.store';
import { instantText, microsOf } from '../../domain/filing-time';
import { nameKey } from '../../domain/party-key';
import { OVERLAP_MS } from '../../domain/saved-search';
import { savedSearchMet } from '../../registry.events';
import { FindNames } from '../search/find-names';

const AT_ONCE = 200;
const FIRST = '00000000-0000-0000-0000-000000000000';

@Injectable()
export class WatchRegister {
  constructor(
    private readonly db: Db,
    private readonly store: SavedSearchStore,
    private readonly names: FindNames,
    private readonly events: Events,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Log) private readonly log: Log,
  ) {}

  @Every('registry.watch', '*/5 * * * *')
  async execute(): Promise<void> {
    for (let after = FIRST; ;) {
      const some = await this.store.watching(this.db.reads, after, AT_ONCE);
      for (const one of some)
        // What goes wrong with one keeps none of the others waiting; the next round looks at it again.
        await this.look(one).catch((error: unknown) => this.log.error(error, `kept search ${one.id}`));
      const last = some.at(-1);
      if (!last) return;
      after = last.id;
    }
  }

  private async look(one: Watching): Promise<void> {
    const on = this.db.reads;
    const now = instantText(microsOf(this.clock.now()));
    const since = new Date(Date.parse(one.lookedUntil) - OVERLAP_MS).toISOString();
    const met = await this.store.met(on, one, await this.keys(one), since);
    await this.db.run(async (tx) => {
      const fresh = await this.store.note(tx, one.id, met, now);
      const { id: savedSearchId, organisationId, userId, reference } = one;
      await this.events.emit(
        tx,
        savedSearchMet,
        fresh.map(({ filingId, number }) => ({
          ...{ savedSearchId, organisationId, userId, filingId, number },
          reference: reference ?? '',
        })),
      );
    });
  }

  private async keys({ watches, term }: Watching): Promise<string[]> {
    if (watches === 'asset') return [term];
    const { found } = await this.names.execute(this.db.reads, term);
    return [...new Set([nameKey(term), ...found.map((one) => one.nameKey)])];
  }
}
