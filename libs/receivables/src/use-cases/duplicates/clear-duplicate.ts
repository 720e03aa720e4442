// The debtor or the operator looked at a suspected duplicate and says why it is none: with that it may be financed again.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import type { Clock } from '#kernel';
import { CLOCK, type Command, Once } from '#platform';
import { DuplicateStore } from '../../data/duplicate.store';
import { ReceivableStore } from '../../data/receivable.store';
import { errors } from '../../domain/errors';
import { ScreenDuplicates } from './screen-duplicates';

export interface DuplicateCleared {
  readonly receivableId: string;
  /** How many matches were open. */
  readonly cleared: number;
  readonly reason: string;
  readonly clearedAt: string;
}

@Injectable()
export class ClearDuplicate {
  constructor(
    private readonly once: Once,
    private readonly receivables: ReceivableStore,
    private readonly duplicates: DuplicateStore,
    private readonly screening: ScreenDuplicates,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws receivables.receivable_not_found (404), duplicate_not_open (409), duplicate_own_clearance (422) */
  async execute(command: Command, id: string, reason: string): Promise<DuplicateCleared> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const [seen] = await this.receivables.lockOwed(tx, actor.scope, [id]);
      const isBeforeDebtor = seen?.state !== 'draft' || actor.scope.organisations === 'all';
      if (!seen || !isBeforeDebtor) throw errors.receivable_not_found({ receivableId: id });
      if (seen.supplierId === actor.organisationId) throw errors.duplicate_own_clearance();
      // What only an acceptance found is put down now, so that it is cleared by name.
      await this.screening.keep(tx, actor, await this.screening.unknown(tx, [seen]));
      const [receivable = seen] = await this.receivables.lockOwed(tx, actor.scope, [id]);
      const at = this.clock.now();
      const by = { userId: actor.userId, organisationId: actor.organisationId, at, reason };
      const cleared = await this.duplicates.clear(tx, id, by);
      if (cleared === 0) throw errors.duplicate_not_open();
      const version = receivable.version + 1;
      await this.receivables.update(tx, [{ ...receivable, duplicateHold: false, version }]);
      await this.audit.record(tx, actor, [
        {
          action: 'receivables.duplicate_cleared',
          subjectType: 'receivable',
          subjectId: id,
          subjectVersion: version,
          details: { cleared, reason },
          visibleTo: [receivable.supplierId, receivable.debtorId],
        },
      ]);
      return { receivableId: id, cleared, reason, clearedAt: at.toISOString() };
    });
  }
}
