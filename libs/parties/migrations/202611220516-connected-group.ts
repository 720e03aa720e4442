// Groups of connected clients, and the book of who belongs to them from which day on, in which a correction is a later row.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PartiesConnectedGroup1763900516000 implements MigrationInterface {
  readonly name = 'PartiesConnectedGroup1763900516000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table parties.connected_group (
        id uuid primary key,
        name text not null check (length(name) between 1 and 200),
        reason text not null check (reason in ('control', 'economic_dependence')),
        source text not null check (length(source) between 1 and 200),
        for_all boolean not null,
        stater_organisation_id uuid not null references parties.organisation (id),
        stated_by uuid not null,
        stated_at timestamptz not null,
        version int not null check (version > 0)
      );
      create index connected_group_stater on parties.connected_group (stater_organisation_id, id);
      create index connected_group_for_all on parties.connected_group (id) where for_all;

      create table parties.group_membership (
        id uuid primary key,
        group_id uuid not null references parties.connected_group (id),
        organisation_id uuid not null references parties.organisation (id),
        belongs boolean not null,
        valid_from date not null,
        source text not null check (length(source) between 1 and 200),
        recorded_by uuid not null,
        recorded_at timestamptz not null
      );
      create index group_membership_latest
        on parties.group_membership (group_id, organisation_id, valid_from desc, recorded_at desc, id desc);
      create index group_membership_organisation on parties.group_membership (organisation_id, group_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table parties.group_membership, parties.connected_group');
  }
}
