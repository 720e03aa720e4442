// The book of money. A row moves one amount from one account to another, so the book cannot be out of balance; the
// composite foreign keys keep a transfer to one currency, and a balance to the side and the floor of its account. A
// transfer has no foreign key to its posting: PostgreSQL checks one with the owner's right to update the other row,
// and where one login owns and serves, nobody may update a book. Verification looks for postings that are gone.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Ledger1763779200000 implements MigrationInterface {
  readonly name = 'Ledger1763779200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema ledger;

      create table ledger.account (
        id uuid primary key,
        owner_id uuid not null,
        purpose text not null check (purpose ~ '^[a-z]+(_[a-z]+)*$'),
        deal_id uuid,
        currency text not null check (currency ~ '^[A-Z]{3}$'),
        normal_side text not null check (normal_side in ('debit', 'credit')),
        floor_zero boolean not null,
        opened_at timestamptz not null,
        constraint account_key unique nulls not distinct (owner_id, purpose, deal_id, currency),
        constraint account_currency unique (id, currency),
        constraint account_side unique (id, normal_side, floor_zero)
      );
      create index account_deal on ledger.account (deal_id) where deal_id is not null;

      create table ledger.account_balance (
        account_id uuid primary key,
        normal_side text not null,
        floor_zero boolean not null,
        debited numeric not null check (debited >= 0 and scale(debited) <= 4),
        credited numeric not null check (credited >= 0 and scale(credited) <= 4),
        foreign key (account_id, normal_side, floor_zero)
          references ledger.account (id, normal_side, floor_zero),
        constraint account_balance_floor check (
          not floor_zero or case normal_side when 'debit' then debited >= credited else credited >= debited end)
      );

      create table ledger.posting (
        id uuid primary key,
        kind text not null check (kind ~ '^[a-z]+(_[a-z]+)*$'),
        subject_type text not null check (subject_type ~ '^[a-z]+(_[a-z]+)*$'),
        subject_id uuid not null,
        value_date date not null,
        booked_at timestamptz not null
      );
      create index posting_subject on ledger.posting (subject_id);

      create table ledger.transfer (
        id uuid primary key,
        posting_id uuid not null,
        debit_account_id uuid not null,
        credit_account_id uuid not null,
        amount numeric not null check (amount > 0 and scale(amount) <= 4),
        currency text not null,
        constraint transfer_accounts check (debit_account_id <> credit_account_id),
        constraint transfer_debit foreign key (debit_account_id, currency)
          references ledger.account (id, currency),
        constraint transfer_credit foreign key (credit_account_id, currency)
          references ledger.account (id, currency)
      );
      create index transfer_posting on ledger.transfer (posting_id);
      create index transfer_debit_account on ledger.transfer (debit_account_id, id);
      create index transfer_credit_account on ledger.transfer (credit_account_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema ledger cascade');
  }
}
