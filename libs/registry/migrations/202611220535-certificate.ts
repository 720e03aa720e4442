// Certificates as they were issued, and the statutory registrations that people, files or a docked registry gave for our
// filings. All are books: a correction is a new line, a check by a second person is a row of its own.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const CERTIFICATES = `
  create table registry.certificate (
    id uuid primary key,
    number text not null check (number ~ '^[0-9]{18}$'),
    edition int not null check (edition > 0),
    kind text not null check (kind in ('registration', 'amendment', 'extension', 'cancellation', 'objection',
      'objection_withdrawal', 'objection_lapse', 'revocation', 'search')),
    subject_id uuid not null,
    content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
    receipt text not null check (receipt <> ''),
    issued_at timestamptz(6) not null,
    issued_by_user uuid not null,
    issued_by_organisation uuid not null,
    constraint certificate_edition unique (number, edition)
  );
`;

const STATUTORY = `
  create table registry.statutory_file (
    id uuid primary key,
    organisation_id uuid not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    name text not null check (length(name) between 1 and 200),
    media_type text not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg')),
    content bytea not null check (octet_length(content) between 1 and 5242880),
    stored_at timestamptz(6) not null,
    stored_by uuid not null,
    constraint statutory_file_once unique (organisation_id, sha256)
  );

  create table registry.statutory_entry (
    id uuid primary key,
    filing_id uuid not null references registry.filing (id),
    number text not null check (length(number) between 1 and 64),
    registered_at timestamptz(6) not null,
    file_id uuid references registry.statutory_file (id),
    source text not null check (source in ('manual', 'file', 'docked')),
    needs_check boolean not null,
    reason text check (length(reason) between 1 and 500),
    entered_by uuid,
    entered_by_organisation uuid,
    entered_at timestamptz(6) not null,
    constraint statutory_entry_maker unique (id, entered_by),
    check (needs_check or source = 'docked'),
    check ((entered_by is null) = (source = 'docked')),
    check ((entered_by is null) = (entered_by_organisation is null)),
    check (registered_at <= entered_at)
  );
  create index statutory_entry_filing on registry.statutory_entry (filing_id, entered_at);

  create table registry.statutory_check (
    entry_id uuid primary key references registry.statutory_entry (id),
    entered_by uuid,
    decision text not null check (decision in ('approve', 'decline')),
    reason text check (length(reason) between 1 and 500),
    checked_by uuid not null,
    checked_at timestamptz(6) not null,
    foreign key (entry_id, entered_by) references registry.statutory_entry (id, entered_by),
    check (entered_by is null or checked_by <> entered_by),
    check (decision = 'approve' or reason is not null)
  );
`;

export class RegistryCertificate1763900535000 implements MigrationInterface {
  readonly name = 'RegistryCertificate1763900535000';

  async up(runner: QueryRunner): Promise<void> {
    for (const tables of [CERTIFICATES, STATUTORY]) await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table registry.statutory_check; drop table registry.statutory_entry; drop table registry.statutory_file;
      drop table registry.certificate;
    `);
  }
}
