// What the linter said of drafts, and which of its outcomes a filing was made with. Both are kept as they were.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RegistryLint1763900450001 implements MigrationInterface {
  readonly name = 'RegistryLint1763900450001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table registry.lint (
        id uuid primary key,
        user_id uuid not null,
        organisation_id uuid not null,
        linted_at timestamptz(6) not null,
        content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
        outcome json not null
      );
      create table registry.filing_lint (
        filing_id uuid primary key references registry.filing (id),
        lint_id uuid not null references registry.lint (id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table registry.filing_lint; drop table registry.lint;');
  }
}
