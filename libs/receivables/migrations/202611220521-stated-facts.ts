// A debtor may state with its answer that the contract forbids assignment; and a dispute may be found by the platform
// itself, from what the tax bureau answered, and then nobody opened it.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  alter table receivables.confirmation add column no_assignment_clause boolean not null default false;
  alter table receivables.dispute
    alter column opened_by drop not null,
    alter column opened_by_organisation drop not null,
    add constraint dispute_opener check ((opened_by is null) = (opened_by_organisation is null)
      and (opened_by is not null or cause = 'tax_difference'));
`;

const DOWN = `
  alter table receivables.dispute drop constraint dispute_opener,
    alter column opened_by set not null, alter column opened_by_organisation set not null;
  alter table receivables.confirmation drop column no_assignment_clause;
`;

export class ReceivablesStatedFacts1763900521000 implements MigrationInterface {
  readonly name = 'ReceivablesStatedFacts1763900521000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
