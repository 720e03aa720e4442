// Uploads that are planned, applied and undone, and read in the background: where each stands and how far it has come.
import type { MigrationInterface, QueryRunner } from 'typeorm';

// An upload was a book and now moves on; a claim was for good and is now released when an upload is undone. Where one
// login does everything it had given up the right to change them.
const UPLOAD = `
  grant update, delete on receivables.upload, receivables.invoice_claim to current_user;
  alter table receivables.upload
    add column state text not null default 'applied'
      check (state in ('reading', 'planned', 'applying', 'applied', 'undone')),
    add column mode text not null default 'direct' check (mode in ('direct', 'plan')),
    add column is_whole boolean not null default false,
    add column changed int not null default 0 check (changed >= 0),
    add column rows_done int not null default 0 check (rows_done >= 0),
    add column bytes_done bigint not null default 0 check (bytes_done >= 0),
    add column bytes_total bigint not null default 0 check (bytes_total >= 0),
    add column begun_at timestamptz,
    add column moved_at timestamptz,
    add column withdrawn int check (withdrawn >= 0),
    add column kept int check (kept >= 0),
    add column version int not null default 1 check (version > 0),
    add constraint upload_planned check (state <> 'planned' or mode = 'plan'),
    add constraint upload_applying check (state <> 'applying' or mode = 'plan'),
    add constraint upload_undone check ((state = 'undone') = (withdrawn is not null)),
    add constraint upload_kept check ((withdrawn is null) = (kept is null));
  update receivables.upload set begun_at = received_at, moved_at = received_at,
    rows_done = accepted + flagged + refused + duplicates;
  alter table receivables.upload
    alter column begun_at set not null,
    alter column moved_at set not null,
    alter column state drop default,
    alter column mode drop default;
  create index upload_at_work on receivables.upload (moved_at) where state in ('reading', 'applying');

  create table receivables.upload_file (
    upload_id uuid not null references receivables.upload (id),
    place int not null check (place >= 0),
    document_id uuid not null references documents.document (id),
    primary key (upload_id, place)
  );
`;

// What was planned stays beside what became of it.
const OUTCOME = `
  alter table receivables.upload_outcome
    add column stage text not null default 'applied' check (stage in ('planned', 'applied')),
    add column sheet text,
    add column claim_key text,
    drop constraint upload_outcome_pkey,
    add primary key (upload_id, stage, position),
    drop constraint upload_outcome_outcome_check,
    add constraint upload_outcome_outcome_check
      check (outcome in ('accepted', 'changed', 'flagged', 'refused', 'duplicate')),
    drop constraint upload_outcome_check,
    add constraint upload_outcome_check
      check (stage = 'planned' or outcome not in ('accepted', 'changed') or receivable_id is not null),
    drop constraint upload_outcome_receivable,
    add constraint upload_outcome_receivable check (outcome <> 'refused' or receivable_id is null);
  alter table receivables.upload_outcome alter column stage drop default;
  create index upload_outcome_planned on receivables.upload_outcome (upload_id, claim_key)
    where stage = 'planned' and claim_key is not null;
`;

export class ReceivablesUploads1763900440000 implements MigrationInterface {
  readonly name = 'ReceivablesUploads1763900440000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UPLOAD);
    await runner.query(OUTCOME);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from receivables.upload_outcome where stage = 'planned';
      update receivables.upload_outcome set outcome = 'flagged' where outcome = 'changed';
      drop index receivables.upload_outcome_planned;
      alter table receivables.upload_outcome
        drop constraint upload_outcome_pkey,
        add primary key (upload_id, position),
        drop constraint upload_outcome_check,
        add constraint upload_outcome_check check (outcome <> 'accepted' or receivable_id is not null),
        drop constraint upload_outcome_receivable,
        add constraint upload_outcome_receivable
          check (outcome in ('accepted', 'duplicate', 'flagged') or receivable_id is null),
        drop constraint upload_outcome_outcome_check,
        add constraint upload_outcome_outcome_check
          check (outcome in ('accepted', 'flagged', 'refused', 'duplicate')),
        drop column stage, drop column sheet, drop column claim_key;
      drop table receivables.upload_file;
      drop index receivables.upload_at_work;
      alter table receivables.upload
        drop column state, drop column mode, drop column is_whole, drop column changed, drop column rows_done,
        drop column bytes_done, drop column bytes_total, drop column begun_at, drop column moved_at,
        drop column withdrawn, drop column kept, drop column version;
    `);
  }
}
