// The objector withdraws an objection, or shows that a court or a tribunal has taken the case, so that it no longer lapses.
import { Injectable } from '@nestjs/common';
import { type DomainError, todayOf } from '#kernel';
import { type Command, Db, Once, type Tx } from '#platform';
import { ObjectionStore } from '../../data/objections/objection.store';
import { microsFromText } from '../../domain/filing-time';
import type { ObjectionEventKind } from '../../domain/history/history';
import { requireHash } from '../../domain/objection/document';
import { errors } from '../../domain/objection/errors';
import {
  type Objection,
  type ObjectionProof,
  refuseProof,
  refuseWithdrawal,
} from '../../domain/objection/objection';
import { ObjectionBook } from './objection-book';
import { type ObjectionAnswer, ObjectionQueries } from './objections.queries';

interface Move {
  readonly kind: ObjectionEventKind;
  readonly reason: string;
  /** Of the deed. */
  readonly details: Readonly<Record<string, unknown>>;
  readonly refuse: (objection: Objection, at: string) => DomainError | null;
  readonly write: (tx: Tx) => Promise<void>;
}

@Injectable()
export class MoveObjection {
  constructor(
    private readonly db: Db,
    private readonly once: Once,
    private readonly objections: ObjectionStore,
    private readonly book: ObjectionBook,
    private readonly queries: ObjectionQueries,
  ) {}

  /** @throws registry.objection_not_found (404), objected_by_another (422), objection_not_open (409) */
  withdraw(command: Command, id: string, reason: string): Promise<ObjectionAnswer> {
    const { organisationId } = command.actor;
    return this.move(command, id, {
      ...{ kind: 'objection_withdrawn', reason, details: { reason } },
      refuse: (objection) => refuseWithdrawal(objection, organisationId),
      write: (tx) => this.objections.move(tx, [id], 'withdrawn'),
    });
  }

  /** @throws as above, and registry.day_ahead, document_hash_malformed (422) */
  prove(command: Command, id: string, proof: ObjectionProof): Promise<ObjectionAnswer> {
    requireHash(proof.documentSha256);
    const { organisationId } = command.actor;
    const { acceptedOn } = proof;
    return this.move(command, id, {
      ...{
        kind: 'objection_proved',
        reason: proof.caseNumber,
        details: { ...proof },
      },
      refuse: (objection, at) =>
        refuseProof(
          { ...objection, lapsesAtMicros: microsFromText(objection.lapsesAt) },
          { organisationId, acceptedOn, today: todayOf(this.book.stamps.clock), now: microsFromText(at) },
        ),
      write: (tx) => this.objections.prove(tx, id, proof),
    });
  }

  private async move(command: Command, id: string, move: Move): Promise<ObjectionAnswer> {
    const { actor } = command;
    const [seen] = await this.objections.byIds(this.db.reads, actor.scope, [id]);
    if (!seen) throw errors.objection_not_found();
    return this.once.run(command, async (tx) => {
      const { filingId } = seen;
      const opened = await this.book.open(tx, filingId);
      // Read again under the lock: it may have been withdrawn or have lapsed meanwhile.
      const [objection] = await this.objections.byIds(tx, actor.scope, [id]);
      if (!objection || !opened) throw errors.objection_not_found();
      const refusal = move.refuse(objection, opened.stamp.at);
      if (refusal) throw refusal;
      await move.write(tx);
      const { reason, details } = move;
      await this.book.note(tx, actor, move.kind, [{ ...opened, objectionId: id, reason, details }]);
      return this.queries.one(tx, actor, id);
    });
  }
}
