// The second factor: authenticators with their recovery codes, the pause of a sign-in between password and code, and
// the organisations that ask it of everybody.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class IdentitySecondFactor1763900471000 implements MigrationInterface {
  readonly name = 'IdentitySecondFactor1763900471000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table identity.authenticator (
        user_id uuid primary key references identity.user_account (id),
        secret_sealed bytea not null,
        created_at timestamptz not null,
        confirmed_at timestamptz,
        last_step bigint check (last_step >= 0),
        check ((confirmed_at is null) = (last_step is null))
      );
      create table identity.recovery_code (
        user_id uuid not null references identity.authenticator (user_id),
        code_hash bytea not null check (octet_length(code_hash) = 32),
        used_at timestamptz,
        primary key (user_id, code_hash)
      );
      create table identity.sign_in_challenge (
        token_hash bytea primary key check (octet_length(token_hash) = 32),
        user_id uuid not null references identity.user_account (id),
        user_version int not null,
        expires_at timestamptz not null
      );
      create index sign_in_challenge_expires_at on identity.sign_in_challenge (expires_at);
      create table identity.organisation_rule (
        organisation_id uuid primary key references parties.organisation (id),
        totp_required boolean not null,
        version int not null check (version > 0)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table identity.organisation_rule;
      drop table identity.sign_in_challenge;
      drop table identity.recovery_code;
      drop table identity.authenticator;
    `);
  }
}
