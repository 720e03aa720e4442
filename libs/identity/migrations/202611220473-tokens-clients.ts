// Short access tokens with refresh tokens, machine clients with their public keys and tokens, and the assertions that
// were taken already.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class IdentityTokensClients1763900473000 implements MigrationInterface {
  readonly name = 'IdentityTokensClients1763900473000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table identity.session add column token_expires_at timestamptz;
      create table identity.refresh_token (
        token_hash bytea primary key check (octet_length(token_hash) = 32),
        session_id uuid not null references identity.session (id),
        issued_at timestamptz not null,
        spent_at timestamptz
      );
      create unique index refresh_token_of_session on identity.refresh_token (session_id) where spent_at is null;
      create index refresh_token_session on identity.refresh_token (session_id);

      create table identity.client (
        id uuid primary key,
        organisation_id uuid not null references parties.organisation (id),
        name text not null check (length(name) between 1 and 100),
        permissions text[] not null check (cardinality(permissions) > 0),
        status text not null check (status in ('active', 'suspended')),
        version int not null check (version > 0),
        created_at timestamptz not null
      );
      create index client_organisation on identity.client (organisation_id, id);
      create table identity.client_key (
        client_id uuid not null references identity.client (id),
        kid text not null check (kid ~ '^[A-Za-z0-9_-]{43}$'),
        jwk jsonb not null,
        valid_from timestamptz not null,
        valid_until timestamptz check (valid_until > valid_from),
        added_at timestamptz not null,
        retired_at timestamptz,
        primary key (client_id, kid)
      );
      create table identity.client_assertion (
        client_id uuid not null references identity.client (id),
        jti text not null check (length(jti) between 1 and 200),
        expires_at timestamptz not null,
        primary key (client_id, jti)
      );
      create index client_assertion_expires_at on identity.client_assertion (expires_at);
      create table identity.client_token (
        token_hash bytea primary key check (octet_length(token_hash) = 32),
        client_id uuid not null references identity.client (id),
        permissions text[] not null check (cardinality(permissions) > 0),
        issued_at timestamptz not null,
        expires_at timestamptz not null check (expires_at > issued_at)
      );
      create index client_token_expires_at on identity.client_token (expires_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table identity.client_token;
      drop table identity.client_assertion;
      drop table identity.client_key;
      drop table identity.client;
      drop table identity.refresh_token;
      alter table identity.session drop column token_expires_at;
    `);
  }
}
