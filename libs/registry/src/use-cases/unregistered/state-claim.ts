// A holder states a claim that is not registered, or says that it is over. Ranks show it to whoever asks, behind every
// registration.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Clock, newId, shardFor } from '#kernel';
import { type Actor, CLOCK, type Command, Once, type Tx } from '#platform';
import { UnregisteredStore } from '../../data/priority/unregistered.store';
import { errors } from '../../domain/errors';
import { instantText, microsOf } from '../../domain/filing-time';
import {
  registerTime,
  type Statement,
  statementFaults,
  type UnregisteredClaim,
} from '../../domain/unregistered/unregistered-claim';

export interface UnregisteredAnswer extends UnregisteredClaim {
  readonly actions: readonly string[];
}

@Injectable()
export class StateClaim {
  constructor(
    private readonly once: Once,
    private readonly store: UnregisteredStore,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws registry.filing_invalid (422, with pointers) */
  state(command: Command, stated: Statement): Promise<UnregisteredAnswer> {
    const { actor } = command;
    const faults = statementFaults(stated, this.clock.now().getTime());
    if (faults.length > 0) throw errors.filing_invalid({}, faults);
    const { noticeArrivedAt } = stated;
    return this.once.run(command, async (tx) => {
      const claim: UnregisteredClaim = {
        ...stated,
        id: newId<'unregistered_claim'>(shardFor(actor.organisationId)),
        holder: stated.holder.trim(),
        concludedAt: registerTime(stated.concludedAt),
        noticeArrivedAt: noticeArrivedAt === null ? null : registerTime(noticeArrivedAt),
        ...{ statedAt: this.now(), endedAt: null, endReason: null },
      };
      const { userId: byUser, organisationId: byOrganisation } = actor;
      await this.store.add(tx, claim, { byUser, byOrganisation });
      await this.record(tx, actor, { id: claim.id, version: 1, action: 'registry.claim_stated' });
      return unregisteredAnswer(claim, actor);
    });
  }

  /** @throws registry.unregistered_claim_not_found (404), unregistered_claim_over (409) */
  end(command: Command, id: string, reason: string): Promise<UnregisteredAnswer> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const claim = await this.store.byId(tx, { organisations: [actor.organisationId] }, id);
      if (!claim) throw errors.unregistered_claim_not_found();
      const endedAt = this.now();
      if (!(await this.store.end(tx, id, { at: endedAt, reason, byUser: actor.userId })))
        throw errors.unregistered_claim_over();
      await this.record(tx, actor, { id, version: 2, action: 'registry.stated_claim_ended' });
      return unregisteredAnswer({ ...claim, endedAt, endReason: reason }, actor);
    });
  }

  private readonly now = () => instantText(microsOf(this.clock.now()));

  private record(
    tx: Tx,
    by: Actor,
    { id, version, action }: { readonly id: string; readonly version: number; readonly action: string },
  ): Promise<void> {
    const subject = { subjectType: 'registry.unregistered_claim', subjectId: id, subjectVersion: version };
    return this.audit.record(tx, by, [{ ...subject, action, details: {} }]);
  }
}

export function unregisteredAnswer(
  claim: UnregisteredClaim,
  { permissions }: Pick<Actor, 'permissions'>,
): UnregisteredAnswer {
  const may = claim.endedAt === null && permissions.has('registration.file');
  return { ...claim, actions: may ? ['end'] : [] };
}
