// The payments of one-cent tests that a bank is asked for: one an account, however often the bank has to be asked.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PartiesAccountTest1763900730000 implements MigrationInterface {
  readonly name = 'PartiesAccountTest1763900730000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table parties.account_test (
        id uuid primary key,
        account_id uuid not null references parties.bank_account (id),
        bank text not null check (length(bank) between 1 and 100),
        asked_at timestamptz not null,
        tries int not null default 0 check (tries >= 0),
        tried_at timestamptz,
        outcome text check (outcome in ('paid', 'refused')),
        refusal text check (refusal in ('AC01', 'AC04', 'AC06', 'BE01', 'NARR')),
        said text check (length(said) <= 2000),
        answered_at timestamptz,
        constraint account_test_once unique (account_id),
        constraint account_test_tried check ((tries = 0) = (tried_at is null)),
        constraint account_test_answer check (
          (outcome is null) = (answered_at is null) and (outcome is null) = (said is null)
          and (refusal is not null) = coalesce(outcome = 'refused', false))
      );
      create index account_test_waiting on parties.account_test (asked_at, id) where outcome is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table parties.account_test');
  }
}
