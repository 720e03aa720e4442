// Requests of organisations to leave the platform: one open request each, decided by somebody else.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PartiesDepartureRequest1763900517000 implements MigrationInterface {
  readonly name = 'PartiesDepartureRequest1763900517000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table parties.departure_request (
        id uuid primary key,
        organisation_id uuid not null references parties.organisation (id),
        reason text not null check (length(reason) between 1 and 500),
        state text not null check (state in ('open', 'granted', 'refused', 'withdrawn')),
        requested_by uuid not null,
        requested_at timestamptz not null,
        closed_by uuid,
        closer_organisation_id uuid references parties.organisation (id),
        closed_at timestamptz,
        answer text check (length(answer) between 1 and 500),
        version int not null check (version > 0),
        constraint departure_request_closed check ((state = 'open') = (closed_by is null)
          and (closed_by is null) = (closed_at is null)
          and (closed_by is null) = (closer_organisation_id is null)),
        constraint departure_request_by_another check (
          state not in ('granted', 'refused') or closer_organisation_id <> organisation_id),
        constraint departure_request_withdrawn check (
          state <> 'withdrawn' or closer_organisation_id = organisation_id),
        constraint departure_request_answer check (state <> 'refused' or answer is not null)
      );
      create unique index departure_request_open
        on parties.departure_request (organisation_id) where state = 'open';
      create index departure_request_organisation on parties.departure_request (organisation_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table parties.departure_request');
  }
}
