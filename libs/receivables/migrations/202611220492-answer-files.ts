// Files of answers: a debtor's queue, downloaded, decided line by line, and handed in again; what became of each line.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const ANSWER_FILE = `
  create table receivables.answer_file (
    id uuid primary key,
    organisation_id uuid not null references parties.organisation (id),
    document_id uuid not null references documents.document (id),
    file_name text not null,
    maker_id uuid not null,
    maker_session text not null,
    maker_kind text not null check (maker_kind in ('person', 'client')),
    maker_methods text[] not null,
    state text not null check (state in ('planning', 'planned', 'applying', 'applied', 'checking', 'checked')),
    lines_done int not null check (lines_done >= 0),
    sound int not null check (sound >= 0),
    refused int not null check (refused >= 0),
    checker_id uuid,
    checker_session text,
    checker_kind text check (checker_kind in ('person', 'client')),
    checker_methods text[],
    decision text check (decision in ('approve', 'decline')),
    received_at timestamptz not null,
    moved_at timestamptz not null,
    version int not null check (version > 0),
    constraint answer_file_two_people check (checker_id <> maker_id),
    check (sound + refused = lines_done),
    check ((state in ('checking', 'checked')) = (checker_id is not null)),
    check ((checker_id is null) = (decision is null) and (checker_id is null) = (checker_session is null)
      and (checker_id is null) = (checker_kind is null) and (checker_id is null) = (checker_methods is null))
  );
  create index answer_file_organisation on receivables.answer_file (organisation_id, id);
  create index answer_file_at_work on receivables.answer_file (moved_at)
    where state in ('planning', 'applying', 'checking');

  create table receivables.answer_line (
    file_id uuid not null references receivables.answer_file (id),
    stage text not null check (stage in ('planned', 'applied', 'checked')),
    line int not null check (line > 0),
    receivable_id uuid,
    confirmation_id uuid,
    fault jsonb,
    primary key (file_id, stage, line),
    check (fault is not null or receivable_id is not null),
    check (stage = 'planned' or fault is not null or confirmation_id is not null)
  );
`;

export class ReceivablesAnswerFiles1763900492000 implements MigrationInterface {
  readonly name = 'ReceivablesAnswerFiles1763900492000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ANSWER_FILE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table receivables.answer_line, receivables.answer_file');
  }
}
