// Cancels a registration for the organisation that filed it: due within ten working days after the debt is discharged or
// the security given up (PBoC Order 2021 No. 7, Art. 16).
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#kernel';
import { CLOCK, type Command, Db, Once } from '#platform';
import { errors } from '../../domain/errors';
import { CancelFilings } from '../cancel-filings';
import { type FilingAnswer, filingAnswer } from '../filing-answer';
import { ChangeRights } from './change-rights';

@Injectable()
export class CancelRegistration {
  constructor(
    private readonly db: Db,
    private readonly once: Once,
    private readonly rights: ChangeRights,
    private readonly cancelling: CancelFilings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws registry.filing_not_found (404), registry.held_by_deal, registry.filed_by_another, registry.code_wrong (422),
   *   registry.filing_ended (409)
   */
  async execute(
    command: Command,
    id: string,
    reason: string,
    code: string | null = null,
  ): Promise<FilingAnswer> {
    const { actor } = command;
    const visible = await this.rights.visible(this.db.reads, actor, id, code);
    return this.once.run(command, async (tx) => {
      const filing = visible.length > 0 && (await this.rights.read(tx, id, this.clock.now().toISOString()));
      if (!filing) throw errors.filing_not_found({ id });
      await this.rights.require(tx, actor, filing, code);
      const { userId, organisationId } = actor;
      const [cancelled] = await this.cancelling.cancel(tx, [id], { userId, organisationId }, reason);
      // Somebody else ended it between the reading and the lock.
      if (cancelled === undefined) throw errors.filing_ended({ id });
      return filingAnswer({ ...filing, state: 'cancelled', version: filing.version + 1 });
    });
  }
}
