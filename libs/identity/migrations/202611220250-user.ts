// Users, their sessions, the brake on sign-in attempts, and the one-time claim of the very first user.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class IdentityUser1763779800000 implements MigrationInterface {
  readonly name = 'IdentityUser1763779800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema identity;

      create table identity.user_account (
        id uuid primary key,
        login text not null check (login = lower(login) and length(login) between 3 and 80),
        name text not null check (length(name) between 1 and 100),
        organisation_id uuid not null references parties.organisation (id),
        roles text[] not null check (
          cardinality(roles) > 0 and roles <@ array[
            'supplier', 'debtor_maker', 'debtor_checker', 'relationship_officer', 'risk_officer',
            'registry_user', 'registrar', 'regulator', 'operator']),
        password_hash text not null check (password_hash like '$argon2id$%'),
        status text not null check (status in ('active', 'suspended')),
        version int not null check (version > 0),
        created_at timestamptz not null,
        constraint user_account_login unique (login)
      );
      create index user_account_organisation on identity.user_account (organisation_id, id);

      create table identity.session (
        id uuid primary key,
        user_id uuid not null references identity.user_account (id),
        token_hash bytea not null unique check (octet_length(token_hash) = 32),
        created_at timestamptz not null,
        last_seen_at timestamptz not null,
        expires_at timestamptz not null check (expires_at > created_at),
        ended_at timestamptz,
        version int not null check (version > 0)
      );
      create index session_of_user on identity.session (user_id) where ended_at is null;
      create index session_expires_at on identity.session (expires_at);

      create table identity.sign_in_brake (
        subject text primary key,
        failures int not null check (failures >= 0),
        last_at timestamptz,
        blocked_until timestamptz,
        check ((last_at is null) = (blocked_until is null))
      );
      create index sign_in_brake_last_at on identity.sign_in_brake (last_at);

      create table identity.first_user (
        one_and_only boolean primary key check (one_and_only),
        user_id uuid not null,
        at timestamptz not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema identity cascade');
  }
}
