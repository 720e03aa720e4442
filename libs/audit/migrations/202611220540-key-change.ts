// Changes of the key that signs the log. Each is a note signed by both keys: the old one hands over, the new one
// takes over; a row that is taken away leaves checkpoints that no known key signed.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AuditKeyChange1763900540000 implements MigrationInterface {
  readonly name = 'AuditKeyChange1763900540000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audit.key_change (
        to_id text primary key check (to_id ~ '^[0-9a-f]{8}$'),
        from_id text not null check (from_id <> to_id),
        tree_size bigint not null check (tree_size >= 0),
        at timestamptz not null,
        note text not null,
        constraint key_change_from unique (from_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table audit.key_change');
  }
}
