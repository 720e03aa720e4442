// The job queue's own schema, as its authors print it. Their script carries its own transaction.
import PgBoss from 'pg-boss';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PlatformJobs1763773200000 implements MigrationInterface {
  readonly name = 'PlatformJobs1763773200000';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PgBoss.getConstructionPlans('jobs'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema jobs cascade');
  }
}
