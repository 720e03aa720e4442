// The line to the bank: how a released payout gets there, what the bank sent and how far it was read, and the bookings
// that were told, so that one told singly and again inside a batch counts once.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = `
  alter table settlement.payout
    add column submission text not null default 'by_hand'
      check (submission in ('by_hand', 'waiting', 'begun', 'done')),
    add column submitted_at timestamptz,
    add check ((submission = 'done') = (submitted_at is not null)),
    add check (submission = 'by_hand' or state not in ('instructed', 'declined'));
  alter table settlement.payout alter column submission drop default;
  create index payout_unsubmitted on settlement.payout (checked_at)
    where state = 'released' and submission in ('waiting', 'begun');

  alter table settlement.bank_file
    add column source text not null default 'person' check (source in ('person', 'bank')),
    add check ((source = 'person') = (imported_by is not null));
  alter table settlement.bank_file alter column source drop default;

  create table settlement.bank_booking (
    financier_id uuid not null references parties.organisation (id),
    booking_key text not null check (length(booking_key) between 1 and 200),
    file_id uuid not null,
    primary key (financier_id, booking_key)
  );
  insert into settlement.bank_booking select financier_id, entry_key, file_id from settlement.bank_entry;

  create table settlement.bank_document (
    id uuid primary key,
    name text not null check (length(name) between 1 and 200),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    content bytea not null,
    outcome text not null check (outcome in ('imported', 'answer', 'refused', 'unclaimed', 'failed')),
    details jsonb not null,
    received_at timestamptz not null,
    constraint bank_document_once unique (sha256)
  );

  create table settlement.bank_cursor (
    line text primary key check (line = 'bank'),
    cursor text not null check (length(cursor) between 1 and 500),
    read_at timestamptz not null
  );
`;

export class SettlementBankLine1763900400000 implements MigrationInterface {
  readonly name = 'SettlementBankLine1763900400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table settlement.bank_cursor;
      drop table settlement.bank_document;
      drop table settlement.bank_booking;
      alter table settlement.bank_file drop column source;
      alter table settlement.payout drop column submitted_at, drop column submission;
    `);
  }
}
