// Gives the organisation that filed a modification code, which ends the one before. It is shown once and kept as a hash; whoever
// loses it takes a new one.
import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { newId, shardOf } from '#kernel';
import { type Actor, Db } from '#platform';
import { FilingEventStore } from '../../data/filing-event.store';
import { ModificationCodeStore } from '../../data/life/modification-code.store';
import { errors } from '../../domain/errors';
import { codeFrom } from '../../domain/modification/modification-code';
import { ChangeRights } from './change-rights';
import { codeHash } from './code-hash';
import { EventStamps } from './event-stamps';

const BYTES = 16;

@Injectable()
export class IssueModificationCode {
  constructor(
    private readonly db: Db,
    private readonly rights: ChangeRights,
    private readonly events: FilingEventStore,
    private readonly codes: ModificationCodeStore,
    private readonly stamps: EventStamps,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Each call gives another one: an answer that was stored to be given again would store the code.
   * @throws registry.filing_not_found (404), registry.held_by_deal, registry.filed_by_another (422), registry.filing_ended (409)
   */
  async execute(actor: Actor, filingId: string): Promise<{ readonly modificationCode: string }> {
    const modificationCode = codeFrom(randomBytes(BYTES));
    return this.db.run(async (tx) => {
      const visible = await this.rights.visible(tx, actor, filingId, null);
      const [locked] = await this.events.lock(tx, visible, this.stamps.now());
      const filing = locked && (await this.rights.read(tx, filingId, await this.stamps.lastOf(tx, filingId)));
      if (!filing) throw errors.filing_not_found({ id: filingId });
      await this.rights.require(tx, actor, filing, null);
      const { userId: byUser, organisationId: byOrganisation } = actor;
      const by = { byUser, byOrganisation, at: this.stamps.clock.now() };
      const hash = codeHash(filingId, modificationCode);
      const id = newId(shardOf(filingId));
      await this.codes.add(tx, { id, filingId, reason: 'issued', codeHash: hash, ...by });
      await this.audit.record(tx, actor, [
        {
          action: 'registry.modification_code_issued',
          ...{ subjectType: 'modification_code', subjectId: id, subjectVersion: 1 },
          details: { filingId, number: filing.number },
        },
      ]);
      return { modificationCode };
    });
  }
}
