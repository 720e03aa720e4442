// Whoever filed or is named in a registration states that its debt or security has ended, or that a grantor has another name:
// from then on everyone concerned sees by when the register is to say so. It is how one asks before one objects.
import { Injectable } from '@nestjs/common';
import { todayOf } from '#kernel';
import { type Command, Db, Once } from '#platform';
import { FilingEventStore } from '../../data/filing-event.store';
import { FilingStore } from '../../data/filing.store';
import { type DutyFact, refuseFact } from '../../domain/deadline/duty';
import { errors as dutyErrors } from '../../domain/deadline/duty-errors';
import { errors } from '../../domain/errors';
import { DutyBook } from './duty-book';
import { type DutyAnswer, DutyQueries } from './duties.queries';

@Injectable()
export class StateDuty {
  constructor(
    private readonly db: Db,
    private readonly once: Once,
    private readonly filings: FilingStore,
    private readonly events: FilingEventStore,
    private readonly book: DutyBook,
    private readonly queries: DutyQueries,
  ) {}

  /**
   * @throws registry.filing_not_found (404), registry.held_by_deal, duty_day_ahead, duty_before_filing, duty_names_missing,
   *   duty_name_unknown, duty_name_unchanged (422), registry.filing_ended, duty_stated (409)
   */
  async execute(command: Command, filingId: string, fact: DutyFact): Promise<DutyAnswer> {
    const { actor } = command;
    const visible = await this.filings.visible(this.db.reads, actor.scope, [filingId]);
    return this.once.run(command, async (tx) => {
      const { stamps } = this.book;
      const [locked] = await this.events.lock(tx, visible, stamps.now());
      const filing =
        locked && (await this.filings.byIds(tx, [filingId], await stamps.lastOf(tx, filingId))).get(filingId);
      if (!filing) throw errors.filing_not_found({ id: filingId });
      const refusal = refuseFact(filing, fact, todayOf(stamps.clock));
      if (refusal) throw refusal;
      const [id] = await this.book.note(tx, actor, [{ ...fact, filingId, parties: locked.parties }]);
      const [stated] = await this.queries.page(actor, { filingId, limit: 1 }, tx);
      if (!id || stated?.id !== id) throw dutyErrors.duty_stated();
      return stated;
    });
  }
}
