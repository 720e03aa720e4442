// Organisations and their identifiers. A value is claimed in a table of its own, so that it leads to one organisation
// whatever the scheme it is written under.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PartiesOrganisation1763777400000 implements MigrationInterface {
  readonly name = 'PartiesOrganisation1763777400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema parties;

      create table parties.organisation (
        id uuid primary key,
        legal_name text not null check (length(legal_name) between 1 and 200),
        search_name text not null check (search_name <> ''),
        capabilities text[] not null check (
          cardinality(capabilities) > 0 and capabilities <@ array[
            'supplier', 'core_enterprise', 'bank', 'factor', 'finance_company',
            'registry_user', 'registrar', 'regulator', 'operator']),
        status text not null check (status in ('active', 'suspended')),
        version int not null check (version > 0),
        onboarded_at timestamptz not null
      );
      create index organisation_capabilities on parties.organisation using gin (capabilities);

      create table parties.identifier_claim (
        value_key text primary key check (value_key <> ''),
        organisation_id uuid not null references parties.organisation (id),
        constraint identifier_claim_owner unique (value_key, organisation_id)
      );

      create table parties.identifier (
        scheme text not null check (scheme in ('USCC', 'LEI', 'VAT', 'LOCAL')),
        value text not null check (length(value) between 1 and 80),
        value_key text not null,
        organisation_id uuid not null,
        position int not null check (position >= 0),
        primary key (scheme, value_key),
        foreign key (value_key, organisation_id)
          references parties.identifier_claim (value_key, organisation_id)
      );
      create index identifier_organisation on parties.identifier (organisation_id, position);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema parties cascade');
  }
}
