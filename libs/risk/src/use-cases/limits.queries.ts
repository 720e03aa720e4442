// Limits and exposures as a financier's people see them. Each row is one debtor in one currency: no figure here adds
// up two currencies.
import { Injectable } from '@nestjs/common';
import type { Money } from '#kernel';
import { Organisations } from '#parties';
import { type Actor, Db, type Page, type PageQuery, pageOf } from '#platform';
import { ExposureStore } from '../data/exposure.store';
import { type LimitFilter, LimitLineStore } from '../data/limit-line.store';
import { errors } from '../domain/errors';
import type { DealExposure } from '../domain/exposure';
import { actionsOn, headroomOf, type LimitLine } from '../domain/limit-line';

export interface LimitShown {
  readonly id: string;
  readonly financierId: string;
  readonly debtorId: string;
  readonly debtorName: string;
  readonly currency: string;
  readonly limit: Money;
  readonly used: Money;
  readonly headroom: Money;
  readonly excess: Money;
  readonly version: number;
  readonly setAt: string;
  readonly actions: readonly string[];
}

export interface DealShown {
  readonly dealId: string;
  readonly amount: Money;
  readonly since: string;
}

export interface ExposureShown extends LimitShown {
  readonly deals: readonly DealShown[];
  readonly moreDeals: boolean;
}

const DEALS_SHOWN = 20;

export function shownLimit(line: LimitLine, debtorName: string, actor: Actor): LimitShown {
  return {
    ...line,
    debtorName,
    headroom: headroomOf(line),
    setAt: line.setAt.toISOString(),
    actions: actionsOn(line, actor.permissions, actor.organisationId),
  };
}

const shownDeal = ({ dealId, amount, since }: DealExposure): DealShown => ({
  ...{ dealId, amount },
  since: since.toISOString(),
});

@Injectable()
export class LimitQueries {
  constructor(
    private readonly db: Db,
    private readonly lines: LimitLineStore,
    private readonly exposures: ExposureStore,
    private readonly organisations: Organisations,
  ) {}

  async limits(actor: Actor, filter: LimitFilter): Promise<Page<LimitShown>> {
    const { items, next } = await this.page(actor, filter);
    return { items: items.map(({ line, name }) => shownLimit(line, name, actor)), next };
  }

  /** Each line with its largest deals. */
  async board(actor: Actor, filter: LimitFilter): Promise<Page<ExposureShown>> {
    const { items, next } = await this.page(actor, filter);
    const ids = items.map(({ id }) => id);
    const deals = await this.exposures.largest(this.db.reads, actor.scope, ids, DEALS_SHOWN + 1);
    const shown = items.map(({ id, line, name }): ExposureShown => {
      const all = deals.get(id) ?? [];
      const largest = all.slice(0, DEALS_SHOWN).map(shownDeal);
      return { ...shownLimit(line, name, actor), deals: largest, moreDeals: all.length > DEALS_SHOWN };
    });
    return { items: shown, next };
  }

  /** @throws risk.limit_not_found (404), also for a line outside the actor's scope */
  async deals(actor: Actor, lineId: string, filter: PageQuery): Promise<Page<DealShown>> {
    const line = await this.lines.byId(this.db.reads, actor.scope, lineId);
    if (!line) throw errors.limit_not_found();
    const rows = await this.exposures.page(this.db.reads, actor.scope, lineId, filter);
    const { items, next } = pageOf(
      rows.map((row) => ({ ...row, id: row.dealId })),
      filter,
    );
    return { items: items.map(shownDeal), next };
  }

  private async page(
    actor: Actor,
    filter: LimitFilter,
  ): Promise<Page<{ id: string; line: LimitLine; name: string }>> {
    const lines = await this.lines.page(this.db.reads, actor.scope, filter);
    const debtors = await this.organisations.byIds(
      this.db.reads,
      lines.map(({ debtorId }) => debtorId),
    );
    const named = lines.map((line) => ({
      ...{ id: line.id, line },
      name: debtors.get(line.debtorId)?.legalName ?? line.debtorId,
    }));
    return pageOf(named, filter);
  }
}
