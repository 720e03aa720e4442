// The book of numbers that organisations got and gave up. A retired number keeps its claim, so it leads to nobody else.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PartiesIdentifierChange1763900518000 implements MigrationInterface {
  readonly name = 'PartiesIdentifierChange1763900518000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table parties.identifier_change (
        id uuid primary key,
        organisation_id uuid not null references parties.organisation (id),
        scheme text not null check (scheme in ('USCC', 'LEI', 'VAT', 'LOCAL')),
        value text not null check (length(value) between 1 and 80),
        value_key text not null,
        change text not null check (change in ('added', 'retired')),
        changed_on date not null,
        evidence text not null check (length(evidence) between 1 and 200),
        recorded_by uuid not null,
        recorder_organisation_id uuid not null references parties.organisation (id),
        recorded_at timestamptz not null,
        constraint identifier_change_by_another check (recorder_organisation_id <> organisation_id),
        constraint identifier_change_claim foreign key (value_key, organisation_id)
          references parties.identifier_claim (value_key, organisation_id)
      );
      create index identifier_change_organisation on parties.identifier_change (organisation_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table parties.identifier_change');
  }
}
