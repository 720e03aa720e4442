// A registration is extended as often as its parties like and ends once; each event has a time and a number of its own.
// Cancellations recorded before have none.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RegistryFilingLife1763900525000 implements MigrationInterface {
  readonly name = 'RegistryFilingLife1763900525000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table registry.filing_event
        drop constraint filing_event_once,
        drop constraint filing_event_kind_check,
        add column number text check (number ~ '^[0-9]{18}$'),
        add column expires_on date,
        add column expires_at timestamptz(6),
        add constraint filing_event_kind check (kind in ('extended', 'cancelled')),
        add constraint filing_event_number unique (number),
        add constraint filing_event_time unique (filing_id, at),
        add constraint filing_event_extension check ((kind = 'extended') = (expires_at is not null)
          and (kind = 'extended') = (expires_on is not null)),
        add constraint filing_event_before_end check (expires_at > at);
      create unique index filing_event_end on registry.filing_event (filing_id) where kind = 'cancelled';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index registry.filing_event_end;
      alter table registry.filing_event
        drop constraint filing_event_before_end, drop constraint filing_event_extension,
        drop constraint filing_event_time, drop constraint filing_event_number, drop constraint filing_event_kind,
        drop column expires_at, drop column expires_on, drop column number,
        add constraint filing_event_kind_check check (kind in ('cancelled')),
        add constraint filing_event_once unique (filing_id, kind);
    `);
  }
}
