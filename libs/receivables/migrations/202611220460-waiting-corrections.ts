// Corrections that wait for the invoice they correct, rows that were kept once and come again, and an undo that takes
// longer than a request.
import type { MigrationInterface, QueryRunner } from 'typeorm';

// A queue and no book: what has found its invoice stands in `correction`.
const WAITING = `
  create table receivables.waiting_correction (
    id uuid primary key,
    correction_key text not null unique check (length(correction_key) between 1 and 400),
    supplier_id uuid not null references parties.organisation (id),
    debtor_id uuid not null references parties.organisation (id),
    document_id uuid not null references documents.document (id),
    kind text not null check (kind in ('credit_note', 'reversal')),
    invoice_key text not null,
    number text not null,
    preceding text[] not null,
    issue_date date not null,
    amount numeric not null check (amount > 0 and scale(amount) <= 4),
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    waits_for text[] not null,
    waiting_since timestamptz not null
  );
  create index waiting_correction_supplier on receivables.waiting_correction (supplier_id, id);
  create index waiting_correction_document on receivables.waiting_correction (document_id);
`;

const OUTCOME = `
  create index upload_outcome_kept on receivables.upload_outcome (claim_key)
    where stage = 'applied' and outcome = 'flagged' and claim_key is not null;
`;

const UPLOAD = `
  alter table receivables.upload
    add column undone_rows int not null default 0 check (undone_rows >= 0),
    drop constraint upload_state_check,
    add constraint upload_state_check
      check (state in ('reading', 'planned', 'applying', 'applied', 'undoing', 'undone')),
    drop constraint upload_undone,
    add constraint upload_undone check ((state in ('undoing', 'undone')) = (withdrawn is not null));
  drop index receivables.upload_at_work;
  create index upload_at_work on receivables.upload (moved_at) where state in ('reading', 'applying', 'undoing');
`;

export class ReceivablesWaiting1763900460000 implements MigrationInterface {
  readonly name = 'ReceivablesWaiting1763900460000';

  async up(runner: QueryRunner): Promise<void> {
    for (const change of [WAITING, OUTCOME, UPLOAD]) await runner.query(change);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update receivables.upload set state = 'undone' where state = 'undoing';
      drop index receivables.upload_at_work;
      create index upload_at_work on receivables.upload (moved_at) where state in ('reading', 'applying');
      alter table receivables.upload
        drop column undone_rows,
        drop constraint upload_state_check,
        add constraint upload_state_check
          check (state in ('reading', 'planned', 'applying', 'applied', 'undone')),
        drop constraint upload_undone,
        add constraint upload_undone check ((state = 'undone') = (withdrawn is not null));
      drop index receivables.upload_outcome_kept;
      drop table receivables.waiting_correction;
    `);
  }
}
