// Bank accounts that are locked at once, and the one-cent test by which an account is known to be read by its owner.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PartiesAccountLock1763900477000 implements MigrationInterface {
  readonly name = 'PartiesAccountLock1763900477000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table parties.bank_account drop constraint bank_account_state_check;
      alter table parties.bank_account add constraint bank_account_state_check
        check (state in ('proposed', 'verified', 'refused', 'locked'));
      alter table parties.bank_account
        add column test_reference text check (test_reference ~ '^[0-9]{6}$'),
        add column test_sent_at timestamptz,
        add column test_attempts int not null default 0 check (test_attempts between 0 and 3),
        add column test_passed_at timestamptz,
        add constraint bank_account_test check ((test_reference is null) = (test_sent_at is null)
          and (test_passed_at is null or test_passed_at >= test_sent_at)),
        add constraint bank_account_tested check (
          state <> 'verified' or test_reference is null or test_passed_at is not null);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table parties.bank_account drop column test_reference, drop column test_sent_at,
        drop column test_attempts, drop column test_passed_at`);
  }
}
