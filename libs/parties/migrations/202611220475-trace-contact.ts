// Traces of use, as keyed hashes only, and the contacts that the operator has verified.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PartiesTraceContact1763900475000 implements MigrationInterface {
  readonly name = 'PartiesTraceContact1763900475000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table parties.trace (
        organisation_id uuid not null references parties.organisation (id),
        kind text not null check (kind in ('device', 'address', 'email_domain', 'phone', 'postal_address')),
        value_hash bytea not null check (octet_length(value_hash) = 16),
        first_seen_at timestamptz not null,
        last_seen_at timestamptz not null,
        primary key (organisation_id, kind, value_hash),
        constraint trace_order check (first_seen_at <= last_seen_at)
      );

      create table parties.contact (
        id uuid primary key,
        organisation_id uuid not null references parties.organisation (id),
        name text not null check (length(name) between 1 and 200),
        email text not null check (length(email) between 3 and 200 and email like '%_@_%'),
        phone text not null check (phone ~ '^[+]?[0-9 ()-]{5,30}$'),
        postal_address text check (length(postal_address) between 1 and 200),
        purpose text not null check (purpose in ('confirmation', 'finance', 'legal', 'general')),
        source text not null check (source in ('register', 'call_back', 'letter', 'in_person')),
        verified_by uuid not null,
        verifier_organisation_id uuid not null references parties.organisation (id),
        verified_at timestamptz not null,
        retired_at timestamptz,
        version int not null check (version > 0),
        constraint contact_verified_by_another check (verifier_organisation_id <> organisation_id),
        constraint contact_retired_later check (retired_at >= verified_at)
      );
      create index contact_organisation on parties.contact (organisation_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table parties.contact; drop table parties.trace');
  }
}
