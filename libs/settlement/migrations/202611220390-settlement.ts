// Payouts, what the banks told, payments with their allocations, and what of each deal is still to be collected.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const PAYOUTS = `
  create schema settlement;

  create table settlement.payout (
    id uuid primary key,
    deal_id uuid not null references factoring.deal (id),
    kind text not null check (kind in ('advance', 'surplus')),
    supplier_id uuid not null references parties.organisation (id),
    financier_id uuid not null references parties.organisation (id),
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    amount numeric not null check (amount > 0 and scale(amount) <= 4),
    from_account_id uuid not null references parties.bank_account (id),
    to_account_id uuid not null references parties.bank_account (id),
    title_basis text not null check (title_basis in ('registered_here', 'statutory', 'waived')),
    end_to_end_id text not null unique check (length(end_to_end_id) between 1 and 35),
    hold_id uuid not null unique,
    state text not null check (state in ('instructed', 'released', 'declined', 'paid', 'rejected', 'returned')),
    maker_id uuid not null,
    instructed_at timestamptz not null,
    checker_id uuid,
    checked_at timestamptz,
    paid_on date,
    ended_at timestamptz,
    reason text check (length(reason) between 1 and 500),
    version int not null check (version > 0),
    constraint payout_two_people check (checker_id <> maker_id),
    check ((checker_id is null) = (checked_at is null)),
    check (state = 'instructed' or checker_id is not null),
    check ((state in ('paid', 'returned')) = (paid_on is not null)),
    check ((state in ('instructed', 'released')) = (ended_at is null)),
    check (from_account_id <> to_account_id)
  );
  create unique index payout_one_open on settlement.payout (deal_id, kind)
    where state in ('instructed', 'released');
  create unique index payout_one_advance on settlement.payout (deal_id)
    where kind = 'advance' and state in ('instructed', 'released', 'paid');
  create index payout_deal on settlement.payout (deal_id, id);
  create index payout_supplier on settlement.payout (supplier_id, id);
  create index payout_financier on settlement.payout (financier_id, id);

  create table settlement.payout_posting (
    payout_id uuid not null references settlement.payout (id),
    posting_id uuid not null,
    primary key (payout_id, posting_id)
  );
`;

const BANK = `
  create table settlement.bank_file (
    id uuid primary key,
    financier_id uuid not null references parties.organisation (id),
    name text not null check (length(name) between 1 and 200),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    content bytea not null,
    imported_by uuid,
    imported_at timestamptz not null,
    constraint bank_file_once unique (financier_id, sha256)
  );

  create table settlement.bank_entry (
    id uuid primary key,
    file_id uuid not null,
    financier_id uuid not null references parties.organisation (id),
    account_id uuid not null references parties.bank_account (id),
    entry_key text not null check (length(entry_key) between 1 and 200),
    use text not null check (use in ('payout', 'return', 'payment', 'unexplained')),
    payout_id uuid references settlement.payout (id),
    amount numeric not null check (amount <> 0 and scale(amount) <= 4),
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    booked_on date not null,
    value_date date not null,
    reference text,
    end_to_end_id text,
    counterparty_name text,
    counterparty_account text,
    remittance text,
    return_reason text,
    recorded_at timestamptz not null,
    constraint bank_entry_once unique (financier_id, entry_key),
    check ((use in ('payout', 'return')) = (payout_id is not null)),
    check (use <> 'payment' or amount > 0),
    check (use <> 'payout' or amount < 0)
  );
  create index bank_entry_payout on settlement.bank_entry (payout_id) where payout_id is not null;
  create index bank_entry_financier on settlement.bank_entry (financier_id, id);
`;

const COLLECTION = `
  create table settlement.payment (
    id uuid primary key,
    financier_id uuid not null references parties.organisation (id),
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    amount numeric not null check (amount > 0 and scale(amount) <= 4),
    allocated_amount numeric not null check (allocated_amount >= 0 and scale(allocated_amount) <= 4),
    overpaid_amount numeric not null check (overpaid_amount >= 0 and scale(overpaid_amount) <= 4),
    received_at timestamptz not null,
    version int not null check (version > 0),
    constraint payment_spent check (allocated_amount + overpaid_amount <= amount)
  );
  create index payment_open on settlement.payment (financier_id, id)
    where allocated_amount + overpaid_amount < amount;
  create index payment_financier on settlement.payment (financier_id, id);

  create table settlement.obligation (
    deal_id uuid not null references factoring.deal (id),
    receivable_id uuid not null references receivables.receivable (id),
    financier_id uuid not null references parties.organisation (id),
    supplier_id uuid not null references parties.organisation (id),
    debtor_id uuid not null references parties.organisation (id),
    invoice_number text not null,
    issue_date date not null,
    settles_on date not null,
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    amount numeric not null check (amount > 0 and scale(amount) <= 4),
    paid_amount numeric not null check (scale(paid_amount) <= 4),
    principal_amount numeric not null check (principal_amount >= 0 and scale(principal_amount) <= 4),
    interest_amount numeric not null check (interest_amount >= 0 and scale(interest_amount) <= 4),
    late_interest_amount numeric not null check (late_interest_amount >= 0 and scale(late_interest_amount) <= 4),
    prepaid_amount numeric not null check (prepaid_amount >= 0 and scale(prepaid_amount) <= 4),
    reserve_amount numeric not null check (reserve_amount >= 0 and scale(reserve_amount) <= 4),
    accrued_to date not null,
    primary key (deal_id, receivable_id),
    check (principal_amount <= amount and reserve_amount <= amount),
    constraint obligation_paid check (paid_amount between 0 and amount)
  );
  create index obligation_open on settlement.obligation (financier_id, currency, settles_on)
    where paid_amount < amount;
  create index obligation_receivable on settlement.obligation (receivable_id);

  create table settlement.allocation (
    id uuid primary key,
    payment_id uuid not null,
    deal_id uuid not null,
    receivable_id uuid not null,
    currency text not null,
    amount numeric not null check (amount > 0 and scale(amount) <= 4),
    principal_amount numeric not null check (principal_amount >= 0),
    interest_amount numeric not null check (interest_amount >= 0),
    surplus_amount numeric not null check (surplus_amount >= 0),
    posting_id uuid not null,
    rule text not null check (length(rule) between 1 and 200),
    allocated_by uuid,
    allocated_at timestamptz not null,
    check (amount = principal_amount + interest_amount + surplus_amount)
  );
  create index allocation_payment on settlement.allocation (payment_id);
  create index allocation_obligation on settlement.allocation (deal_id, receivable_id);
`;

export class Settlement1763788200000 implements MigrationInterface {
  readonly name = 'Settlement1763788200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [PAYOUTS, BANK, COLLECTION]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema settlement cascade');
  }
}
