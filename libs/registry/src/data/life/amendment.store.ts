// Writes amendments, and reads what a filing says with the numbers of its lines: the content that changes are worked out
// from. Lines are added and ended; none is changed.
import { Injectable } from '@nestjs/common';
import { query, type Reads, type Tx } from '#platform';
import type { PartyRef } from '../../domain/filing';
import type { LastNumbers, Side } from '../../domain/history/amendment';
import type { ContentChanges, FilingContent, Numbered } from '../../domain/history/content';
import type { AssetLine } from '../../domain/priority/filing-claims';
import type { FilingEventRow } from '../filing-event.store';
import { COLLATERAL_JSON, type CollateralRow, itemOf, moneyOf } from '../filing.store';
import { collateralRow, partyRow } from '../rows/filing-rows';
import { instantSql } from '../rows/instant-sql';
import { stoodAt } from '../rows/line-sql';

export interface NumberedContent {
  readonly content: FilingContent;
  readonly last: LastNumbers;
  /** Since when each line of collateral counts. */
  readonly since: ReadonlyMap<number, string>;
}
export interface Amendment extends FilingEventRow {
  readonly version: number;
  readonly changes: ContentChanges;
  /** Since when the lines of collateral that stood before count; the others count from now. */
  readonly since: ReadonlyMap<number, string>;
}
interface PartyLine extends PartyRef {
  readonly no: number;
  readonly role: 'grantor' | 'secured';
}

const PARTS: readonly (readonly [part: string, side: Side])[] = [
  ['grantor', 'grantors'],
  ['secured', 'securedParties'],
  ['collateral', 'collateral'],
];

@Injectable()
export class AmendmentStore {
  /** Unscoped: whoever asks has seen that the filing may be seen. As it stood at `at`; 'infinity' is now. */
  async content(
    on: Reads,
    filingId: string,
    at: string,
    maximumAmount: FilingContent['maximumAmount'],
  ): Promise<NumberedContent> {
    const parties = await query<PartyLine>(
      on,
      `select p.ordinal as no, p.role, p.organisation_id as "organisationId", p.legal_name as "legalName",
         p.identifier_scheme as "identifierScheme", p.identifier
       from registry.filing_party p where p.filing_id = $1 and ${stoodAt('p', '$2')} order by p.role, p.ordinal`,
      [filingId, at],
    );
    const lines = await query<{ no: number; since: string; item: CollateralRow }>(
      on,
      `select c.ordinal as no, ${instantSql('coalesce(c.since, f.filed_at)')} as since, ${COLLATERAL_JSON} as item
       from registry.collateral c join registry.filing f on f.id = c.filing_id
       where c.filing_id = $1 and ${stoodAt('c', '$2')} order by c.ordinal`,
      [filingId, at],
    );
    const side = (wanted: PartyLine['role']): Numbered<PartyRef>[] =>
      parties.filter(({ role }) => role === wanted).map(({ no, role: _, ...value }) => ({ no, value }));
    return {
      content: {
        grantors: side('grantor'),
        securedParties: side('secured'),
        collateral: lines.map(({ no, item }) => ({ no, value: itemOf(item) })),
        maximumAmount,
      },
      last: await this.lastNumbers(on, filingId),
      since: new Map(lines.map(({ no, since }) => [no, since])),
    };
  }

  /**
   * Unscoped: the register is public. By filing, from when until when its lines took the asset; where several took it at
   * once, the first of them.
   */
  async assetLines(on: Reads, assetKey: string): Promise<Map<string, AssetLine[]>> {
    const rows = await query<{
      filingId: string;
      since: string;
      releasedAt: string | null;
      amount: string | null;
      currency: string | null;
    }>(
      on,
      `select c.filing_id as "filingId", ${instantSql('coalesce(min(c.since), min(f.filed_at))')} as since,
         ${instantSql('case when bool_or(gone.ended_at is null) then null else max(gone.ended_at) end')} as "releasedAt",
         (array_agg(c.amount order by c.version desc))[1]::text as amount,
         (array_agg(c.currency order by c.version desc))[1] as currency
       from registry.collateral c join registry.filing f on f.id = c.filing_id
       left join registry.line_end gone on gone.filing_id = c.filing_id and gone.part = 'collateral'
         and gone.ordinal = c.ordinal and gone.version = c.version
       where c.asset_key = $1 group by c.filing_id, c.ordinal order by c.filing_id, c.ordinal`,
      [assetKey],
    );
    const lines = new Map<string, AssetLine[]>();
    for (const { filingId, since, releasedAt, amount, currency } of rows) {
      const before = lines.get(filingId) ?? [];
      const line = { since, releasedAt, amount: moneyOf(amount, currency) };
      if (before.every((one) => one.releasedAt !== null)) lines.set(filingId, [...before, line]);
    }
    return lines;
  }

  /** Writes the event, ends the lines that it takes out or replaces, and adds those that it brings. The filing is locked. */
  async add(tx: Tx, amendment: Amendment): Promise<void> {
    const { id, filingId, number, at, byUser, byOrganisation, reason, version, changes, since } = amendment;
    const place = (no: number) => ({ filingId, no, version, addedAt: at });
    const named = PARTS.flatMap(([part, side]) =>
      changes[side].filter(({ before }) => before !== null).map(({ no }) => ({ part, no })),
    );
    await query(
      tx,
      `with noted as (
         insert into registry.filing_event
           (id, filing_id, kind, number, at, by_user, by_organisation, reason, changes)
         values ($1, $2, 'amended', $3, $4, $5, $6, $7, $8)
       ), ended as (
         insert into registry.line_end (filing_id, part, ordinal, version, ended_version, ended_at)
         select $2, named.part, named.ordinal, line.version, $11, $4::timestamptz
         from unnest($9::text[], $10::int[]) as named (part, ordinal)
         join lateral (
           select max(version) as version from (
             select p.version from registry.filing_party p
             where p.filing_id = $2 and p.role = named.part and p.ordinal = named.ordinal
             union all select c.version from registry.collateral c
             where c.filing_id = $2 and named.part = 'collateral' and c.ordinal = named.ordinal
           ) versions
         ) line on true
       ), parties as (
         insert into registry.filing_party select * from json_populate_recordset(null::registry.filing_party, $12)
       ), given as (
         insert into registry.collateral select * from json_populate_recordset(null::registry.collateral, $13)
       )
       update registry.filing_current set version = $11 where filing_id = $2`,
      [
        ...[id, filingId, number, at, byUser, byOrganisation, reason, JSON.stringify(changes)],
        ...[named.map(({ part }) => part), named.map(({ no }) => no), version],
        JSON.stringify([
          ...changes.grantors.flatMap(({ no, after }) =>
            after ? [partyRow({ ...place(no), role: 'grantor' }, after)] : [],
          ),
          ...changes.securedParties.flatMap(({ no, after }) =>
            after ? [partyRow({ ...place(no), role: 'secured' }, after)] : [],
          ),
        ]),
        JSON.stringify(
          changes.collateral.flatMap(({ no, after }) =>
            after ? [collateralRow({ ...place(no), since: since.get(no) ?? at }, after)] : [],
          ),
        ),
      ],
    );
  }

  private async lastNumbers(on: Reads, filingId: string): Promise<LastNumbers> {
    const rows = await query<{ part: string; last: number }>(
      on,
      `select role as part, max(ordinal) as last from registry.filing_party where filing_id = $1 group by role
       union all select 'collateral', max(ordinal) from registry.collateral where filing_id = $1`,
      [filingId],
    );
    const lastOf = (part: string) => rows.find((row) => row.part === part)?.last ?? 0;
    return {
      grantors: lastOf('grantor'),
      securedParties: lastOf('secured'),
      collateral: lastOf('collateral'),
    };
  }
}
