// What registering costs and who owes it: a charge is a line, and what corrects it is a further line of the same charge.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RegistryFee1763900585000 implements MigrationInterface {
  readonly name = 'RegistryFee1763900585000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table registry.fee_line (
        id uuid primary key,
        charge_id uuid not null,
        correction int not null check (correction >= 0),
        organisation_id uuid not null,
        kind text not null check (kind in ('registration', 'extension', 'amendment', 'objection')),
        filing_id uuid not null references registry.filing (id),
        number text not null check (number ~ '^[0-9]{18}$'),
        units int not null check (units > 0),
        unit_price numeric not null check (unit_price >= 0 and scale(unit_price) <= 4),
        amount numeric not null check (amount <> 0 and scale(amount) <= 4),
        currency text not null check (currency ~ '^[A-Z]{3}$'),
        charged_at timestamptz(6) not null,
        by_user uuid,
        reason text check (length(reason) between 1 and 500),
        constraint fee_line_correction unique (charge_id, correction),
        constraint fee_line_first check ((correction = 0) = (id = charge_id)),
        constraint fee_line_charge check (correction > 0 or amount = units * unit_price),
        constraint fee_line_reason check ((correction = 0) = (reason is null)),
        constraint fee_line_corrected_by check (correction = 0 or by_user is not null)
      );
      create index fee_line_owed on registry.fee_line (organisation_id, charged_at);
      create index fee_line_month on registry.fee_line (charged_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table registry.fee_line');
  }
}
