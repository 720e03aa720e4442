// Files as evidence in a dispute: a book, so that nobody takes back what the other side has seen.
import type { MigrationInterface, QueryRunner } from 'typeorm';

// Whose a file is follows its document: one side's file can never stand there as the other's.
const FILES = `
  create table receivables.dispute_file (
    id uuid primary key,
    dispute_id uuid not null references receivables.dispute (id),
    document_id uuid not null unique,
    organisation_id uuid not null,
    added_by uuid not null,
    added_at timestamptz not null,
    constraint dispute_file_of_its_owner
      foreign key (document_id, organisation_id) references documents.document (id, owner_id),
    constraint dispute_file_of_a_party
      foreign key (organisation_id, dispute_id) references receivables.dispute_party (organisation_id, dispute_id)
  );
  create index dispute_file_dispute on receivables.dispute_file (dispute_id, id);
`;

export class ReceivablesDisputeFiles1763900721000 implements MigrationInterface {
  readonly name = 'ReceivablesDisputeFiles1763900721000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FILES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table receivables.dispute_file');
  }
}
