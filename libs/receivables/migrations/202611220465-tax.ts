// Tax verification: each question put to the tax bureau, and each answer. Both are books, for they are evidence.
import type { MigrationInterface, QueryRunner } from 'typeorm';

// The bureau answers so many questions about an invoice a day; the number in force stands in the row, so that two who
// ask at once cannot both be the last.
const TAX_CHECK = `
  create table receivables.tax_check (
    id uuid primary key,
    receivable_id uuid not null references receivables.receivable (id),
    invoice_key text not null check (length(invoice_key) between 1 and 400),
    reason text not null check (reason in ('request', 'schedule', 'payout')),
    bureau text not null check (length(bureau) between 1 and 40),
    asked_on date not null,
    ordinal int not null,
    quota int not null,
    asked_by uuid,
    asked_by_organisation uuid,
    asked_at timestamptz not null,
    check (ordinal between 1 and quota),
    constraint tax_check_quota unique (invoice_key, asked_on, ordinal)
  );
  create index tax_check_receivable on receivables.tax_check (receivable_id, id);
`;

const TAX_RESULT = `
  create table receivables.tax_result (
    check_id uuid primary key references receivables.tax_check (id),
    kind text not null check (kind in ('equal', 'different', 'not_found', 'void', 'red', 'unavailable')),
    differing text[] not null check (differing <@ array['issue_date', 'amount', 'seller', 'buyer']),
    red_amount numeric check (red_amount > 0 and scale(red_amount) <= 4),
    red_number text check (length(red_number) between 1 and 40),
    why text check (why in ('timeout', 'quota', 'failure')),
    raw_hash text not null check (raw_hash ~ '^[0-9a-f]{64}$'),
    imported_by uuid,
    answered_at timestamptz not null,
    check ((kind = 'different') = (cardinality(differing) > 0)),
    check ((kind = 'red') = (red_amount is not null) and (red_amount is null) = (red_number is null)),
    check ((kind = 'unavailable') = (why is not null))
  );
`;

export class ReceivablesTax1763900465000 implements MigrationInterface {
  readonly name = 'ReceivablesTax1763900465000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TAX_CHECK);
    await runner.query(TAX_RESULT);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table receivables.tax_result; drop table receivables.tax_check');
  }
}
