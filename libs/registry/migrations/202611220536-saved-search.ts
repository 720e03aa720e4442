// The client's own reference on searches, and searches that are kept to be told of what meets them later.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RegistrySavedSearch1763900536000 implements MigrationInterface {
  readonly name = 'RegistrySavedSearch1763900536000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table registry.search add column reference text check (length(reference) between 1 and 100);

      create table registry.saved_search (
        id uuid primary key,
        organisation_id uuid not null,
        user_id uuid not null,
        watches text not null check (watches in ('name', 'asset')),
        term text not null check (length(term) between 1 and 300),
        term_key text not null check (term_key <> ''),
        reference text check (length(reference) between 1 and 100),
        saved_at timestamptz(6) not null,
        looked_until timestamptz(6) not null,
        ended_at timestamptz(6),
        version int not null check (version > 0),
        check (ended_at is null or ended_at >= saved_at)
      );
      create index saved_search_organisation on registry.saved_search (organisation_id, id);
      create unique index saved_search_once on registry.saved_search (organisation_id, watches, term_key)
        where ended_at is null;
      create index saved_search_live on registry.saved_search (id) where ended_at is null;

      create table registry.saved_search_meeting (
        saved_search_id uuid not null references registry.saved_search (id),
        filing_id uuid not null references registry.filing (id),
        met_at timestamptz(6) not null,
        primary key (saved_search_id, filing_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table registry.saved_search_meeting; drop table registry.saved_search;
      alter table registry.search drop column reference;
    `);
  }
}
