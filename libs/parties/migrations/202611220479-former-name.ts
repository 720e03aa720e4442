// The names that organisations had before: a book, one row for each change of name.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PartiesFormerName1763900479000 implements MigrationInterface {
  readonly name = 'PartiesFormerName1763900479000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table parties.former_name (
        organisation_id uuid not null references parties.organisation (id),
        version int not null check (version > 1),
        legal_name text not null check (length(legal_name) between 1 and 200),
        search_name text not null check (search_name <> ''),
        changed_on date not null,
        source text not null check (length(source) between 1 and 200),
        recorded_by uuid not null,
        recorder_organisation_id uuid not null references parties.organisation (id),
        recorded_at timestamptz not null,
        primary key (organisation_id, version),
        constraint former_name_by_another check (recorder_organisation_id <> organisation_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table parties.former_name');
  }
}
