// Mail of the inbox: what each person wishes, up to where entries have been mailed, and the mails themselves.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class InboxMail1763900605000 implements MigrationInterface {
  readonly name = 'InboxMail1763900605000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table inbox.mail_wish (
        id uuid primary key,
        user_id uuid not null unique references identity.user_account (id),
        cadences jsonb not null check (jsonb_typeof(cadences) = 'object' and cadences ->> 'account' = 'at_once'),
        language text not null check (language in ('zh', 'en')),
        version int not null check (version > 0)
      );

      create table inbox.mail_run (
        cadence text primary key check (cadence in ('at_once', 'daily')),
        through uuid not null,
        ran_on date
      );
      insert into inbox.mail_run (cadence, through)
      select cadence, coalesce((select id from inbox.entry order by id desc limit 1),
        '00000000-0000-0000-0000-000000000000')
      from unnest(array['at_once', 'daily']) as run (cadence);

      create table inbox.mail (
        id uuid primary key,
        user_id uuid not null references identity.user_account (id),
        organisation_id uuid not null references parties.organisation (id),
        cadence text not null check (cadence in ('at_once', 'daily')),
        through uuid not null,
        language text not null check (language in ('zh', 'en')),
        entries int not null check (entries > 0),
        subject text not null check (length(subject) between 1 and 200),
        body text not null,
        state text not null check (state in ('waiting', 'sent', 'failed', 'dropped')),
        tries int not null default 0 check (tries >= 0),
        last_error text check (length(last_error) <= 500),
        written_at timestamptz not null,
        sent_at timestamptz,
        claimed_until timestamptz,
        unsubscribe_hash bytea unique,
        resent int not null check (resent >= 0),
        constraint mail_once unique (user_id, cadence, through),
        constraint mail_sent check ((state = 'sent') = (sent_at is not null)),
        constraint mail_failed check (state <> 'failed' or last_error is not null)
      );
      create index mail_state on inbox.mail (state, id desc) where state <> 'sent';
      create index entry_told on inbox.entry (id) where state = 'told';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index inbox.entry_told;
      drop table inbox.mail, inbox.mail_run, inbox.mail_wish;
    `);
  }
}
