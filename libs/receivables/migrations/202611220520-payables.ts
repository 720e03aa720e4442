// Debtors upload what they owe: an upload has a side, and on the debtor's side the person whose deed its answers are; a
// receivable tells who brought its invoice first.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const UPLOAD = `
  alter table receivables.upload
    add column side text not null default 'receivables' check (side in ('receivables', 'payables')),
    add column maker_id uuid,
    add column maker_session text,
    add column maker_kind text check (maker_kind in ('person', 'client')),
    add column maker_methods text[],
    add constraint upload_maker check ((side = 'payables') = (maker_id is not null)
      and (maker_id is null) = (maker_session is null) and (maker_id is null) = (maker_kind is null)
      and (maker_id is null) = (maker_methods is null));
`;

const RECEIVABLE = `
  alter table receivables.receivable
    add column presented_by text not null default 'supplier' check (presented_by in ('supplier', 'debtor'));
`;

export class ReceivablesPayables1763900520000 implements MigrationInterface {
  readonly name = 'ReceivablesPayables1763900520000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UPLOAD);
    await runner.query(RECEIVABLE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table receivables.receivable drop column presented_by');
    await runner.query(
      `alter table receivables.upload drop constraint upload_maker, drop column side, drop column maker_id,
         drop column maker_session, drop column maker_kind, drop column maker_methods`,
    );
  }
}
