// What waits in an organisation is found by its due time, however much was told there over the years.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class InboxUrgent1763900550000 implements MigrationInterface {
  readonly name = 'InboxUrgent1763900550000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index entry_urgent on inbox.entry (organisation_id, due_at, id) where state in ('open', 'overdue');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index inbox.entry_urgent');
  }
}
