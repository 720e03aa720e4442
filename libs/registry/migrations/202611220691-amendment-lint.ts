// Which check an amendment was made with, as it is kept with a filing.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RegistryAmendmentLint1763900691000 implements MigrationInterface {
  readonly name = 'RegistryAmendmentLint1763900691000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table registry.amendment_lint (
        event_id uuid primary key references registry.filing_event (id),
        lint_id uuid not null references registry.lint (id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table registry.amendment_lint');
  }
}
