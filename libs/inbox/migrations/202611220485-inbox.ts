// The inbox: what people are asked to do and what they are told, and up to where each has read.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Inbox1763900485000 implements MigrationInterface {
  readonly name = 'Inbox1763900485000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema inbox;

      create table inbox.entry (
        id uuid primary key,
        event_id uuid not null,
        organisation_id uuid not null references parties.organisation (id),
        permission text not null check (permission ~ '^[a-z_]+[.][a-z_]+$'),
        person_id uuid references identity.user_account (id),
        not_for uuid references identity.user_account (id),
        kind text not null,
        subject_type text not null,
        subject_id uuid not null,
        label text check (length(label) between 1 and 200),
        opened_at timestamptz not null,
        due_at timestamptz,
        state text not null check (state in ('open', 'overdue', 'done', 'void', 'told')),
        closed_at timestamptz,
        constraint entry_once unique (event_id, organisation_id, kind, subject_id),
        constraint entry_overdue check (state <> 'overdue' or due_at is not null),
        constraint entry_closed check ((state in ('done', 'void')) = (closed_at is not null)),
        constraint entry_for_whom check (person_id is null or not_for is null)
      );
      create unique index entry_waiting on inbox.entry (organisation_id, kind, subject_id)
        where state in ('open', 'overdue');
      create index entry_page on inbox.entry (organisation_id, id desc);
      create index entry_subject on inbox.entry (subject_id) where state in ('open', 'overdue');
      create index entry_due on inbox.entry (due_at) where state = 'open';

      create table inbox.reader (
        id uuid primary key,
        user_id uuid not null unique references identity.user_account (id),
        read_through uuid not null,
        version int not null check (version > 0)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema inbox cascade');
  }
}
