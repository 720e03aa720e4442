// Somebody objects to a registration, whose number they have from a search: it stands, and whoever searches sees the
// objection from now on (PBoC Order 2021 No. 7).
import { Injectable } from '@nestjs/common';
import { newId, shardOf, todayOf } from '#kernel';
import { type Actor, type Command, Once, Parameters, type Tx } from '#platform';
import { FilingStore } from '../../data/filing.store';
import { ObjectionStore } from '../../data/objections/objection.store';
import type { Filing } from '../../domain/filing';
import { instantText, microsFromText } from '../../domain/filing-time';
import { requireHash } from '../../domain/objection/document';
import { errors } from '../../domain/objection/errors';
import { capacityOf, lapsesAt, refuseObjection } from '../../domain/objection/objection';
import { objectionProofDays } from '../../registry.parameters';
import { ChargeFees } from '../fees/charge-fees';
import { ObjectionBook, type Opened } from './objection-book';
import { type ObjectionAnswer, ObjectionQueries } from './objections.queries';

export interface ObjectionGiven {
  /** Of the registration. */
  readonly number: string;
  readonly objector: string;
  readonly reason: string;
  readonly evidenceName: string | null;
  readonly evidenceSha256: string | null;
}

@Injectable()
export class FileObjection {
  constructor(
    private readonly once: Once,
    private readonly filings: FilingStore,
    private readonly objections: ObjectionStore,
    private readonly book: ObjectionBook,
    private readonly parameters: Parameters,
    private readonly fees: ChargeFees,
    private readonly queries: ObjectionQueries,
  ) {}

  /**
   * @throws registry.objection_number_unknown, objection_to_own, evidence_incomplete, document_hash_malformed (422),
   *   objection_too_late, objection_stands (409)
   */
  async execute(command: Command, given: ObjectionGiven): Promise<ObjectionAnswer> {
    requireHash(given.evidenceSha256);
    if ((given.evidenceName === null) !== (given.evidenceSha256 === null)) throw errors.evidence_incomplete();
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const filingId = await this.objections.filingByNumber(tx, given.number.replace(/\s/gu, ''));
      const opened = filingId === null ? undefined : await this.book.open(tx, filingId);
      const filing = opened && (await this.filings.byIds(tx, [opened.stamp.filingId], opened.stamp.at));
      const [found] = filing?.values() ?? [];
      if (!opened || !found) throw errors.objection_number_unknown({ number: given.number });
      const refusal = refuseObjection(found, actor.organisationId);
      if (refusal) throw refusal;
      if (await this.objections.stands(tx, found.id, actor.organisationId)) throw errors.objection_stands();
      const id = await this.write(tx, actor, given, { ...opened, found });
      return this.queries.one(tx, actor, id);
    });
  }

  private async write(
    tx: Tx,
    actor: Actor,
    given: ObjectionGiven,
    { found, filing, stamp }: Opened & { readonly found: Filing },
  ): Promise<string> {
    const { userId: byUser, organisationId: byOrganisation } = actor;
    const { objector, reason, evidenceName, evidenceSha256 } = given;
    const today = todayOf(this.book.stamps.clock);
    const days = await this.parameters.integerAt(tx, objectionProofDays, today);
    const { at: filedAt, number } = stamp;
    const charge = { kind: 'objection', months: null, organisationId: byOrganisation } as const;
    await this.fees.charge(tx, today, [{ ...charge, filingId: found.id, number, at: filedAt }]);
    const [id, capacity] = [newId(shardOf(found.id)), capacityOf(found, byOrganisation)];
    await this.objections.add(tx, {
      ...{ id, filingId: found.id, number, filedAt, capacity, objector, reason },
      ...{ evidenceName, evidenceSha256, byUser, byOrganisation },
      lapsesAt: instantText(lapsesAt(microsFromText(filedAt), days)),
    });
    const details = { capacity, objector, reason, evidenceSha256 };
    await this.book.note(tx, actor, 'objection_filed', [{ filing, stamp, objectionId: id, reason, details }]);
    return id;
  }
}
