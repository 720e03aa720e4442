// The title of deals: what our registry says of the filing, and what was recorded beside it.
import { Injectable } from '@nestjs/common';
import type { Reads, Scope } from '#platform';
import { CancelFilings, type FilingStanding } from '#registry';
import { TitleStore } from '../../data/title.store';
import type { Deal } from '../../domain/deal';
import { type Title, type TitleBasis, titleOf } from '../../domain/title';

export interface TitleView {
  readonly basis: TitleBasis;
  readonly statutoryNumber: string | null;
  readonly statutoryAt: string | null;
  readonly waiverReason: string | null;
  readonly waivedAt: string | null;
}

export function titleView({ basis, statutory, waiver }: Title): TitleView {
  return {
    basis,
    statutoryNumber: statutory?.number ?? null,
    statutoryAt: statutory?.registeredAt?.toISOString() ?? null,
    waiverReason: waiver?.reason ?? null,
    waivedAt: waiver?.recordedAt.toISOString() ?? null,
  };
}

@Injectable()
export class Titles {
  constructor(
    private readonly records: TitleStore,
    private readonly filings: CancelFilings,
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
    return new Map(
      deals.map(({ id, filingId }) => [
        id,
        titleOf(
          standings.get(filingId)?.standing ?? 'registered_here_only',
          records.filter(({ dealId }) => dealId === id),
        ),
      ]),
    );
  }
}
