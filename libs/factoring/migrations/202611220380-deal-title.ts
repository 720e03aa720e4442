// On what the title of a deal rests beside our own registration: the statutory one, or the financier's waiver.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FactoringDealTitle1763787600000 implements MigrationInterface {
  readonly name = 'FactoringDealTitle1763787600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table factoring.deal_title (
        id uuid primary key,
        deal_id uuid not null references factoring.deal (id),
        kind text not null check (kind in ('statutory', 'waiver')),
        number text check (length(number) between 1 and 80),
        registered_at timestamptz,
        reason text check (length(reason) between 1 and 500),
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        check ((kind = 'statutory') = (number is not null) and (number is null) = (registered_at is null)),
        check ((kind = 'waiver') = (reason is not null)),
        check (registered_at <= recorded_at)
      );
      create index deal_title_deal on factoring.deal_title (deal_id, id);
      create index deal_maturing on factoring.deal (id) where state = 'funded';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index factoring.deal_maturing; drop table factoring.deal_title');
  }
}
