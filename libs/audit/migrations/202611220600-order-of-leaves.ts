// What waits for its place in the log waits by its time, so that the log has the order which the register gives.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OrderOfLeaves1763900600000 implements MigrationInterface {
  readonly name = 'OrderOfLeaves1763900600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table audit.unsequenced add column at timestamptz not null default '-infinity';
      update audit.unsequenced u set at = d.at from audit.deed d where d.id = u.deed_id;
      alter table audit.unsequenced alter column at drop default;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table audit.unsequenced drop column at');
  }
}
