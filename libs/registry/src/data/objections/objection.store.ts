// The only file that queries registry.objection, what became of each, and its proof.
import { Injectable } from '@nestjs/common';
import { query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { Objection, ObjectionProof, ObjectionState } from '../../domain/objection/objection';
import { instantSql } from '../rows/instant-sql';

export interface ObjectionRow extends Omit<
  Objection,
  'filingNumber' | 'state' | 'proof' | 'endedAt' | 'endNumber'
> {
  readonly byUser: string;
}
/** An objection that stands, as whoever searches sees it. */
export interface ObjectionStamp extends Pick<
  Objection,
  'number' | 'filedAt' | 'capacity' | 'objector' | 'reason'
> {
  /** A court or a tribunal has taken the case. */
  readonly proved: boolean;
}
export interface ObjectionNamed {
  /** Its number. */
  readonly objection: string;
  readonly objector: string;
}
export interface LapsingObjection {
  readonly id: string;
  readonly filingId: string;
  readonly byOrganisation: string;
}
export interface ObjectionsAsked {
  readonly before: string;
  readonly take: number;
  readonly filingId: string | null;
  readonly state: ObjectionState | null;
}

const SELECT = `select o.id, o.filing_id as "filingId", f.number as "filingNumber", o.number,
    ${instantSql('o.filed_at')} as "filedAt", ${instantSql('o.lapses_at')} as "lapsesAt", o.capacity, o.objector,
    o.reason, o.evidence_name as "evidenceName", o.evidence_sha256 as "evidenceSha256",
    o.by_organisation as "byOrganisation", s.state, ${instantSql('e.at')} as "endedAt", e.number as "endNumber",
    case when p.objection_id is not null then json_build_object('kind', p.kind, 'body', p.body,
      'caseNumber', p.case_number, 'acceptedOn', p.accepted_on, 'documentSha256', p.document_sha256) end as proof
  from registry.objection o
  join registry.objection_current s on s.objection_id = o.id
  join registry.filing f on f.id = o.filing_id
  left join registry.objection_proof p on p.objection_id = o.id
  left join registry.filing_event e on e.objection_id = o.id
    and e.kind in ('objection_withdrawn', 'objection_lapsed')`;
/** $1: an objection is its objector's, its filing's filer's, and that of those whom the filing names. */
const OWN = `($1::uuid[] is null or o.by_organisation = any($1) or f.filed_by_organisation = any($1) or exists (
  select 1 from registry.filing_party n where n.filing_id = f.id and n.organisation_id = any($1)))`;

@Injectable()
export class ObjectionStore {
  /** Unscoped: whoever has the number of a registration may know that it exists. */
  async filingByNumber(on: Reads, number: string): Promise<string | null> {
    const [row] = await query<{ id: string }>(on, `select id from registry.filing where number = $1`, [
      number,
    ]);
    return row?.id ?? null;
  }

  async add(tx: Tx, row: ObjectionRow): Promise<void> {
    await query(
      tx,
      `with made as (
         insert into registry.objection (id, filing_id, number, filed_at, lapses_at, capacity, objector, reason,
           evidence_name, evidence_sha256, by_user, by_organisation)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
         returning id, filing_id, by_organisation, lapses_at
       )
       insert into registry.objection_current (objection_id, filing_id, by_organisation, state, lapses_at)
       select id, filing_id, by_organisation, 'standing', lapses_at from made`,
      [
        ...[
          row.id,
          row.filingId,
          row.number,
          row.filedAt,
          row.lapsesAt,
          row.capacity,
          row.objector,
          row.reason,
        ],
        ...[row.evidenceName, row.evidenceSha256, row.byUser, row.byOrganisation],
      ],
    );
  }

  async prove(tx: Tx, objectionId: string, proof: ObjectionProof): Promise<void> {
    const { kind, body, caseNumber, acceptedOn, documentSha256 } = proof;
    await query(
      tx,
      `insert into registry.objection_proof
         (objection_id, kind, body, case_number, accepted_on, document_sha256) values ($1, $2, $3, $4, $5, $6)`,
      [objectionId, kind, body, caseNumber, acceptedOn, documentSha256],
    );
    await this.move(tx, [objectionId], 'proved');
  }

  async move(tx: Tx, objectionIds: readonly string[], state: ObjectionState): Promise<void> {
    await query(tx, `update registry.objection_current set state = $2 where objection_id = any($1::uuid[])`, [
      objectionIds,
      state,
    ]);
  }

  /** Whether an objection of this organisation stands already; asked while the filing is locked. */
  async stands(tx: Tx, filingId: string, organisationId: string): Promise<boolean> {
    const rows = await query(
      tx,
      `select 1 from registry.objection_current
       where filing_id = $1 and by_organisation = $2 and state in ('standing', 'proved')`,
      [filingId, organisationId],
    );
    return rows.length > 0;
  }

  async byIds(on: Reads, scope: Scope, ids: readonly string[]): Promise<Objection[]> {
    return query<Objection>(on, `${SELECT} where ${OWN} and o.id = any($2::uuid[]) order by o.id`, [
      scopeParam(scope),
      ids,
    ]);
  }

  /** The newest first. */
  async page(on: Reads, scope: Scope, asked: ObjectionsAsked): Promise<Objection[]> {
    return query<Objection>(
      on,
      `${SELECT} where ${OWN} and o.id < $2 and ($4::uuid is null or o.filing_id = $4)
         and ($5::text is null or s.state = $5)
       order by o.id desc limit $3`,
      [scopeParam(scope), asked.before, asked.take, asked.filingId, asked.state],
    );
  }

  /** Unscoped: whoever asks may see the filing. The objection that an event of a filing speaks of; null for other events. */
  async ofEvent(on: Reads, eventId: string): Promise<ObjectionNamed | null> {
    const [row] = await query<ObjectionNamed>(
      on,
      `select o.number as objection, o.objector from registry.filing_event e
       join registry.objection o on o.id = e.objection_id where e.id = $1`,
      [eventId],
    );
    return row ?? null;
  }

  /** Unscoped: the register is public. By filing, those that stood at `at`, the first filed first. */
  async standing(
    on: Reads,
    filingIds: readonly string[],
    at: string,
  ): Promise<Map<string, readonly ObjectionStamp[]>> {
    if (filingIds.length === 0) return new Map();
    const rows = await query<{ filingId: string; objections: ObjectionStamp[] }>(
      on,
      `select o.filing_id as "filingId", json_agg(json_build_object('number', o.number,
         'filedAt', ${instantSql('o.filed_at')}, 'capacity', o.capacity, 'objector', o.objector,
         'reason', o.reason, 'proved', exists (select 1 from registry.filing_event e
           where e.objection_id = o.id and e.kind = 'objection_proved' and e.at <= $2::timestamptz))
         order by o.filed_at) as objections
       from registry.objection o
       where o.filing_id = any($1::uuid[]) and o.filed_at <= $2::timestamptz and not exists (
         select 1 from registry.filing_event e where e.objection_id = o.id and e.at <= $2::timestamptz
           and e.kind in ('objection_withdrawn', 'objection_lapsed'))
       group by o.filing_id`,
      [filingIds, at],
    );
    return new Map(rows.map(({ filingId, objections }) => [filingId, objections]));
  }

  /** Unscoped: those whose time has run out, at most one of each filing, of the filings with the lowest ids. */
  async lapsing(on: Reads, now: string, limit: number): Promise<LapsingObjection[]> {
    return query<LapsingObjection>(
      on,
      `select distinct on (filing_id) objection_id as id, filing_id as "filingId", by_organisation as "byOrganisation"
       from registry.objection_current
       where state = 'standing' and lapses_at <= $1::timestamptz order by filing_id, lapses_at, objection_id limit $2`,
      [now, limit],
    );
  }
}
