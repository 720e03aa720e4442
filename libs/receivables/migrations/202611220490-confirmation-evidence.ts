// Signing keys, what was signed, how good the evidence of a confirmation is, when its task reached people, and withdrawal.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SIGNING_KEY = `
  create table receivables.signing_key (
    id uuid primary key,
    organisation_id uuid not null references parties.organisation (id),
    holder_id uuid not null,
    label text not null check (length(label) between 1 and 100),
    algorithm text not null check (algorithm in ('P-256', 'Ed25519')),
    public_key text not null check (length(public_key) between 40 and 400),
    state text not null check (state in ('proposed', 'active', 'declined', 'revoked')),
    registered_at timestamptz not null,
    decided_by uuid,
    decided_at timestamptz,
    valid_until timestamptz,
    revoked_by uuid,
    revoked_at timestamptz,
    reason text check (length(reason) between 1 and 500),
    version int not null check (version > 0),
    constraint signing_key_once unique (public_key),
    constraint signing_key_second_person check (decided_by <> holder_id),
    check ((decided_by is null) = (decided_at is null)),
    check ((revoked_by is null) = (revoked_at is null)),
    check ((state = 'revoked') = (revoked_at is not null)),
    check (state not in ('active', 'declined') or decided_at is not null),
    check ((state = 'declined' or decided_at is null) = (valid_until is null)),
    check (valid_until > decided_at)
  );
  create index signing_key_organisation on receivables.signing_key (organisation_id, id);
`;

const CONFIRMATION = `
  alter table receivables.confirmation
    add column channel text not null default 'portal'
      check (channel in ('portal', 'file', 'erp', 'own_upload')),
    add column maker_kind text not null default 'person' check (maker_kind in ('person', 'client')),
    add column maker_methods text[] not null default '{}',
    add column checker_kind text check (checker_kind in ('person', 'client')),
    add column checker_methods text[],
    add column order_number text check (length(order_number) between 1 and 100),
    add column goods_receipt_number text check (length(goods_receipt_number) between 1 and 100),
    add column withdrawn_by uuid,
    add column withdrawn_at timestamptz,
    add column withdrawal_reason text,
    drop constraint confirmation_state_check,
    add constraint confirmation_state_check
      check (state in ('proposed', 'approved', 'declined', 'superseded', 'withdrawn')),
    add constraint confirmation_withdrawn check (
      (withdrawn_by is null) = (withdrawn_at is null) and (withdrawn_by is null) = (withdrawal_reason is null)
      and (state <> 'withdrawn' or withdrawn_at is not null));
  alter table receivables.confirmation alter column channel drop default, alter column maker_kind drop default,
    alter column maker_methods drop default;
`;

const BOOKS = `
  create table receivables.confirmation_signature (
    confirmation_id uuid primary key references receivables.confirmation (id),
    key_id uuid not null references receivables.signing_key (id),
    statement text not null,
    signature text not null,
    signed_at timestamptz not null,
    constraint confirmation_signature_once unique (signature)
  );

  create table receivables.confirmation_grade (
    confirmation_id uuid not null references receivables.confirmation (id),
    line int not null check (line > 0),
    receivable_id uuid not null references receivables.receivable (id),
    grade text not null check (grade in ('A', 'B', 'C', 'D', 'E')),
    points int not null check (points >= 0),
    reasons text[] not null check (cardinality(reasons) > 0),
    graded_at timestamptz not null,
    primary key (confirmation_id, line)
  );
  create index confirmation_grade_receivable on receivables.confirmation_grade (receivable_id, graded_at desc);

  create table receivables.task_sighting (
    receivable_id uuid not null references receivables.receivable (id),
    event text not null check (event in ('shown', 'opened')),
    user_id uuid not null,
    organisation_id uuid not null,
    seen_at timestamptz not null,
    primary key (receivable_id, event, user_id)
  );
`;

export class ReceivablesEvidence1763900490000 implements MigrationInterface {
  readonly name = 'ReceivablesEvidence1763900490000';

  async up(runner: QueryRunner): Promise<void> {
    for (const change of [SIGNING_KEY, CONFIRMATION, BOOKS]) await runner.query(change);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table receivables.task_sighting, receivables.confirmation_grade, receivables.confirmation_signature,
        receivables.signing_key;
      update receivables.confirmation set state = 'superseded' where state = 'withdrawn';
      alter table receivables.confirmation
        drop constraint confirmation_withdrawn,
        drop constraint confirmation_state_check,
        add constraint confirmation_state_check
          check (state in ('proposed', 'approved', 'declined', 'superseded')),
        drop column channel, drop column maker_kind, drop column maker_methods, drop column checker_kind,
        drop column checker_methods, drop column order_number, drop column goods_receipt_number,
        drop column withdrawn_by, drop column withdrawn_at, drop column withdrawal_reason;
    `);
  }
}
