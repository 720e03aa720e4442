// The desk of a registry user: drafts that are not filed yet, files of registrations, and references used up.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const DRAFT = `
  create table desk.draft (
    id uuid primary key,
    organisation_id uuid not null references parties.organisation (id),
    title text not null check (length(title) between 1 and 200),
    content jsonb not null check (jsonb_typeof(content) = 'object'),
    changed_by uuid not null,
    changed_at timestamptz not null,
    version int not null check (version > 0)
  );
  create index draft_organisation on desk.draft (organisation_id, id);
`;

const FILING_FILE = `
  create table desk.filing_file (
    id uuid primary key,
    organisation_id uuid not null references parties.organisation (id),
    document_id uuid not null references documents.document (id),
    file_name text not null,
    maker_id uuid not null,
    state text not null check (state in ('planning', 'planned', 'applying', 'applied')),
    done int not null check (done >= 0),
    sound int not null check (sound >= 0),
    refused int not null check (refused >= 0),
    received_at timestamptz not null,
    moved_at timestamptz not null,
    version int not null check (version > 0),
    constraint filing_file_counts check (sound + refused = done)
  );
  create index filing_file_organisation on desk.filing_file (organisation_id, id);
  create index filing_file_at_work on desk.filing_file (moved_at) where state in ('planning', 'applying');

  create table desk.filing_line (
    file_id uuid not null references desk.filing_file (id),
    stage text not null check (stage in ('planned', 'applied')),
    line int not null check (line > 0),
    reference text,
    filing_id uuid,
    filing_number text,
    fault jsonb,
    primary key (file_id, stage, line),
    constraint filing_line_outcome check (stage = 'planned' or (fault is null) = (filing_id is not null)),
    constraint filing_line_number check ((filing_id is null) = (filing_number is null))
  );
  create index filing_line_reference on desk.filing_line (file_id, stage, reference);

  create table desk.reference (
    organisation_id uuid not null references parties.organisation (id),
    reference text not null check (length(reference) between 1 and 100),
    filing_id uuid not null,
    filing_number text not null,
    file_id uuid not null references desk.filing_file (id),
    primary key (organisation_id, reference)
  );
`;

export class Desk1763900545000 implements MigrationInterface {
  readonly name = 'Desk1763900545000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create schema desk; ${DRAFT} ${FILING_FILE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema desk cascade');
  }
}
