// Extends the term of a registration before it ends, any number of times (PBoC Order 2021 No. 7, Art. 12). Its rank stays:
// the time of filing is as it was.
import { Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { newId, shardOf, todayOf } from '#kernel';
import { type Command, Once } from '#platform';
import { FilingEventStore } from '../../data/filing-event.store';
import { errors } from '../../domain/errors';
import { termFault } from '../../domain/faults';
import { extendedTerm, instantText } from '../../domain/filing-time';
import { type FilingAnswer, filingAnswer } from '../filing-answer';
import { FilingParameters } from '../filing-parameters';
import { changesOf } from './changeable';
import { ChangeRights } from './change-rights';
import { ChargeFees } from '../fees/charge-fees';
import { EventStamps } from './event-stamps';

@Injectable()
export class ExtendFiling {
  constructor(
    private readonly once: Once,
    private readonly rights: ChangeRights,
    private readonly events: FilingEventStore,
    private readonly stamps: EventStamps,
    private readonly parameters: FilingParameters,
    private readonly fees: ChargeFees,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @throws registry.filing_not_found (404), registry.held_by_deal, registry.filed_by_another, registry.code_wrong,
   *   registry.filing_invalid (422), registry.filing_ended (409)
   */
  async execute(
    command: Command,
    id: string,
    months: number,
    reason: string,
    code: string | null = null,
  ): Promise<FilingAnswer> {
    const { actor } = command;
    const today = todayOf(this.stamps.clock);
    const figures = await this.parameters.outside(today);
    const { termMinMonths: least, termMaxMonths: most } = figures;
    if (months < least || months > most) throw errors.filing_invalid({}, [termFault('/months', least, most)]);
    return this.once.run(command, async (tx) => {
      const visible = await this.rights.visible(tx, actor, id, code);
      const [locked] = await this.events.lock(tx, visible, this.stamps.now());
      if (!locked) throw errors.filing_not_found({ id });
      const [stamp] = await this.stamps.stamp(tx, [id]);
      // Read under the lock: another extension may have come between.
      const before = stamp && (await this.rights.read(tx, id, stamp.at));
      if (!before) throw errors.filing_not_found({ id });
      await this.rights.require(tx, actor, before, code);
      const term = extendedTerm(before.expiresOn, months);
      const { userId: byUser, organisationId: byOrganisation } = actor;
      const [expiresOn, expiresAt] = [term.expiresOn, instantText(term.expiresAt)];
      const event = { ...stamp, id: newId(shardOf(id)), byUser, byOrganisation, reason };
      await this.events.extend(tx, { ...event, expiresOn, expiresAt });
      const charge = { kind: 'extension', organisationId: byOrganisation, filingId: id } as const;
      await this.fees.charge(tx, today, [{ ...charge, months, number: stamp.number, at: stamp.at }]);
      await this.audit.record(tx, actor, [
        {
          action: 'registry.filing_extended',
          subjectType: 'registry.filing',
          subjectId: id,
          subjectVersion: before.version + 1,
          at: stamp.at,
          details: { number: stamp.number, months, at: stamp.at, expiresOn, reason },
          visibleTo: locked.parties,
        },
      ]);
      const filing = { ...before, expiresOn, expiresAt, version: before.version + 1 };
      return { ...filingAnswer(filing), actions: changesOf(actor, filing) };
    });
  }
}
