// The only file that queries registry.statutory_entry, statutory_check and statutory_file.
import { Injectable } from '@nestjs/common';
import { query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { StatutoryStamp } from '../../formats/certificate/certificate';
import type { EntryState, StatutoryCheck, StatutoryEntry } from '../../domain/statutory/statutory';
import { instantSql } from '../rows/instant-sql';
import { stoodAt } from '../rows/line-sql';

export interface InForce extends StatutoryStamp {
  readonly filingId: string;
  readonly entryId: string;
}
/** A filing that has no statutory registration yet. */
export interface DueFiling {
  readonly id: string;
  readonly number: string;
  readonly filedAt: string;
  readonly grantor: string;
  /** An entry that waits for its check. */
  readonly waiting: boolean;
}

const COLUMNS = `e.id, e.filing_id as "filingId", f.number as "filingNumber", e.number,
  ${instantSql('e.registered_at')} as "registeredAt", e.certificate_sha256 as "certificateSha256", e.source,
  e.needs_check as "needsCheck", e.reason, e.entered_by as "enteredBy",
  e.entered_by_organisation as "enteredByOrganisation", ${instantSql('e.entered_at')} as "enteredAt",
  c.decision, c.reason as "checkReason", c.checked_by as "checkedBy", ${instantSql('c.checked_at')} as "checkedAt"`;
const ENTRIES = `registry.statutory_entry e join registry.filing f on f.id = e.filing_id
  left join registry.statutory_check c on c.entry_id = e.id`;
/** $1: a filing is its filer's and that of the secured parties. */
const OWN = `($1::uuid[] is null or f.filed_by_organisation = any($1) or exists (
  select 1 from registry.filing_party p
  where p.filing_id = f.id and p.role = 'secured' and p.organisation_id = any($1)))`;
const IN_FORCE = `(not e.needs_check or c.decision = 'approve')`;

@Injectable()
export class StatutoryStore {
  async add(tx: Tx, entries: readonly StatutoryEntry[]): Promise<void> {
    await query(
      tx,
      `insert into registry.statutory_entry (id, filing_id, number, registered_at, certificate_sha256, source, needs_check,
         reason, entered_by, entered_by_organisation, entered_at)
       select id, "filingId", number, "registeredAt", "certificateSha256", source, "needsCheck", reason, "enteredBy",
         "enteredByOrganisation", "enteredAt"
       from json_to_recordset($1) as e (id uuid, "filingId" uuid, number text, "registeredAt" timestamptz,
         "certificateSha256" text, source text, "needsCheck" boolean, reason text, "enteredBy" uuid,
         "enteredByOrganisation" uuid, "enteredAt" timestamptz)`,
      [JSON.stringify(entries)],
    );
  }

  async check(tx: Tx, checks: readonly StatutoryCheck[]): Promise<void> {
    await query(
      tx,
      `insert into registry.statutory_check (entry_id, entered_by, decision, reason, checked_by, checked_at)
       select "entryId", "enteredBy", decision, reason, "checkedBy", "checkedAt"
       from json_to_recordset($1) as c ("entryId" uuid, "enteredBy" uuid, decision text, reason text,
         "checkedBy" uuid, "checkedAt" timestamptz)`,
      [JSON.stringify(checks)],
    );
  }

  /**
   * Unscoped: the register is public. What counts now, by filing: of the lines that nobody has to check, or that were
   * approved, the latest.
   */
  async inForce(on: Reads, filingIds: readonly string[]): Promise<Map<string, InForce>> {
    if (filingIds.length === 0) return new Map();
    const rows = await query<InForce>(
      on,
      `select distinct on (e.filing_id) e.filing_id as "filingId", e.id as "entryId", e.number,
         ${instantSql('e.registered_at')} as "registeredAt"
       from ${ENTRIES} where e.filing_id = any($1::uuid[]) and ${IN_FORCE}
       order by e.filing_id, coalesce(c.checked_at, e.entered_at) desc, e.id desc`,
      [filingIds],
    );
    return new Map(rows.map((row) => [row.filingId, row]));
  }

  /** Which of these filings are the scope's to enter something for. */
  async own(on: Reads, scope: Scope, filingIds: readonly string[]): Promise<string[]> {
    const rows = await query<{ id: string }>(
      on,
      `select f.id from registry.filing f where ${OWN} and f.id = any($2::uuid[])`,
      [scopeParam(scope), filingIds],
    );
    return rows.map(({ id }) => id);
  }

  /** By number, of those that are the scope's own. */
  async ownByNumber(on: Reads, scope: Scope, numbers: readonly string[]): Promise<Map<string, string>> {
    const rows = await query<{ id: string; number: string }>(
      on,
      `select f.id, f.number from registry.filing f where ${OWN} and f.number = any($2::text[])`,
      [scopeParam(scope), numbers],
    );
    return new Map(rows.map(({ id, number }) => [number, id]));
  }

  /** Locks the present states of the filings in ascending id, so that two entries for one come one after the other. */
  async lockFilings(tx: Tx, filingIds: readonly string[]): Promise<void> {
    await query(
      tx,
      `select filing_id from registry.filing_current where filing_id = any($1::uuid[]) order by filing_id for update`,
      [filingIds],
    );
  }

  async byIds(on: Reads, scope: Scope, ids: readonly string[]): Promise<StatutoryEntry[]> {
    return query<StatutoryEntry>(
      on,
      `select ${COLUMNS} from ${ENTRIES} where ${OWN} and e.id = any($2::uuid[]) order by e.id`,
      [scopeParam(scope), ids],
    );
  }

  /** Unscoped: the register is public. Those of the filings that wait for a check. */
  async waiting(on: Reads, filingIds: readonly string[]): Promise<Set<string>> {
    const rows = await query<{ filingId: string }>(
      on,
      `select distinct e.filing_id as "filingId" from ${ENTRIES}
       where e.filing_id = any($1::uuid[]) and e.needs_check and c.entry_id is null`,
      [filingIds],
    );
    return new Set(rows.map(({ filingId }) => filingId));
  }

  /** The newest first; of one filing, or all. */
  async page(
    on: Reads,
    scope: Scope,
    asked: {
      readonly before: string;
      readonly take: number;
      readonly filingId: string | null;
      readonly state: EntryState | null;
    },
  ): Promise<StatutoryEntry[]> {
    return query<StatutoryEntry>(
      on,
      `select ${COLUMNS} from ${ENTRIES}
       where ${OWN} and e.id < $2 and ($4::uuid is null or e.filing_id = $4)
         and ($5::text is null or $5 = case when ${IN_FORCE} then 'in_force'
           when c.decision = 'decline' then 'declined' else 'waiting' end)
       order by e.id desc limit $3`,
      [scopeParam(scope), asked.before, asked.take, asked.filingId, asked.state],
    );
  }

  /** Live filings of the scope that have only our own time, the newest first. */
  async due(
    on: Reads,
    scope: Scope,
    asked: { readonly before: string; readonly take: number; readonly now: string },
  ): Promise<DueFiling[]> {
    return query<DueFiling>(
      on,
      `select f.id, f.number, ${instantSql('f.filed_at')} as "filedAt",
         (select string_agg(p.legal_name, '、' order by p.ordinal) from registry.filing_party p
          where p.filing_id = f.id and p.role = 'grantor' and ${stoodAt('p', '$4')}) as grantor,
         exists (select 1 from registry.statutory_entry e where e.filing_id = f.id and e.needs_check
           and not exists (select 1 from registry.statutory_check c where c.entry_id = e.id)) as waiting
       from registry.filing f join registry.filing_current s on s.filing_id = f.id
       where ${OWN} and f.id < $2 and f.standing = 'registered_here_only'
         and s.state = 'live' and s.expires_at > $4::timestamptz
         and not exists (select 1 from registry.statutory_entry e
           left join registry.statutory_check c on c.entry_id = e.id where e.filing_id = f.id and ${IN_FORCE})
       order by f.id desc limit $3`,
      [scopeParam(scope), asked.before, asked.take, asked.now],
    );
  }

  /** Unscoped: for what the registry itself tells. All lines of one filing. */
  async ofFiling(on: Reads, filingId: string): Promise<StatutoryEntry[]> {
    return query<StatutoryEntry>(on, `select ${COLUMNS} from ${ENTRIES} where e.filing_id = $1`, [filingId]);
  }

  /** Unscoped: as the one above. Filings of which the registry told something since then, the latest first. */
  async heardSince(on: Reads, since: string, take: number): Promise<{ id: string; number: string }[]> {
    return query<{ id: string; number: string }>(
      on,
      `select f.id, f.number from registry.filing f join (
         select filing_id, max(entered_at) as at from registry.statutory_entry
         where source = 'docked' and entered_at > $1::timestamptz group by filing_id
       ) e on e.filing_id = f.id order by e.at desc, f.id limit $2`,
      [since, take],
    );
  }
}
