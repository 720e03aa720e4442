// Cancels a registration for the organisation that filed it: due within ten working days after the debt is discharged or
// the security given up (PBoC Order 2021 No. 7, Art. 16).
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#kernel';
import { CLOCK, type Command, Db, Once } from '#platform';
import { FilingStore } from '../../data/filing.store';
import { errors } from '../../domain/errors';
import { CancelFilings } from '../cancel-filings';
import { type FilingAnswer, filingAnswer } from '../filing-answer';
import { requireChangeable } from './changeable';

@Injectable()
export class CancelRegistration {
  constructor(
    private readonly db: Db,
    private readonly once: Once,
    private readonly filings: FilingStore,
    private readonly cancelling: CancelFilings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws registry.filing_not_found (404), registry.held_by_deal, registry.filed_by_another (422),
   *   registry.filing_ended (409)
   */
  async execute(command: Command, id: string, reason: string): Promise<FilingAnswer> {
    const { actor } = command;
    const visible = await this.filings.visible(this.db.reads, actor.scope, [id]);
    return this.once.run(command, async (tx) => {
      const filing = (await this.filings.byIds(tx, visible, this.clock.now().toISOString())).get(id);
      if (!filing) throw errors.filing_not_found({ id });
      requireChangeable(actor, filing);
      const { userId, organisationId } = actor;
      const [cancelled] = await this.cancelling.cancel(tx, [id], { userId, organisationId }, reason);
      // Somebody else ended it between the reading and the lock.
      if (cancelled === undefined) throw errors.filing_ended({ id });
      return filingAnswer({ ...filing, state: 'cancelled', version: filing.version + 1 });
    });
  }
}
