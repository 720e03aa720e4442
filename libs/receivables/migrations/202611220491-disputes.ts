// Disputes about receivables, whom each concerns, and the hold that one may put on further financing.
import type { MigrationInterface, QueryRunner } from 'typeorm';

// Who caused a dispute never closes it.
const DISPUTE = `
  alter table receivables.receivable add column dispute_hold boolean not null default false;

  create table receivables.dispute (
    id uuid primary key,
    receivable_id uuid not null references receivables.receivable (id),
    supplier_id uuid not null,
    debtor_id uuid not null,
    cause text not null check (cause in ('partial_confirmation', 'withdrawal', 'discrepancy', 'tax_difference',
      'duplicate')),
    caused_by uuid not null,
    opened_by_organisation uuid not null,
    opened_by uuid not null,
    opened_at timestamptz not null,
    reason text not null check (length(reason) between 1 and 100),
    note text check (length(note) between 1 and 500),
    amount numeric check (amount > 0 and scale(amount) <= 4),
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    holds boolean not null,
    state text not null check (state in ('open', 'answered', 'escalated', 'closed')),
    answer text check (length(answer) between 1 and 500),
    answered_by uuid,
    answered_at timestamptz,
    escalated_by uuid,
    escalated_at timestamptz,
    closed_by uuid,
    closed_by_organisation uuid,
    closed_at timestamptz,
    closing_reason text check (closing_reason in ('corrected', 'explained', 'accepted_as_owed', 'not_owed', 'paid',
      'opened_in_error')),
    closing_note text check (length(closing_note) between 1 and 500),
    version int not null check (version > 0),
    constraint dispute_closed_by_another check (closed_by_organisation <> caused_by),
    check ((state = 'closed') = (closed_by is not null)),
    check ((closed_by is null) = (closed_at is null) and (closed_by is null) = (closed_by_organisation is null)
      and (closed_by is null) = (closing_reason is null)),
    check ((answered_by is null) = (answered_at is null) and (answered_by is null) = (answer is null)),
    check ((escalated_by is null) = (escalated_at is null)),
    check (state <> 'answered' or answered_by is not null),
    check (state <> 'escalated' or escalated_by is not null)
  );
  create index dispute_receivable on receivables.dispute (receivable_id, id);

  create table receivables.dispute_party (
    organisation_id uuid not null references parties.organisation (id),
    dispute_id uuid not null references receivables.dispute (id),
    primary key (organisation_id, dispute_id)
  );
`;

export class ReceivablesDisputes1763900491000 implements MigrationInterface {
  readonly name = 'ReceivablesDisputes1763900491000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DISPUTE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table receivables.dispute_party, receivables.dispute;
      alter table receivables.receivable drop column dispute_hold;
    `);
  }
}
