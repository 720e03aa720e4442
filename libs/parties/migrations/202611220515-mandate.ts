// Mandates: a supplier lets another organisation bring its invoices, for a time that either of them may end at once.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PartiesMandate1763900515000 implements MigrationInterface {
  readonly name = 'PartiesMandate1763900515000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table parties.mandate (
        id uuid primary key,
        principal_id uuid not null references parties.organisation (id),
        agent_id uuid not null references parties.organisation (id),
        kinds text[] not null check (
          cardinality(kinds) > 0 and kinds <@ array['invoices', 'credit_notes']),
        valid_from date not null,
        valid_to date,
        state text not null check (state in ('offered', 'accepted', 'declined', 'ended')),
        given_by uuid not null,
        giver_organisation_id uuid not null references parties.organisation (id),
        given_at timestamptz not null,
        answered_by uuid,
        answerer_organisation_id uuid references parties.organisation (id),
        answered_at timestamptz,
        ended_by uuid,
        ender_organisation_id uuid references parties.organisation (id),
        ended_at timestamptz,
        reason text check (length(reason) between 1 and 500),
        version int not null check (version > 0),
        constraint mandate_two check (principal_id <> agent_id),
        constraint mandate_by_principal check (giver_organisation_id = principal_id),
        constraint mandate_answered_by_agent check (answerer_organisation_id = agent_id),
        constraint mandate_ended_by_either check (ender_organisation_id in (principal_id, agent_id)),
        constraint mandate_days check (valid_to >= valid_from),
        constraint mandate_answer check ((answered_by is null) = (answered_at is null)
          and (answered_by is null) = (answerer_organisation_id is null)
          and (state <> 'offered' or answered_by is null)
          and (state not in ('accepted', 'declined') or answered_by is not null)),
        constraint mandate_end check ((state = 'ended') = (ended_by is not null)
          and (ended_by is null) = (ended_at is null)
          and (ended_by is null) = (ender_organisation_id is null)
          and ended_at >= given_at),
        constraint mandate_reason check (state in ('offered', 'accepted') or reason is not null)
      );
      create unique index mandate_open
        on parties.mandate (principal_id, agent_id) where state in ('offered', 'accepted');
      create index mandate_agent on parties.mandate (agent_id, id);
      create index mandate_principal on parties.mandate (principal_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table parties.mandate');
  }
}
