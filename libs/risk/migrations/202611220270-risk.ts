// Limits and their use. The excess is written by the two deeds that may leave a line above its limit, a cut and a
// release; a reservation writes only the use, so one that does not fit breaks the CHECK, whatever the code thinks.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Risk1763781000000 implements MigrationInterface {
  readonly name = 'Risk1763781000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema risk;

      create table risk.limit_line (
        id uuid primary key,
        financier_id uuid not null references parties.organisation (id),
        debtor_id uuid not null references parties.organisation (id),
        currency text not null check (currency ~ '^[A-Z]{3}$'),
        limit_amount numeric not null check (limit_amount >= 0 and scale(limit_amount) <= 4),
        used_amount numeric not null check (used_amount >= 0 and scale(used_amount) <= 4),
        excess_amount numeric not null,
        version int not null check (version > 0),
        set_at timestamptz not null,
        constraint limit_line_key unique (financier_id, debtor_id, currency),
        constraint limit_line_currency unique (id, currency),
        constraint limit_line_parties check (financier_id <> debtor_id),
        constraint limit_line_use check (excess_amount = greatest(used_amount - limit_amount, 0))
      );
      create index limit_line_financier on risk.limit_line (financier_id, id);
      create index limit_line_debtor on risk.limit_line (debtor_id);

      create table risk.exposure (
        id uuid primary key,
        deal_id uuid not null,
        line_id uuid not null,
        amount numeric not null check (amount <> 0 and scale(amount) <= 4),
        currency text not null,
        at timestamptz not null,
        constraint exposure_line foreign key (line_id, currency) references risk.limit_line (id, currency)
      );
      create index exposure_line_deal on risk.exposure (line_id, deal_id);

      create table risk.deal_exposure (
        deal_id uuid not null,
        line_id uuid not null references risk.limit_line (id),
        amount numeric not null check (amount > 0 and scale(amount) <= 4),
        since timestamptz not null,
        primary key (deal_id, line_id)
      );
      create index deal_exposure_largest on risk.deal_exposure (line_id, amount desc, deal_id);
      create index deal_exposure_page on risk.deal_exposure (line_id, deal_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema risk cascade');
  }
}
