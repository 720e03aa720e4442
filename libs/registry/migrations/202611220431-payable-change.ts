// What is payable on an asset may be lowered by a credit note: a book of these changes, and never below what is claimed.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RegistryPayableChange1763900431000 implements MigrationInterface {
  readonly name = 'RegistryPayableChange1763900431000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table registry.payable_change (
        asset_key text not null references registry.asset_claim (asset_key),
        version int not null check (version > 1),
        payable_before numeric not null,
        payable_after numeric not null check (payable_after > 0 and scale(payable_after) <= 4),
        currency text not null check (length(currency) = 3),
        changed_at timestamptz not null,
        primary key (asset_key, version),
        check (payable_after < payable_before)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table registry.payable_change');
  }
}
