// Reads what is due for registrations that one filed or is named in: by when, by which article, and whether it was done.
import { Injectable } from '@nestjs/common';
import type { Bilingual } from '#kernel';
import { type Actor, Db, keyset, type PageQuery, type Reads } from '#platform';
import { type Duty, DutyStore } from '../../data/deadlines/duty.store';
import {
  ARTICLES,
  type DutyState,
  dutyState,
  refuseFiling,
  type Way,
  wayOf,
} from '../../domain/deadline/duty';
import type { Filing } from '../../domain/filing';
import { microsFromText } from '../../domain/filing-time';
import { EventStamps } from '../life/event-stamps';

export interface DutyAnswer extends Omit<Duty, 'byOrganisation'> {
  readonly way: Way;
  readonly article: Bilingual;
  readonly state: DutyState;
  /** Null: the platform knew it by itself. */
  readonly statedByOrganisationId: string | null;
}
export interface DutyFilter extends PageQuery {
  readonly filingId?: string;
  readonly open?: 'yes';
}

export const dutyDeedsOf = ({ permissions }: Actor, filing: Filing): string[] =>
  permissions.has('objection.file') && refuseFiling(filing) === null ? ['state_duty'] : [];

@Injectable()
export class DutyQueries {
  constructor(
    private readonly db: Db,
    private readonly store: DutyStore,
    private readonly stamps: EventStamps,
  ) {}

  /** One row more than the page holds. */
  async page({ scope }: Actor, filter: DutyFilter, on: Reads = this.db.reads): Promise<DutyAnswer[]> {
    const { filingId = null, open } = filter;
    const now = this.stamps.now();
    const asked = { ...keyset(filter), now, filingId, openOnly: open === 'yes' };
    const found = await this.store.page(on, scope, asked);
    return found.map(({ byOrganisation, ...duty }) => {
      const metAt = duty.metAt === null ? null : microsFromText(duty.metAt);
      const way = wayOf(duty.ground);
      return {
        ...{ ...duty, way, article: ARTICLES[way], statedByOrganisationId: byOrganisation },
        state: dutyState(microsFromText(duty.dueAt), metAt, microsFromText(now)),
      };
    });
  }
}
