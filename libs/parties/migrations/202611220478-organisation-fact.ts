// Dated facts about organisations: a book, in which a correction is a later row of the same date.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PartiesOrganisationFact1763900478000 implements MigrationInterface {
  readonly name = 'PartiesOrganisationFact1763900478000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table parties.organisation_fact (
        id uuid primary key,
        organisation_id uuid not null references parties.organisation (id),
        kind text not null,
        value text not null,
        valid_from date not null,
        source text not null check (length(source) between 1 and 200),
        recorded_by uuid not null,
        recorder_organisation_id uuid not null references parties.organisation (id),
        recorded_at timestamptz not null,
        constraint organisation_fact_by_another check (recorder_organisation_id <> organisation_id),
        constraint organisation_fact_value check (case kind
          when 'sme_size' then value in ('large', 'medium', 'small', 'micro')
          when 'industry' then value ~ '^[A-T][0-9]{2,4}$'
          when 'region' then value ~ '^[1-8][0-9]{5}$'
          else false end)
      );
      create index organisation_fact_latest
        on parties.organisation_fact (organisation_id, kind, valid_from desc, recorded_at desc, id desc);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table parties.organisation_fact');
  }
}
