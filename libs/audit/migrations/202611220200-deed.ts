// The book of deeds: who did what to which subject, in the order of the subject's versions.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AuditDeed1763776800000 implements MigrationInterface {
  readonly name = 'AuditDeed1763776800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema audit;

      create table audit.deed (
        id uuid primary key,
        at timestamptz not null,
        user_id uuid,
        organisation_id uuid,
        action text not null check (action ~ '^[a-z]+\\.[a-z]+(_[a-z]+)*$'),
        subject_type text not null,
        subject_id uuid not null,
        subject_version int not null check (subject_version > 0),
        details jsonb not null,
        constraint deed_subject_version unique (subject_id, subject_version)
      );
      create index deed_organisation on audit.deed (organisation_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema audit cascade');
  }
}
