// Joining: applications with the checks made on them, one-time invitations, and the kinds of organisation that join.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
  create table parties.invitation (
    id uuid primary key,
    purpose text not null check (purpose in ('first_user', 'trading_partner')),
    organisation_id uuid not null references parties.organisation (id),
    invitee_name text not null check (length(invitee_name) between 1 and 200),
    email text not null check (length(email) between 3 and 200 and email like '%_@_%'),
    invited_as text check (invited_as in ('supplier', 'core_enterprise')),
    token_hash bytea unique check (octet_length(token_hash) = 32),
    state text not null check (state in ('open', 'used', 'revoked')),
    created_by uuid not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    version int not null check (version > 0),
    constraint invitation_used check ((state = 'used') = (used_at is not null)),
    constraint invitation_purpose check ((purpose = 'trading_partner') = (invited_as is not null)),
    constraint invitation_lasts check (expires_at > created_at)
  );
  create index invitation_organisation on parties.invitation (organisation_id, id);

  create table parties.application (
    id uuid primary key,
    kind text not null check (kind in ('enterprise', 'cooperative', 'natural_person')),
    legal_name text not null check (length(legal_name) between 1 and 200),
    capabilities text[] not null check (cardinality(capabilities) > 0 and not capabilities && array[
      'registrar', 'regulator', 'operator']),
    identifiers jsonb not null check (jsonb_typeof(identifiers) = 'array'),
    contact_name text not null check (length(contact_name) between 1 and 200),
    contact_email text not null check (length(contact_email) between 3 and 200),
    contact_phone text not null check (length(contact_phone) between 5 and 31),
    contact_postal_address text check (length(contact_postal_address) between 1 and 200),
    documents jsonb not null check (jsonb_typeof(documents) = 'array'),
    source_hash bytea not null check (octet_length(source_hash) = 16),
    invitation_id uuid references parties.invitation (id),
    state text not null check (state in ('submitted', 'accepted', 'refused')),
    submitted_at timestamptz not null,
    decided_by uuid,
    decided_at timestamptz,
    reason text check (length(reason) between 1 and 500),
    organisation_id uuid unique references parties.organisation (id),
    version int not null check (version > 0),
    constraint application_decision check ((state = 'submitted') = (decided_by is null)
      and (decided_by is null) = (decided_at is null)),
    constraint application_organisation check ((state = 'accepted') = (organisation_id is not null)),
    constraint application_reason check (state <> 'refused' or reason is not null)
  );
  create index application_state on parties.application (state, id);
  create index application_source on parties.application (source_hash, submitted_at);

  create table parties.application_check (
    application_id uuid not null references parties.application (id),
    position int not null check (position > 1),
    kind text not null check (kind in ('register', 'document')),
    outcome text not null check (outcome in ('passed', 'failed', 'unavailable')),
    note text not null check (length(note) between 1 and 500),
    checked_by uuid not null,
    checked_at timestamptz not null,
    primary key (application_id, position)
  );
`;

export class PartiesJoining1763900476000 implements MigrationInterface {
  readonly name = 'PartiesJoining1763900476000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table parties.organisation add column kind text not null default 'enterprise'
        constraint organisation_kind check (kind in ('enterprise', 'cooperative', 'natural_person'));
      alter table parties.organisation alter column kind drop default;
      alter table parties.organisation drop constraint organisation_capabilities_check;
      alter table parties.organisation add constraint organisation_capabilities_check check (
        cardinality(capabilities) > 0 and capabilities <@ array[
          'supplier', 'core_enterprise', 'bank', 'factor', 'finance_company', 'guarantor', 'insurer',
          'registry_user', 'registrar', 'regulator', 'operator']);
      alter table parties.organisation add constraint organisation_person check (
        kind <> 'natural_person' or capabilities = array['supplier']);
      alter table parties.organisation drop constraint organisation_status_check;
      alter table parties.organisation add constraint organisation_status_check
        check (status in ('active', 'suspended', 'left'));
      alter table parties.identifier drop constraint identifier_scheme_check;
      alter table parties.identifier add constraint identifier_scheme_check
        check (scheme in ('USCC', 'LEI', 'VAT', 'LOCAL', 'RESIDENT_ID'));
      alter table parties.identifier add constraint identifier_resident_masked
        check (scheme <> 'RESIDENT_ID' or (value ~ '^[0-9]{4}[*]{10}[0-9X]{4}$' and value_key like 'RESIDENT:%'));
    `);
    await runner.query(TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table parties.application_check; drop table parties.application; drop table parties.invitation;
      alter table parties.identifier drop constraint identifier_resident_masked;
      alter table parties.organisation drop constraint organisation_person;
      alter table parties.organisation drop column kind`);
  }
}
