// Objections and revocations. An objection is a line of a book of its own; what befalls it, and the end that a court
// orders, are events of the filing. A revocation takes two people, which the rows say too.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const OBJECTIONS = `
  create table registry.objection (
    id uuid primary key,
    filing_id uuid not null references registry.filing (id),
    number text not null check (number ~ '^[0-9]{18}$'),
    filed_at timestamptz(6) not null,
    lapses_at timestamptz(6) not null,
    capacity text not null check (capacity in ('grantor', 'interested_party')),
    objector text not null check (length(objector) between 1 and 200),
    reason text not null check (length(reason) between 1 and 500),
    evidence_name text check (length(evidence_name) between 1 and 200),
    evidence_sha256 text check (evidence_sha256 ~ '^[0-9a-f]{64}$'),
    by_user uuid not null,
    by_organisation uuid not null,
    constraint objection_number unique (number),
    check ((evidence_name is null) = (evidence_sha256 is null)),
    check (lapses_at > filed_at)
  );
  create index objection_filing on registry.objection (filing_id);
  create index objection_objector on registry.objection (by_organisation, id);

  create table registry.objection_proof (
    objection_id uuid primary key references registry.objection (id),
    kind text not null check (kind in ('lawsuit', 'arbitration')),
    body text not null check (length(body) between 1 and 200),
    case_number text not null check (length(case_number) between 1 and 100),
    accepted_on date not null,
    document_sha256 text check (document_sha256 ~ '^[0-9a-f]{64}$')
  );

  create table registry.objection_current (
    objection_id uuid primary key references registry.objection (id),
    filing_id uuid not null,
    by_organisation uuid not null,
    state text not null check (state in ('standing', 'proved', 'withdrawn', 'lapsed')),
    lapses_at timestamptz(6) not null
  );
  create unique index objection_current_one on registry.objection_current (filing_id, by_organisation)
    where state in ('standing', 'proved');
  create index objection_current_lapsing on registry.objection_current (lapses_at) where state = 'standing';
`;

const EVENTS = `
  drop index registry.filing_event_end;
  alter table registry.filing_event
    drop constraint filing_event_kind,
    add column objection_id uuid references registry.objection (id),
    add constraint filing_event_kind check (kind in ('amended', 'extended', 'cancelled', 'revoked',
      'objection_filed', 'objection_proved', 'objection_withdrawn', 'objection_lapsed')),
    add constraint filing_event_objection check ((kind like 'objection%') = (objection_id is not null));
  create unique index filing_event_end on registry.filing_event (filing_id) where kind in ('cancelled', 'revoked');
  create unique index filing_event_objection_once on registry.filing_event (objection_id, kind)
    where objection_id is not null;
  create unique index filing_event_objection_end on registry.filing_event (objection_id)
    where kind in ('objection_withdrawn', 'objection_lapsed');
`;

// From now on an event moves the time of its grantors, as a filing does.
const TIMES = `
  update registry.grantor g set last_filed_at = greatest(g.last_filed_at, moved.at)
  from (
    select p.party_key, max(e.at) as at from registry.filing_event e
    join registry.filing_party p on p.filing_id = e.filing_id and p.role = 'grantor' group by p.party_key
  ) moved
  where moved.party_key = g.grantor_key;
`;

const REVOCATIONS = `
  create table registry.revocation (
    id uuid primary key,
    filing_id uuid not null references registry.filing (id),
    court text not null check (length(court) between 1 and 200),
    document_number text not null check (length(document_number) between 1 and 100),
    document_sha256 text not null check (document_sha256 ~ '^[0-9a-f]{64}$'),
    ordered_on date not null,
    asked_by uuid not null,
    asked_by_organisation uuid not null,
    asked_at timestamptz(6) not null,
    constraint revocation_maker unique (id, asked_by)
  );
  create index revocation_filing on registry.revocation (filing_id);

  create table registry.revocation_decision (
    revocation_id uuid primary key,
    asked_by uuid not null,
    decision text not null check (decision in ('approve', 'decline')),
    reason text check (length(reason) between 1 and 500),
    decided_by uuid not null,
    decided_at timestamptz(6) not null,
    foreign key (revocation_id, asked_by) references registry.revocation (id, asked_by),
    check (decided_by <> asked_by),
    check (decision = 'approve' or reason is not null)
  );
`;

export class RegistryObjection1763900570000 implements MigrationInterface {
  readonly name = 'RegistryObjection1763900570000';

  async up(runner: QueryRunner): Promise<void> {
    for (const tables of [OBJECTIONS, EVENTS, TIMES, REVOCATIONS]) await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table registry.revocation_decision; drop table registry.revocation;
      drop index registry.filing_event_end;
      drop index registry.filing_event_objection_once;
      drop index registry.filing_event_objection_end;
      alter table registry.filing_event
        drop constraint filing_event_objection, drop constraint filing_event_kind, drop column objection_id,
        add constraint filing_event_kind check (kind in ('amended', 'extended', 'cancelled'));
      create unique index filing_event_end on registry.filing_event (filing_id) where kind = 'cancelled';
      drop table registry.objection_current; drop table registry.objection_proof; drop table registry.objection;
    `);
  }
}
