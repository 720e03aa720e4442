// Demands: formal letters by which a supplier asks a debtor for the answer it owes, and their delivery by mail.
import type { MigrationInterface, QueryRunner } from 'typeorm';

// The letter states what stood on that day, so its facts are kept in the row and never read again from elsewhere.
const DEMAND = `
  create table receivables.demand (
    id uuid primary key,
    receivable_id uuid not null references receivables.receivable (id),
    receivable_version int not null check (receivable_version > 0),
    supplier_id uuid not null references parties.organisation (id),
    supplier_name text not null check (length(supplier_name) between 1 and 200),
    debtor_id uuid not null references parties.organisation (id),
    debtor_name text not null check (length(debtor_name) between 1 and 200),
    invoice_number text not null,
    issue_date date not null,
    due_date date not null,
    payable_amount numeric not null check (payable_amount > 0 and scale(payable_amount) <= 4),
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    listed_on date not null,
    answer_by date not null check (answer_by >= listed_on),
    issued_on date not null check (issued_on >= listed_on),
    issued_at timestamptz not null,
    issued_by uuid not null,
    contact_id uuid references parties.contact (id),
    constraint demand_other_party check (supplier_id <> debtor_id),
    constraint demand_once_a_day unique (receivable_id, issued_on)
  );
  create index demand_supplier on receivables.demand (supplier_id, id desc);
  create index demand_debtor on receivables.demand (debtor_id, id desc);
`;

const DELIVERY = `
  create table receivables.demand_delivery (
    demand_id uuid primary key references receivables.demand (id),
    delivered_at timestamptz not null
  );
`;

export class ReceivablesDemand1763900496000 implements MigrationInterface {
  readonly name = 'ReceivablesDemand1763900496000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DEMAND);
    await runner.query(DELIVERY);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table receivables.demand_delivery; drop table receivables.demand');
  }
}
