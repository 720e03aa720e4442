// Bank accounts of organisations. What is in force for a purpose and a currency is one row of its own table, whose
// composite foreign key leads to a verified account of that organisation and currency and to nothing else.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PartiesBankAccount1763783400000 implements MigrationInterface {
  readonly name = 'PartiesBankAccount1763783400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table parties.bank_account (
        id uuid primary key,
        organisation_id uuid not null references parties.organisation (id),
        account_number text not null check (account_number ~ '^[0-9A-Z]{4,34}$'),
        holder_name text not null check (length(holder_name) between 1 and 200),
        bank_name text not null check (length(bank_name) between 1 and 200),
        bank_code text not null check (bank_code ~ '^[0-9]{12}$'),
        currency text not null check (currency ~ '^[A-Z]{3}$'),
        purposes text[] not null check (
          cardinality(purposes) > 0 and purposes <@ array['payout', 'collection']),
        state text not null check (state in ('proposed', 'verified', 'refused')),
        proposed_by uuid not null,
        proposed_at timestamptz not null,
        decided_by uuid,
        decided_at timestamptz,
        reason text check (length(reason) between 1 and 500),
        version int not null check (version > 0),
        constraint bank_account_decision check ((state = 'proposed') = (decided_by is null)
          and (decided_by is null) = (decided_at is null)),
        constraint bank_account_reason check (state <> 'refused' or reason is not null),
        constraint bank_account_two_people check (decided_by <> proposed_by),
        constraint bank_account_key unique (id, organisation_id, currency, state)
      );
      create index bank_account_organisation on parties.bank_account (organisation_id, id);

      create table parties.account_in_force (
        organisation_id uuid not null,
        purpose text not null check (purpose in ('payout', 'collection')),
        currency text not null,
        account_id uuid not null,
        state text not null check (state = 'verified'),
        since timestamptz not null,
        primary key (organisation_id, purpose, currency),
        constraint account_in_force_account foreign key (account_id, organisation_id, currency, state)
          references parties.bank_account (id, organisation_id, currency, state)
      );
      create index account_in_force_account_id on parties.account_in_force (account_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table parties.account_in_force; drop table parties.bank_account');
  }
}
