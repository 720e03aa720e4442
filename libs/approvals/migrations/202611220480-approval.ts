// Marks: which deeds an organisation puts before a second person. Approvals: the deeds that wait or waited for one.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Approvals1763900480000 implements MigrationInterface {
  readonly name = 'Approvals1763900480000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema approvals;

      create table approvals.mark (
        id uuid primary key,
        organisation_id uuid not null references parties.organisation (id),
        command text not null,
        active boolean not null,
        threshold_amount numeric check (threshold_amount >= 0 and scale(threshold_amount) <= 4),
        threshold_currency text check (threshold_currency ~ '^[A-Z]{3}$'),
        set_by uuid not null references identity.user_account (id),
        set_at timestamptz not null,
        version int not null check (version > 0),
        constraint mark_key unique (organisation_id, command),
        constraint mark_threshold check ((threshold_amount is null) = (threshold_currency is null))
      );

      create table approvals.approval (
        id uuid primary key,
        organisation_id uuid not null references parties.organisation (id),
        command text not null,
        input jsonb not null,
        effects jsonb not null,
        state_hash text not null check (state_hash ~ '^[0-9a-f]{64}$'),
        preview jsonb not null,
        made_by uuid not null references identity.user_account (id),
        made_device text,
        made_at timestamptz not null,
        expires_at timestamptz not null check (expires_at > made_at),
        state text not null
          check (state in ('waiting', 'approved', 'declined', 'withdrawn', 'expired', 'stale')),
        decided_by uuid references identity.user_account (id),
        decided_at timestamptz,
        same_device boolean not null,
        reason text check (length(reason) between 1 and 500),
        version int not null check (version > 0),
        constraint approval_second_person check (decided_by is null or (decided_by = made_by) = (state = 'withdrawn')),
        constraint approval_decided check ((state = 'waiting') = (decided_at is null)),
        constraint approval_decider check ((state in ('waiting', 'expired')) = (decided_by is null)),
        constraint approval_reason check (state <> 'declined' or reason is not null)
      );
      create index approval_organisation on approvals.approval (organisation_id, id desc);
      create index approval_waiting on approvals.approval (expires_at) where state = 'waiting';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema approvals cascade');
  }
}
