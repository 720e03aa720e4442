// What witnesses state about the log's checkpoints: cosignatures, a book, and beside it how each witness last answered.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AuditCosignature1763900640000 implements MigrationInterface {
  readonly name = 'AuditCosignature1763900640000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audit.cosignature (
        tree_size bigint not null references audit.checkpoint (tree_size),
        witness_id text not null check (witness_id ~ '^[0-9a-f]{8}$'),
        at timestamptz not null,
        line text not null check (line like '— %' and line not like E'%\\n%'),
        primary key (witness_id, tree_size)
      );
      create index cosignature_size on audit.cosignature (tree_size);

      create table audit.witness_answer (
        witness_id text primary key check (witness_id ~ '^[0-9a-f]{8}$'),
        at timestamptz not null,
        tree_size bigint not null check (tree_size > 0),
        problem text check (problem in ('unreachable', 'log_unknown', 'key_unknown', 'proof_refused', 'ahead',
          'another_tree', 'cosignature_wrong', 'answer_unclear'))
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table audit.witness_answer, audit.cosignature');
  }
}
