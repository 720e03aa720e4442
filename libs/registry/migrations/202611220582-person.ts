// Natural persons in the register: marks under keyed hashes of their numbers, and who looked for them.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RegistryPerson1763900582000 implements MigrationInterface {
  readonly name = 'RegistryPerson1763900582000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table registry.person_mark (
        fingerprint bytea primary key check (length(fingerprint) = 16),
        key_version smallint not null check (key_version > 0),
        mark text not null check (mark ~ '^[0-9A-F]{12}$')
      );
      create index person_mark_mark on registry.person_mark (mark);

      create table registry.person_access (
        id uuid primary key,
        search_id uuid not null references registry.search (id),
        mark text check (mark ~ '^[0-9A-F]{12}$'),
        masked text not null check (length(masked) between 1 and 80),
        purpose text not null check (length(purpose) between 1 and 200),
        at timestamptz(6) not null,
        by_user uuid not null,
        by_organisation uuid not null,
        constraint person_access_search unique (search_id)
      );
      create index person_access_mark on registry.person_access (mark, id) where mark is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table registry.person_access; drop table registry.person_mark;');
  }
}
