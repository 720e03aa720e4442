// The title of deals: what our registry says of the filing, and what was recorded beside it.
import { Injectable } from '@nestjs/common';
import type { Reads, Scope } from '#platform';
import { CancelFilings, type FilingStanding, StatutoryRegistrations } from '#registry';
import { TitleStore } from '../../data/title.store';
import type { Deal } from '../../domain/deal';
import {
  NOT_REGISTERED,
  type RegisteredTitle,
  type Title,
  type TitleBasis,
  titleOf,
} from '../../domain/title';

export interface TitleView {
  readonly basis: TitleBasis;
  readonly statutoryNumber: string | null;
  readonly statutoryAt: string | null;
  readonly waiverReason: string | null;
  readonly waivedAt: string | null;
  /** A statutory registration waits for its check. */
  readonly waiting: boolean;
  /** The time to record one has run out: a waiver does not carry a payout any more. */
  readonly overdue: boolean;
}

export function titleView({ basis, statutory, waiver, waiting, overdue }: Title): TitleView {
  return {
    basis,
    statutoryNumber: statutory?.number ?? null,
    statutoryAt: statutory?.registeredAt ?? null,
    waiverReason: waiver?.reason ?? null,
    waivedAt: waiver?.recordedAt.toISOString() ?? null,
    waiting,
    overdue,
  };
}

@Injectable()
export class Titles {
  constructor(
    private readonly records: TitleStore,
    private readonly filings: CancelFilings,
    private readonly statutory: StatutoryRegistrations,
  ) {}

  /** What the registry says of their registrations, by filing id. */
  async standings(on: Reads, deals: readonly Deal[]): Promise<Map<string, FilingStanding>> {
    return this.filings.standings(
      on,
      deals.map(({ filingId }) => filingId),
    );
  }

  /** By deal id. */
  async of(on: Reads, scope: Scope, deals: readonly Deal[]): Promise<Map<string, Title>> {
    return this.with(on, scope, deals, await this.standings(on, deals));
  }

  /** The same, where the caller needs the standings too. */
  async with(
    on: Reads,
    scope: Scope,
    deals: readonly Deal[],
    standings: ReadonlyMap<string, FilingStanding>,
  ): Promise<Map<string, Title>> {
    const records = await this.records.ofDeals(
      on,
      scope,
      deals.map(({ id }) => id),
    );
    const registered = await this.registered(on, deals, standings);
    return new Map(
      deals.map((deal) => [
        deal.id,
        titleOf(
          registered.get(deal.filingId) ?? NOT_REGISTERED,
          records.filter(({ dealId }) => dealId === deal.id),
        ),
      ]),
    );
  }

  /** By filing id. */
  private async registered(
    on: Reads,
    deals: readonly Deal[],
    standings: ReadonlyMap<string, FilingStanding>,
  ): Promise<Map<string, RegisteredTitle>> {
    const ids = deals.map(({ filingId }) => filingId);
    const inForce = await this.statutory.inForce(on, ids);
    const waiting = await this.statutory.waiting(on, ids);
    const registered = new Map<string, RegisteredTitle>();
    for (const { filingId, acceptedAt } of deals) {
      const { standing = 'registered_here_only', filedAt } = standings.get(filingId) ?? {};
      registered.set(filingId, {
        standing,
        statutory: inForce.get(filingId) ?? null,
        waiting: waiting.has(filingId),
        overdue: await this.statutory.isOverdue(on, filedAt ?? acceptedAt.toISOString()),
      });
    }
    return registered;
  }
}
