// A second person compares an entry with the registry's certificate: it counts from then on, or never.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import type { Clock } from '#kernel';
import { CLOCK, type Command, Once } from '#platform';
import { StatutoryStore } from '../../data/certificates/statutory.store';
import { errors } from '../../domain/errors';
import { instantText, microsOf } from '../../domain/filing-time';
import { type CheckDecision, refuseCheck } from '../../domain/statutory/statutory';
import { type EntryAnswer, StatutoryQueries } from './statutory.queries';

@Injectable()
export class CheckStatutory {
  constructor(
    private readonly once: Once,
    private readonly store: StatutoryStore,
    private readonly queries: StatutoryQueries,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws registry.statutory_entry_not_found (404), statutory_not_open (409), statutory_maker_is_checker (422),
   *   statutory_reason_missing (422: to decline takes a reason)
   */
  execute(
    command: Command,
    id: string,
    { decision, reason }: { readonly decision: CheckDecision; readonly reason: string | null },
  ): Promise<EntryAnswer> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const [seen] = await this.store.byIds(tx, actor.scope, [id]);
      if (!seen) throw errors.statutory_entry_not_found();
      await this.store.lockFilings(tx, [seen.filingId]);
      const [entry = seen] = await this.store.byIds(tx, actor.scope, [id]);
      const refusal = refuseCheck(entry, { checkerId: actor.userId, decision, reason });
      if (refusal) throw refusal;
      const checkedAt = instantText(microsOf(this.clock.now()));
      const { enteredBy, filingId, number } = entry;
      await this.store.check(tx, [
        { entryId: id, enteredBy, decision, reason, checkedBy: actor.userId, checkedAt },
      ]);
      await this.audit.record(tx, actor, [
        {
          action: decision === 'approve' ? 'registry.statutory_approved' : 'registry.statutory_declined',
          subjectType: 'registry.statutory_entry',
          subjectId: id,
          subjectVersion: 2,
          details: { filingId, number, reason },
        },
      ]);
      return this.queries.one(tx, actor, id);
    });
  }
}
