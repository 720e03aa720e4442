// Uploads with the outcome of each invoice, the claim on each invoice key, receivables, and the debtors' answers.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const UPLOAD = `
  create table receivables.upload (
    id uuid primary key,
    organisation_id uuid not null references parties.organisation (id),
    uploader_id uuid not null,
    files int not null check (files > 0),
    accepted int not null check (accepted >= 0),
    flagged int not null check (flagged >= 0),
    refused int not null check (refused >= 0),
    duplicates int not null check (duplicates >= 0),
    received_at timestamptz not null
  );
  create index upload_organisation on receivables.upload (organisation_id, id);

  create table receivables.upload_outcome (
    upload_id uuid not null references receivables.upload (id),
    position int not null check (position > 0),
    document_id uuid not null,
    file_name text not null,
    line int,
    outcome text not null check (outcome in ('accepted', 'flagged', 'refused', 'duplicate')),
    reasons jsonb not null,
    flags jsonb not null,
    invoice_number text,
    buyer_name text,
    payable_amount numeric check (scale(payable_amount) <= 4),
    currency text,
    receivable_id uuid,
    primary key (upload_id, position),
    check (outcome <> 'accepted' or receivable_id is not null),
    check (outcome in ('accepted', 'duplicate') or receivable_id is null),
    check ((payable_amount is null) = (currency is null))
  );
`;

// An invoice is claimed before anything else is written: its key belongs to the first who stores it.
const RECEIVABLE = `
  create table receivables.invoice_claim (
    claim_key text primary key check (length(claim_key) between 1 and 400),
    receivable_id uuid not null unique
  );

  create table receivables.receivable (
    id uuid primary key,
    supplier_id uuid not null references parties.organisation (id),
    debtor_id uuid not null references parties.organisation (id),
    document_id uuid not null references documents.document (id),
    invoice_key text not null check (length(invoice_key) between 1 and 292),
    invoice_number text not null,
    type_code text not null,
    issue_date date not null,
    due_date date,
    payment_terms text,
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    payable_amount numeric not null check (payable_amount > 0),
    confirmed_amount numeric,
    state text not null,
    listed_at timestamptz,
    answer_by date,
    answered_at timestamptz,
    version int not null check (version > 0),
    created_at timestamptz not null,
    check (supplier_id <> debtor_id),
    check (due_date >= issue_date),
    check (scale(payable_amount) <= 4 and scale(confirmed_amount) <= 4),
    check (confirmed_amount between 0 and payable_amount),
    check (state in ('draft', 'listed', 'confirmed', 'part_disputed', 'rejected', 'frozen', 'settled', 'void')),
    check (state in ('draft', 'void')
      or (due_date is not null and listed_at is not null and answer_by is not null)),
    check (state not in ('draft', 'listed') or confirmed_amount is null),
    check (state <> 'confirmed' or coalesce(confirmed_amount = payable_amount, false)),
    check (state <> 'part_disputed'
      or coalesce(confirmed_amount > 0 and confirmed_amount < payable_amount, false)),
    check (state <> 'rejected' or coalesce(confirmed_amount = 0, false)),
    check ((confirmed_amount is null) = (answered_at is null))
  );
  create index receivable_supplier on receivables.receivable (supplier_id, id);
  create index receivable_debtor on receivables.receivable (debtor_id, due_date, id);
  create index receivable_debtor_listed on receivables.receivable (debtor_id, due_date, id)
    where state = 'listed';
`;

const CONFIRMATION = `
  create table receivables.confirmation (
    id uuid primary key,
    receivable_id uuid not null references receivables.receivable (id),
    debtor_id uuid not null,
    decision text not null check (decision in ('confirm', 'dispute', 'reject')),
    confirmed_amount numeric not null check (confirmed_amount >= 0 and scale(confirmed_amount) <= 4),
    currency text not null,
    reason text check (reason in ('not_ours', 'goods_not_received', 'quality', 'price', 'already_paid',
      'duplicate', 'set_off', 'other')),
    note text,
    state text not null check (state in ('proposed', 'approved', 'declined')),
    receivable_version int not null,
    maker_id uuid not null,
    maker_session text not null,
    proposed_at timestamptz not null,
    checker_id uuid,
    checker_session text,
    checked_at timestamptz,
    version int not null check (version > 0),
    constraint confirmation_two_people check (maker_id <> checker_id),
    check ((decision = 'confirm') = (reason is null)),
    check ((decision = 'reject') = (confirmed_amount = 0)),
    check ((state = 'proposed') = (checker_id is null)),
    check ((checker_id is null) = (checked_at is null) and (checker_id is null) = (checker_session is null))
  );
  create unique index confirmation_one_open on receivables.confirmation (receivable_id)
    where state = 'proposed';
  create unique index confirmation_one_approved on receivables.confirmation (receivable_id)
    where state = 'approved';
`;

export class Receivables1763780400000 implements MigrationInterface {
  readonly name = 'Receivables1763780400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema receivables');
    await runner.query(UPLOAD);
    await runner.query(RECEIVABLE);
    await runner.query(CONFIRMATION);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema receivables cascade');
  }
}
