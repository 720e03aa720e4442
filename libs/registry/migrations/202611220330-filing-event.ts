// What became of a filing after it was made: a book of events. The first of them is the cancellation.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RegistryFilingEvent1763784600000 implements MigrationInterface {
  readonly name = 'RegistryFilingEvent1763784600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table registry.filing_event (
        id uuid primary key,
        filing_id uuid not null,
        kind text not null check (kind in ('cancelled')),
        at timestamptz(6) not null,
        by_user uuid,
        by_organisation uuid,
        reason text not null check (length(reason) between 1 and 500),
        constraint filing_event_once unique (filing_id, kind)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table registry.filing_event');
  }
}
