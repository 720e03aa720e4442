// Tasks from deeds: what has been asked, and the latest deed that ended it, so that a deed that is told late does not ask
// for what is done. Who asked, or is told, may be a machine client, which is no user account.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class InboxDeeds1763900510000 implements MigrationInterface {
  readonly name = 'InboxDeeds1763900510000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table inbox.entry drop constraint entry_person_id_fkey;
      alter table inbox.entry drop constraint entry_not_for_fkey;

      create table inbox.asked (
        kind text not null,
        subject_id uuid not null,
        ended_by uuid,
        primary key (kind, subject_id)
      );

      create table inbox.following (
        only_one boolean primary key check (only_one),
        after_deed uuid not null
      );
      insert into inbox.following (only_one, after_deed)
      select true, coalesce((select id from audit.deed order by id desc limit 1),
        '00000000-0000-0000-0000-000000000000');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table inbox.following;
      drop table inbox.asked;
      alter table inbox.entry add constraint entry_person_id_fkey
        foreign key (person_id) references identity.user_account (id) not valid;
      alter table inbox.entry add constraint entry_not_for_fkey
        foreign key (not_for) references identity.user_account (id) not valid;
    `);
  }
}
