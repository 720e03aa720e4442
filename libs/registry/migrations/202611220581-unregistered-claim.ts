// What ranks beside registrations: claims that their holders state without registering them, and the notices of deals that
// reached a debtor.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RegistryUnregisteredClaim1763900581000 implements MigrationInterface {
  readonly name = 'RegistryUnregisteredClaim1763900581000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table registry.unregistered_claim (
        id uuid primary key,
        asset_key text not null check (length(asset_key) between 1 and 300),
        kind text not null check (kind in ('factoring', 'assignment')),
        holder text not null check (length(holder) between 1 and 200),
        amount numeric check (amount > 0 and scale(amount) <= 4),
        currency text check (length(currency) = 3),
        concluded_at timestamptz(6) not null,
        notice_arrived_at timestamptz(6),
        evidence text not null check (length(evidence) between 1 and 500),
        stated_at timestamptz(6) not null,
        by_user uuid not null,
        by_organisation uuid not null,
        check ((amount is null) = (currency is null)),
        check (concluded_at <= stated_at),
        check (notice_arrived_at between concluded_at and stated_at)
      );
      create index unregistered_claim_asset on registry.unregistered_claim (asset_key);
      create index unregistered_claim_organisation on registry.unregistered_claim (by_organisation, id);

      create table registry.unregistered_claim_end (
        claim_id uuid primary key references registry.unregistered_claim (id),
        at timestamptz(6) not null,
        reason text not null check (length(reason) between 1 and 500),
        by_user uuid not null
      );

      create table registry.claim_notice (
        filing_id uuid not null references registry.filing (id),
        asset_key text not null check (length(asset_key) between 1 and 300),
        arrived_at timestamptz(6) not null,
        primary key (filing_id, asset_key)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table registry.claim_notice; drop table registry.unregistered_claim_end;
      drop table registry.unregistered_claim;
    `);
  }
}
