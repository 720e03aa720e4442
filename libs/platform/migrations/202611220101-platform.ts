// Idempotency records, dated parameters and calendar changes.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Platform1763773260000 implements MigrationInterface {
  readonly name = 'Platform1763773260000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema platform;

      create table platform.idempotency_key (
        principal uuid not null,
        route text not null,
        key text not null check (length(key) between 1 and 255),
        request_hash text not null,
        response jsonb,
        created_at timestamptz not null default now(),
        primary key (principal, route, key)
      );
      create index idempotency_key_created_at on platform.idempotency_key (created_at);

      create table platform.parameter_value (
        id uuid primary key,
        name text not null,
        value text not null,
        effective_from date not null,
        source text not null,
        set_by uuid not null,
        set_at timestamptz not null
      );
      create index parameter_value_name on platform.parameter_value (name, effective_from);

      create table platform.calendar_change (
        id uuid primary key,
        date date not null,
        kind text not null check (kind in ('off', 'work')),
        name text not null,
        source text not null,
        set_by uuid not null,
        set_at timestamptz not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema platform cascade');
  }
}
