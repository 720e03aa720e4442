// A person's verified address, the one-time links that verify it or set a new password, and what two people agree on
// where there is no mail.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class IdentityRecovery1763900505000 implements MigrationInterface {
  readonly name = 'IdentityRecovery1763900505000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table identity.user_account add column email text check (length(email) between 3 and 254);
      alter table identity.user_account add column email_verified_at timestamptz;
      alter table identity.user_account add constraint user_account_email_verified
        check (num_nonnulls(email, email_verified_at) in (0, 2));

      create table identity.account_link (
        id uuid primary key,
        user_id uuid not null references identity.user_account (id),
        user_version int not null,
        purpose text not null check (purpose in ('email', 'reset_by_mail', 'reset_by_two')),
        email text check (length(email) between 3 and 254),
        token_hash bytea unique check (octet_length(token_hash) = 32),
        handover_hash bytea check (octet_length(handover_hash) = 32),
        state text not null check (state in ('open', 'used', 'replaced')),
        created_at timestamptz not null,
        expires_at timestamptz not null check (expires_at > created_at),
        used_at timestamptz,
        check ((purpose = 'reset_by_two') = (email is null)),
        check ((purpose = 'reset_by_two') = (handover_hash is not null)),
        check ((state = 'used') = (used_at is not null))
      );
      create unique index account_link_open on identity.account_link (user_id, purpose) where state = 'open';

      create table identity.reset_proposal (
        id uuid primary key,
        user_id uuid not null references identity.user_account (id),
        user_version int not null,
        reason text not null check (length(reason) between 1 and 500),
        handover_hash bytea not null check (octet_length(handover_hash) = 32),
        proposed_by uuid not null references identity.user_account (id),
        proposed_at timestamptz not null,
        decided_by uuid references identity.user_account (id),
        decided_at timestamptz,
        decision text check (decision in ('approve', 'decline')),
        version int not null check (version > 0),
        check (num_nonnulls(decided_by, decided_at, decision) in (0, 3)),
        constraint reset_proposal_other_person check (proposed_by <> user_id and decided_by <> user_id),
        constraint reset_proposal_two_people check (decision <> 'approve' or decided_by <> proposed_by)
      );
      create unique index reset_proposal_open on identity.reset_proposal (user_id) where decided_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table identity.reset_proposal;
      drop table identity.account_link;
      alter table identity.user_account drop column email_verified_at, drop column email;
    `);
  }
}
