// The modification codes of registrations, as hashes. A book: the last line of a registration is in force, and a line without a
// hash says that none is.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RegistryModificationCode1763900740000 implements MigrationInterface {
  readonly name = 'RegistryModificationCode1763900740000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table registry.modification_code (
        id uuid primary key,
        filing_id uuid not null references registry.filing (id),
        ordinal int not null check (ordinal > 0),
        code_hash bytea check (length(code_hash) = 32),
        reason text not null check (reason in ('issued', 'secured_parties_changed')),
        at timestamptz not null,
        by_user uuid not null,
        by_organisation uuid not null,
        constraint modification_code_order unique (filing_id, ordinal),
        constraint modification_code_hash check ((code_hash is null) = (reason = 'secured_parties_changed'))
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table registry.modification_code');
  }
}
