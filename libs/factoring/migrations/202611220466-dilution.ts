// A deal that waits because a receivable of it was diluted, the acknowledgement by which the financier lets it go on, and
// the waiver by which it pays out without a tax check.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const DEAL = `
  alter table factoring.deal
    add column frozen_by_correction_id uuid references receivables.correction (id),
    add column tax_waiver_reason text check (length(tax_waiver_reason) between 1 and 500),
    add column tax_waived_by uuid,
    add column tax_waived_at timestamptz,
    drop constraint deal_check3,
    add constraint deal_frozen_cause check ((frozen_at is null)
      = (frozen_by_filing_id is null and frozen_by_correction_id is null)),
    add constraint deal_tax_waiver check ((tax_waived_at is null) = (tax_waiver_reason is null)
      and (tax_waived_at is null) = (tax_waived_by is null));
`;

// Whoever caused a dilution never closes it.
const ACKNOWLEDGEMENT = `
  create table factoring.dilution_acknowledgement (
    id uuid primary key,
    deal_id uuid not null,
    receivable_id uuid not null,
    correction_id uuid not null references receivables.correction (id),
    caused_by uuid not null references parties.organisation (id),
    reason text not null check (length(reason) between 1 and 500),
    acknowledged_by uuid not null,
    acknowledged_by_organisation uuid not null references parties.organisation (id),
    acknowledged_at timestamptz not null,
    constraint dilution_acknowledged_once unique (deal_id, correction_id),
    constraint dilution_acknowledged_by_another check (acknowledged_by_organisation <> caused_by),
    foreign key (deal_id, receivable_id) references factoring.deal_item (deal_id, receivable_id)
  );
`;

export class FactoringDilution1763900466000 implements MigrationInterface {
  readonly name = 'FactoringDilution1763900466000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DEAL);
    await runner.query(ACKNOWLEDGEMENT);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table factoring.dilution_acknowledgement;
      alter table factoring.deal
        drop constraint deal_tax_waiver, drop constraint deal_frozen_cause,
        drop column tax_waived_at, drop column tax_waived_by, drop column tax_waiver_reason,
        drop column frozen_by_correction_id,
        add constraint deal_check3 check ((frozen_at is null) = (frozen_by_filing_id is null));
    `);
  }
}
