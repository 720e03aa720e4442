// Reads registrations for screens: those an organisation filed or is named in, all of them for the registrar.
import { Inject, Injectable } from '@nestjs/common';
import { type Clock, todayOf } from '#kernel';
import { type Actor, CLOCK, Db, keyset, type PageQuery, type Scope } from '#platform';
import { StatutoryStore } from '../data/certificates/statutory.store';
import { FilingStore } from '../data/filing.store';
import { ObjectionStore } from '../data/objections/objection.store';
import { archivedUntil } from '../domain/archive';
import type { Category } from '../domain/category';
import { errors } from '../domain/errors';
import { type FilingAnswer, filingAnswer } from './filing-answer';
import { dutyDeedsOf } from './deadlines/duties.queries';
import { FilingParameters } from './filing-parameters';
import { changesOf } from './life/changeable';
import { objectionDeedsOf } from './objections/objection-deeds';

export interface FilingFilter extends PageQuery {
  readonly category?: Category;
  /** RFC 3339; absent is now. */
  readonly at?: string;
  /** Only those that the archive has, or all but those. */
  readonly archived?: 'yes' | 'no';
}

/** How many items of collateral a list shows of each filing. */
export const LINES_IN_LISTS = 5;

@Injectable()
export class FilingQueries {
  constructor(
    private readonly db: Db,
    private readonly filings: FilingStore,
    private readonly statutory: StatutoryStore,
    private readonly objections: ObjectionStore,
    private readonly parameters: FilingParameters,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param asked RFC 3339: as it stood then, when nobody can do anything about it any more; null is now
   * @throws registry.filing_not_found also when it is another's, or was not filed by then; registry.moment_ahead (422)
   */
  async one(actor: Actor, id: string, asked: string | null = null): Promise<FilingAnswer> {
    const at = this.momentOf(asked);
    const visible = await this.filings.visible(this.db.reads, actor.scope, [id]);
    const filing = (await this.filings.byIds(this.db.reads, visible, at)).get(id);
    if (!filing || isAfter(filing.filedAt, asked)) throw errors.filing_not_found({ id });
    const stamps = await this.statutory.inForce(this.db.reads, [id]);
    const objections = await this.objections.standing(this.db.reads, [id], at);
    const actions =
      asked !== null
        ? []
        : [...changesOf(actor, filing), ...objectionDeedsOf(actor, filing), ...dutyDeedsOf(actor, filing)];
    return { ...filingAnswer(filing, stamps.get(id), objections.get(id)), actions };
  }

  /** One row more than the page holds, so that the caller knows of a next page. */
  async page(scope: Scope, filter: FilingFilter): Promise<FilingAnswer[]> {
    const at = this.momentOf(filter.at ?? null);
    const { archiveAfterDays } = await this.parameters.outside(todayOf(this.clock));
    const until = archivedUntil(at, archiveAfterDays);
    const ended = filter.archived === 'yes' ? { by: until, after: null } : { by: null, after: until };
    const asked = { ...keyset(filter), category: filter.category ?? null, filedBy: filter.at ?? null, ended };
    const ids = await this.filings.page(this.db.reads, scope, asked);
    const found = await this.filings.byIds(this.db.reads, ids, at, LINES_IN_LISTS);
    const stamps = await this.statutory.inForce(this.db.reads, ids);
    const objections = await this.objections.standing(this.db.reads, ids, at);
    return ids.flatMap((id) => {
      const filing = found.get(id);
      return filing ? [filingAnswer(filing, stamps.get(id), objections.get(id))] : [];
    });
  }

  private momentOf(asked: string | null): string {
    const now = this.clock.now();
    if (asked !== null && Date.parse(asked) > now.getTime()) throw errors.moment_ahead();
    // What happened in this very moment may have got a time some microseconds ahead of the clock.
    return asked ?? new Date(now.getTime() + 1_000).toISOString();
  }
}

const isAfter = (filedAt: string, moment: string | null): boolean =>
  moment !== null && Date.parse(filedAt) > Date.parse(moment);
