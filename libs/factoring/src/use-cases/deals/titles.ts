// The title of deals: what our registry says of the filing, and what was recorded beside it.
import { Injectable } from '@nestjs/common';
import type { Reads, Scope } from '#platform';
import { CancelFilings } from '#registry';
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

  /** By deal id. */
  async of(on: Reads, scope: Scope, deals: readonly Deal[]): Promise<Map<string, Title>> {
    const records = await this.records.ofDeals(
      on,
      scope,
      deals.map(({ id }) => id),
    );
    const standings = await this.filings.standings(
      on,
      deals.map(({ filingId }) => filingId),
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
