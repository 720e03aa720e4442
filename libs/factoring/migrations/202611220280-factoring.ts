// Requests, offers, deals and notices.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const REQUESTS = `
  create schema factoring;

  create table factoring.request (
    id uuid primary key,
    supplier_id uuid not null references parties.organisation (id),
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    state text not null check (state in ('open', 'closed', 'expired', 'withdrawn')),
    closes_at timestamptz not null,
    total_amount numeric not null check (total_amount > 0 and scale(total_amount) <= 4),
    item_count int not null check (item_count > 0),
    first_due_date date not null,
    created_by uuid not null,
    created_at timestamptz not null,
    ended_at timestamptz,
    version int not null check (version > 0),
    check (closes_at > created_at),
    check ((state = 'open') = (ended_at is null))
  );
  create index request_supplier on factoring.request (supplier_id, id);
  create index request_closing on factoring.request (closes_at) where state = 'open';

  create table factoring.request_item (
    request_id uuid not null references factoring.request (id),
    receivable_id uuid not null references receivables.receivable (id),
    debtor_id uuid not null references parties.organisation (id),
    asset_key text not null,
    invoice_number text not null,
    issue_date date not null,
    due_date date not null,
    amount numeric not null check (amount > 0 and scale(amount) <= 4),
    primary key (request_id, receivable_id)
  );
  create index request_item_receivable on factoring.request_item (receivable_id);

  create table factoring.request_financier (
    request_id uuid not null references factoring.request (id),
    financier_id uuid not null references parties.organisation (id),
    primary key (request_id, financier_id)
  );
  create index request_financier_financier on factoring.request_financier (financier_id, request_id);
`;

const OFFERS = `
  create table factoring.offer (
    id uuid primary key,
    request_id uuid not null,
    supplier_id uuid not null references parties.organisation (id),
    financier_id uuid not null references parties.organisation (id),
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    state text not null
      check (state in ('committed', 'live', 'accepted', 'lapsed', 'withdrawn', 'rejected')),
    advance_rate numeric not null check (advance_rate > 0 and advance_rate <= 1),
    rate_annual numeric not null check (rate_annual >= 0 and rate_annual <= 1),
    day_count text not null check (day_count in ('ACT/360', 'ACT/365', '30/360')),
    recourse text not null check (recourse in ('with', 'without')),
    surplus_to text not null check (surplus_to in ('supplier', 'financier')),
    valid_until timestamptz not null,
    advance_amount numeric not null check (advance_amount > 0 and scale(advance_amount) <= 4),
    fees_amount numeric not null check (fees_amount >= 0 and scale(fees_amount) <= 4),
    created_by uuid not null,
    created_at timestamptz not null,
    ended_at timestamptz,
    version int not null check (version > 0),
    check (valid_until > created_at),
    check (fees_amount < advance_amount),
    check ((state in ('committed', 'live')) = (ended_at is null)),
    constraint offer_addressed foreign key (request_id, financier_id)
      references factoring.request_financier (request_id, financier_id)
  );
  create unique index offer_one_live on factoring.offer (request_id, financier_id)
    where state in ('committed', 'live');
  create unique index offer_one_accepted on factoring.offer (request_id) where state = 'accepted';
  create index offer_request on factoring.offer (request_id, id);
  create index offer_supplier on factoring.offer (supplier_id, id);
  create index offer_financier on factoring.offer (financier_id, id);
  create index offer_validity on factoring.offer (valid_until) where state in ('committed', 'live');

  create table factoring.offer_fee (
    offer_id uuid not null references factoring.offer (id),
    position int not null check (position > 0),
    name text not null check (length(name) between 1 and 80),
    amount numeric not null check (amount > 0 and scale(amount) <= 4),
    primary key (offer_id, position)
  );
`;

/** The identity of the money of a deal is stated once more: nothing is lost between amount, receipts and cost. */
const DEALS = `
  create table factoring.deal (
    id uuid primary key,
    request_id uuid not null unique references factoring.request (id),
    offer_id uuid not null unique references factoring.offer (id),
    supplier_id uuid not null references parties.organisation (id),
    financier_id uuid not null references parties.organisation (id),
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    state text not null check (state in
      ('accepted', 'funded', 'matured', 'overdue', 'recourse', 'bought_back', 'settled', 'written_off')),
    advance_rate numeric not null check (advance_rate > 0 and advance_rate <= 1),
    rate_annual numeric not null check (rate_annual >= 0 and rate_annual <= 1),
    day_count text not null check (day_count in ('ACT/360', 'ACT/365', '30/360')),
    recourse text not null check (recourse in ('with', 'without')),
    surplus_to text not null check (surplus_to in ('supplier', 'financier')),
    value_date date not null,
    total_amount numeric not null check (total_amount > 0 and scale(total_amount) <= 4),
    advance_amount numeric not null check (advance_amount > 0 and scale(advance_amount) <= 4),
    reserve_amount numeric not null check (reserve_amount >= 0 and scale(reserve_amount) <= 4),
    interest_amount numeric not null check (interest_amount >= 0 and scale(interest_amount) <= 4),
    up_front_amount numeric not null check (up_front_amount >= 0 and scale(up_front_amount) <= 4),
    fees_amount numeric not null check (fees_amount >= 0 and scale(fees_amount) <= 4),
    released_amount numeric not null check (released_amount >= 0 and scale(released_amount) <= 4),
    forgone_amount numeric not null check (forgone_amount >= 0 and scale(forgone_amount) <= 4),
    net_cash_amount numeric not null check (net_cash_amount > 0 and scale(net_cash_amount) <= 4),
    cost_amount numeric not null check (cost_amount >= 0 and scale(cost_amount) <= 4),
    simple_rate numeric,
    all_in_rate numeric,
    filing_id uuid not null unique references registry.filing (id),
    filing_number text not null,
    posting_id uuid not null unique references ledger.posting (id),
    accepted_by uuid not null,
    accepted_at timestamptz not null,
    frozen_at timestamptz,
    frozen_by_filing_id uuid references registry.filing (id),
    version int not null check (version > 0),
    check (total_amount = advance_amount + reserve_amount),
    check (total_amount = net_cash_amount + released_amount + cost_amount),
    check (cost_amount = interest_amount + fees_amount + forgone_amount),
    check ((frozen_at is null) = (frozen_by_filing_id is null))
  );
  create index deal_supplier on factoring.deal (supplier_id, id);
  create index deal_financier on factoring.deal (financier_id, id);

  create table factoring.deal_item (
    deal_id uuid not null references factoring.deal (id),
    receivable_id uuid not null references receivables.receivable (id),
    debtor_id uuid not null references parties.organisation (id),
    asset_key text not null,
    invoice_number text not null,
    issue_date date not null,
    due_date date not null,
    settles_on date not null,
    amount numeric not null check (amount > 0 and scale(amount) <= 4),
    advance_amount numeric not null check (advance_amount >= 0 and scale(advance_amount) <= 4),
    interest_amount numeric not null check (interest_amount >= 0 and scale(interest_amount) <= 4),
    primary key (deal_id, receivable_id),
    check (advance_amount <= amount),
    check (settles_on >= due_date)
  );
  create index deal_item_asset on factoring.deal_item (asset_key);
  create index deal_item_receivable on factoring.deal_item (receivable_id);

  create table factoring.notice (
    id uuid primary key,
    deal_id uuid not null references factoring.deal (id),
    debtor_id uuid not null references parties.organisation (id),
    supplier_id uuid not null references parties.organisation (id),
    financier_id uuid not null references parties.organisation (id),
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    amount numeric not null check (amount > 0 and scale(amount) <= 4),
    state text not null check (state in ('issued', 'arrived', 'acknowledged', 'objected')),
    registration_number text not null,
    text_en text not null,
    text_zh text not null,
    issued_at timestamptz not null,
    arrived_at timestamptz,
    version int not null check (version > 0),
    constraint notice_per_debtor unique (deal_id, debtor_id),
    check ((state = 'issued') = (arrived_at is null)),
    check (arrived_at is null or arrived_at >= issued_at)
  );
  create index notice_debtor on factoring.notice (debtor_id, id);
  create index notice_financier on factoring.notice (financier_id, id);
`;

export class Factoring1763781600000 implements MigrationInterface {
  readonly name = 'Factoring1763781600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [REQUESTS, OFFERS, DEALS]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema factoring cascade');
  }
}
