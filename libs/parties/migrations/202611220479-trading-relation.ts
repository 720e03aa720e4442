// Trading relations between suppliers and debtors, agreed by both, with the sizes that counted when they signed.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PartiesTradingRelation1763900479500 implements MigrationInterface {
  readonly name = 'PartiesTradingRelation1763900479500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table parties.trading_relation (
        id uuid primary key,
        supplier_id uuid not null references parties.organisation (id),
        debtor_id uuid not null references parties.organisation (id),
        contract_number text not null check (length(contract_number) between 1 and 80),
        since date not null,
        signed_on date not null,
        payment_term_days int not null check (payment_term_days between 0 and 3650),
        no_assignment_clause boolean not null,
        state text not null check (state in ('proposed', 'confirmed', 'declined')),
        proposer_organisation_id uuid not null references parties.organisation (id),
        proposed_by uuid not null,
        proposed_at timestamptz not null,
        decider_organisation_id uuid references parties.organisation (id),
        decided_by uuid,
        decided_at timestamptz,
        reason text check (length(reason) between 1 and 500),
        supplier_size text check (supplier_size in ('large', 'medium', 'small', 'micro')),
        debtor_size text check (debtor_size in ('large', 'medium', 'small', 'micro')),
        version int not null check (version > 0),
        constraint trading_relation_two check (supplier_id <> debtor_id),
        constraint trading_relation_proposer check (proposer_organisation_id in (supplier_id, debtor_id)),
        constraint trading_relation_decided check ((state = 'proposed') = (decided_by is null)
          and (decided_by is null) = (decided_at is null)
          and (decided_by is null) = (decider_organisation_id is null)),
        constraint trading_relation_other_side check (decider_organisation_id in (supplier_id, debtor_id)
          and decider_organisation_id <> proposer_organisation_id),
        constraint trading_relation_sizes check (
          state = 'confirmed' or (supplier_size is null and debtor_size is null)),
        constraint trading_relation_declined check (state <> 'declined' or reason is not null)
      );
      create unique index trading_relation_contract
        on parties.trading_relation (supplier_id, debtor_id, contract_number) where state <> 'declined';
      create index trading_relation_debtor on parties.trading_relation (debtor_id, id);
      create index trading_relation_supplier on parties.trading_relation (supplier_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table parties.trading_relation');
  }
}
