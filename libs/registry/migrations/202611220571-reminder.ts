// Which ends of terms and which deadlines of objections somebody was reminded of. An extension moves the day, and is
// reminded of anew.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RegistryReminder1763900571000 implements MigrationInterface {
  readonly name = 'RegistryReminder1763900571000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table registry.reminder (
        subject_id uuid not null,
        kind text not null check (kind in ('expiry', 'objection_proof')),
        days int not null check (days > 0),
        ends_at timestamptz(6) not null,
        reminded_at timestamptz(6) not null,
        primary key (subject_id, kind, ends_at, days),
        check (reminded_at < ends_at)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table registry.reminder');
  }
}
