// The only file that queries registry.subordination, subordination_step and subordination_current.
import { Injectable } from '@nestjs/common';
import { query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import {
  BINDING,
  type LineOfBook,
  type Subordination,
  type SubordinationState,
} from '../../domain/subordination/subordination';
import { instantSql } from '../rows/instant-sql';

export interface StepRow extends LineOfBook {
  readonly subordinationId: string;
  readonly version: number;
  readonly byUser: string;
}
/** From when until when one of these registrations let another go first. */
export interface Binding {
  readonly juniorNumber: string;
  readonly seniorNumber: string;
  readonly from: string;
  readonly until: string | null;
}

const COLUMNS = `s.id, s.junior_id as "juniorId", j.number as "juniorNumber", s.senior_id as "seniorId",
  n.number as "seniorNumber", s.terms, c.state, c.version,
  (select json_agg(json_build_object('step', t.step, 'side', t.side, 'at', ${instantSql('t.at')},
     'byOrganisation', t.by_organisation) order by t.version)
   from registry.subordination_step t where t.subordination_id = s.id) as steps`;
const AGREEMENTS = `registry.subordination s
  join registry.subordination_current c on c.subordination_id = s.id
  join registry.filing j on j.id = s.junior_id join registry.filing n on n.id = s.senior_id`;
/** $1: an agreement is seen by whom its registrations name, the grantor too, and by who filed them. */
const OWN = `($1::uuid[] is null or j.filed_by_organisation = any($1) or n.filed_by_organisation = any($1) or exists (
  select 1 from registry.filing_party p where p.filing_id in (s.junior_id, s.senior_id) and p.organisation_id = any($1)))`;

@Injectable()
export class SubordinationStore {
  /** @throws a violation of subordination_once when the two have an agreement already, or a proposal of one */
  async add(tx: Tx, { id, juniorId, seniorId, terms }: Subordination, proposal: StepRow): Promise<void> {
    await query(
      tx,
      `with made as (
         insert into registry.subordination (id, junior_id, senior_id, terms) values ($1, $2, $3, $4)
       )
       insert into registry.subordination_current (subordination_id, lower_id, higher_id, state, version)
       values ($1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), 'proposed', 1)`,
      [id, juniorId, seniorId, terms],
    );
    await this.line(tx, proposal);
  }

  /** Locks where it stands; null when it is not the scope's. */
  async lock(tx: Tx, scope: Scope, id: string): Promise<Subordination | null> {
    await query(
      tx,
      'select subordination_id from registry.subordination_current where subordination_id = $1 for update',
      [id],
    );
    return this.byId(tx, scope, id);
  }

  /** Of one that is locked. */
  async take(tx: Tx, row: StepRow, state: SubordinationState): Promise<void> {
    await this.line(tx, row);
    await query(
      tx,
      `update registry.subordination_current set state = $2, version = $3 where subordination_id = $1`,
      [row.subordinationId, state, row.version],
    );
  }

  async byId(on: Reads, scope: Scope, id: string): Promise<Subordination | null> {
    const [row] = await query<Subordination>(
      on,
      `select ${COLUMNS} from ${AGREEMENTS} where ${OWN} and s.id = $2`,
      [scopeParam(scope), id],
    );
    return row ?? null;
  }

  /** The newest first. */
  async page(
    on: Reads,
    scope: Scope,
    {
      before,
      take,
      state,
    }: { readonly before: string; readonly take: number; readonly state: SubordinationState | null },
  ): Promise<Subordination[]> {
    return query<Subordination>(
      on,
      `select ${COLUMNS} from ${AGREEMENTS}
       where ${OWN} and s.id < $2 and ($4::text is null or c.state = $4) order by s.id desc limit $3`,
      [scopeParam(scope), before, take, state],
    );
  }

  /** Unscoped: ranks are public. Those that bind or bound two of these registrations, by the time they were agreed. */
  async binding(on: Reads, filingIds: readonly string[]): Promise<Binding[]> {
    return query<Binding>(
      on,
      `select j.number as "juniorNumber", n.number as "seniorNumber", ${instantSql('a.at')} as "from",
         ${instantSql('e.at')} as until
       from ${AGREEMENTS}
       join registry.subordination_step a on a.subordination_id = s.id and a.step = 'agree'
       left join registry.subordination_step e on e.subordination_id = s.id and e.step = 'agree_end'
       where s.junior_id = any($1::uuid[]) and s.senior_id = any($1::uuid[])
         and (c.state = any($2::text[]) or c.state = 'ended')
       order by a.at, s.id`,
      [filingIds, BINDING],
    );
  }

  private async line(
    tx: Tx,
    { subordinationId, version, step, side, at, byUser, byOrganisation }: StepRow,
  ): Promise<void> {
    await query(
      tx,
      `insert into registry.subordination_step (subordination_id, version, step, side, at, by_user, by_organisation)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [subordinationId, version, step, side, at, byUser, byOrganisation],
    );
  }
}
