// Holds and reversals. A hold is a row of a book, its end is another one, of which there is at most one; the amount
// held now stands beside the balance, and the floor of an account lies under what is not held.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LedgerHolds1763785200000 implements MigrationInterface {
  readonly name = 'LedgerHolds1763785200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table ledger.hold (
        id uuid primary key,
        account_id uuid not null,
        amount numeric not null check (amount > 0 and scale(amount) <= 4),
        currency text not null,
        subject_type text not null check (subject_type ~ '^[a-z]+(_[a-z]+)*$'),
        subject_id uuid not null,
        placed_at timestamptz not null,
        expires_at timestamptz,
        check (expires_at > placed_at),
        constraint hold_account foreign key (account_id, currency) references ledger.account (id, currency)
      );
      create index hold_account_id on ledger.hold (account_id);
      create index hold_expiring on ledger.hold (expires_at) where expires_at is not null;

      create table ledger.hold_end (
        hold_id uuid primary key,
        outcome text not null check (outcome in ('posted', 'voided', 'expired')),
        posting_id uuid,
        ended_at timestamptz not null,
        check ((outcome = 'posted') = (posting_id is not null))
      );

      alter table ledger.account_balance
        add column held numeric not null default 0 check (held >= 0 and scale(held) <= 4),
        drop constraint account_balance_floor,
        add constraint account_balance_floor check (not floor_zero
          or case normal_side when 'debit' then debited - credited else credited - debited end >= held);
      alter table ledger.account_balance alter column held drop default;

      alter table ledger.posting
        add column reverses_id uuid unique,
        add constraint posting_reversal check (reverses_id <> id);

      create index posting_booked on ledger.posting (booked_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table ledger.posting drop column reverses_id;
      drop index ledger.posting_booked;
      drop table ledger.hold_end;
      drop table ledger.hold;
      alter table ledger.account_balance
        drop column held,
        add constraint account_balance_floor check (
          not floor_zero or case normal_side when 'debit' then debited >= credited else credited >= debited end);
    `);
  }
}
