// Reads objections for screens: one's own, and those to registrations that one filed or is named in.
import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#kernel';
import { type Actor, Db, keyset, type PageQuery, Parameters, type Reads } from '#platform';
import { ObjectionStore } from '../../data/objections/objection.store';
import { microsFromText } from '../../domain/filing-time';
import { errors } from '../../domain/objection/errors';
import {
  notifyBy,
  type Objection,
  type ObjectionState,
  proofDueOn,
  refuseProof,
  refuseWithdrawal,
} from '../../domain/objection/objection';
import { todayOf } from '#kernel';
import { objectionNoticeDays } from '../../registry.parameters';
import { EventStamps } from '../life/event-stamps';

export interface ObjectionAnswer extends Omit<Objection, 'byOrganisation'> {
  /** By then the objector tells the secured parties itself, where they are not on this platform. */
  readonly notifyBy: LocalDate;
  /** The last day on which the case may be shown. */
  readonly proofDueOn: LocalDate;
  readonly actions: readonly string[];
}
export interface ObjectionFilter extends PageQuery {
  readonly filingId?: string;
  readonly state?: ObjectionState;
}

@Injectable()
export class ObjectionQueries {
  constructor(
    private readonly db: Db,
    private readonly store: ObjectionStore,
    private readonly stamps: EventStamps,
    private readonly parameters: Parameters,
  ) {}

  /** @throws registry.objection_not_found also when it is another's */
  async one(on: Reads, actor: Actor, id: string): Promise<ObjectionAnswer> {
    const [answer] = await this.answers(on, actor, await this.store.byIds(on, actor.scope, [id]));
    if (!answer) throw errors.objection_not_found();
    return answer;
  }

  shown(actor: Actor, id: string): Promise<ObjectionAnswer> {
    return this.one(this.db.reads, actor, id);
  }

  /** One row more than the page holds. */
  async page(actor: Actor, filter: ObjectionFilter): Promise<ObjectionAnswer[]> {
    const { filingId = null, state = null } = filter;
    const asked = { ...keyset(filter), filingId, state };
    return this.answers(this.db.reads, actor, await this.store.page(this.db.reads, actor.scope, asked));
  }

  private async answers(on: Reads, actor: Actor, found: readonly Objection[]): Promise<ObjectionAnswer[]> {
    const today = todayOf(this.stamps.clock);
    const days = await this.parameters.integerAt(on, objectionNoticeDays, today);
    const now = microsFromText(this.stamps.now());
    const { organisationId } = actor;
    const actionsOf = (objection: Objection): string[] => {
      if (!actor.permissions.has('objection.file')) return [];
      const proof = refuseProof(
        { ...objection, lapsesAtMicros: microsFromText(objection.lapsesAt) },
        { organisationId, acceptedOn: today, today, now },
      );
      return [
        ...(proof === null ? ['prove'] : []),
        ...(refuseWithdrawal(objection, organisationId) === null ? ['withdraw'] : []),
      ];
    };
    return found.map(({ byOrganisation, ...objection }) => ({
      ...objection,
      notifyBy: notifyBy(objection.filedAt, days),
      proofDueOn: proofDueOn(objection.lapsesAt),
      actions: actionsOf({ byOrganisation, ...objection }),
    }));
  }
}
