// What an advance was released on as to the tax bureau, kept with it: later answers change the deal, not what was known.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = `
  alter table settlement.payout
    add column tax_basis text check (tax_basis in ('checked', 'not_checked', 'waived')),
    add column tax_checked_at timestamptz,
    add column tax_waiver_reason text check (length(tax_waiver_reason) between 1 and 500),
    add constraint payout_tax_of_released_advance
      check (tax_basis is null or (kind = 'advance' and state not in ('instructed', 'declined'))),
    add constraint payout_tax_checked
      check (case tax_basis when 'checked' then tax_checked_at is not null when 'not_checked' then true
             else tax_checked_at is null end),
    add constraint payout_tax_waived
      check ((tax_basis is not distinct from 'waived') = (tax_waiver_reason is not null));
`;

export class SettlementPayoutTaxBasis1763900595000 implements MigrationInterface {
  readonly name = 'SettlementPayoutTaxBasis1763900595000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table settlement.payout
        drop column tax_waiver_reason, drop column tax_checked_at, drop column tax_basis;
    `);
  }
}
