// Registrations are amended: lines of parties and collateral come and go with events, and nothing that was written is
// changed. A line keeps its number through its versions; where it ends is a row of its own.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const EVENTS = `
  alter table registry.filing_event
    drop constraint filing_event_kind,
    add column changes jsonb,
    add constraint filing_event_kind check (kind in ('amended', 'extended', 'cancelled')),
    add constraint filing_event_changes check ((kind = 'amended') = (changes is not null));
`;

// The version is that of the filing with which the line came. \`since\` is the time from which collateral counts.
const LINES = `
  alter table registry.filing_party
    drop constraint filing_party_pkey,
    add column version int not null default 1 check (version > 0),
    add column added_at timestamptz(6),
    add constraint filing_party_pkey primary key (filing_id, role, ordinal, version),
    add constraint filing_party_once unique (filing_id, party_key, version),
    add constraint filing_party_added check ((version = 1) = (added_at is null));
  alter table registry.collateral
    drop constraint collateral_pkey,
    add column version int not null default 1 check (version > 0),
    add column added_at timestamptz(6),
    add column since timestamptz(6),
    add column kind text check (kind in ('receivable', 'invoice', 'goods', 'receipt')),
    add constraint collateral_pkey primary key (filing_id, ordinal, version),
    add constraint collateral_added check ((version = 1) = (added_at is null)),
    add constraint collateral_since check (since is null or since <= added_at);
  create table registry.line_end (
    filing_id uuid not null references registry.filing (id),
    part text not null check (part in ('grantor', 'secured', 'collateral')),
    ordinal int not null check (ordinal > 0),
    version int not null check (version > 0),
    ended_version int not null,
    ended_at timestamptz(6) not null,
    primary key (filing_id, part, ordinal, version),
    check (ended_version > version)
  );
`;

export class RegistryAmendment1763900560000 implements MigrationInterface {
  readonly name = 'RegistryAmendment1763900560000';

  async up(runner: QueryRunner): Promise<void> {
    for (const tables of [EVENTS, LINES]) await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table registry.line_end;
      alter table registry.collateral
        drop constraint collateral_pkey, drop constraint collateral_added, drop constraint collateral_since,
        drop column kind, drop column since, drop column added_at, drop column version,
        add constraint collateral_pkey primary key (filing_id, ordinal);
      alter table registry.filing_party
        drop constraint filing_party_pkey, drop constraint filing_party_once, drop constraint filing_party_added,
        drop column added_at, drop column version,
        add constraint filing_party_pkey primary key (filing_id, party_key);
      alter table registry.filing_event
        drop constraint filing_event_changes, drop constraint filing_event_kind, drop column changes,
        add constraint filing_event_kind check (kind in ('extended', 'cancelled'));
    `);
  }
}
