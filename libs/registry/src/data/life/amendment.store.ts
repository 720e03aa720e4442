// Writes amendments, and reads what a filing says with the numbers of its lines: the content that changes are worked out
// from. Lines are added and ended; none is changed.
import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#kernel';
import { query, type Reads, type Tx } from '#platform';
import type { PartyRef } from '../../domain/filing';
import type { LastNumbers, Side } from '../../domain/history/amendment';
import type { ContentChanges, FilingContent, Numbered } from '../../domain/history/content';
import type { FilingEventKind } from '../../domain/history/history';
import type { FilingEventRow } from '../filing-event.store';
import { COLLATERAL_JSON, type CollateralRow, itemOf } from '../filing.store';
import { collateralRow, partyRow } from '../rows/filing-rows';
import { type AmendmentChecked, LintStore } from '../lint.store';
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
export interface StoredEvent {
  readonly id: string;
  readonly kind: FilingEventKind;
  /** Cancellations of the first days have none. */
  readonly number: string | null;
  readonly at: string;
  readonly reason: string;
  /** Null: the term of a deadline did it. */
  readonly byOrganisationId: string | null;
  readonly expiresOn: LocalDate | null;
  readonly changes: ContentChanges | null;
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
  constructor(private readonly lints: LintStore) {}

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

  /** Of an amendment that was added; false where the check is another's, or of other content. */
  keepCheck(tx: Tx, kept: AmendmentChecked): Promise<boolean> {
    return this.lints.keepWithAmendment(tx, kept);
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

  /** Unscoped: as `content`. What befell a filing by `at`, in order. */
  async events(on: Reads, filingId: string, at: string): Promise<StoredEvent[]> {
    return query<StoredEvent>(
      on,
      `select e.id, e.kind, e.number, ${instantSql('e.at')} as at, e.reason, e.by_organisation as "byOrganisationId",
         e.expires_on as "expiresOn", e.changes
       from registry.filing_event e where e.filing_id = $1 and e.at <= $2::timestamptz order by e.at`,
      [filingId, at],
    );
  }

  /** Unscoped: the register is public. Which filing an event belongs to, and after how many others it came; null when there is none. */
  async placeOf(on: Reads, eventId: string): Promise<{ filingId: string; before: number } | null> {
    const [row] = await query<{ filingId: string; before: number }>(
      on,
      `select e.filing_id as "filingId", (select count(*)::int from registry.filing_event b
         where b.filing_id = e.filing_id and b.at < e.at) as before
       from registry.filing_event e where e.id = $1`,
      [eventId],
    );
    return row ?? null;
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
