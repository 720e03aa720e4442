// How often a task has been reminded of, so that each reminder is given once.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class InboxReminders1763900511000 implements MigrationInterface {
  readonly name = 'InboxReminders1763900511000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table inbox.entry add column reminded int not null default 0;
      alter table inbox.entry add constraint entry_reminded check (reminded between 0 and 3);
      create index entry_unanswered on inbox.entry (opened_at)
        where kind = 'receivable_to_answer' and state in ('open', 'overdue') and reminded < 3;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table inbox.entry drop column reminded');
  }
}
