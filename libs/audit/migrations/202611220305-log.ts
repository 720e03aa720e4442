// The Merkle log over the deeds. A deed waits in `unsequenced` until a batch gives it its leaf; leaves, nodes and
// checkpoints are books. `leaf` has no foreign key to `deed`: `log verify` checks far more than one could.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AuditLog1763780700000 implements MigrationInterface {
  readonly name = 'AuditLog1763780700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table audit.deed add column visible_to uuid[] not null default '{}';

      create table audit.unsequenced (
        subject_id uuid not null,
        subject_version int not null,
        deed_id uuid not null,
        primary key (subject_id, subject_version)
      ) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
      insert into audit.unsequenced select subject_id, subject_version, id from audit.deed;

      create table audit.leaf (
        leaf_index bigint primary key check (leaf_index >= 0),
        deed_id uuid not null,
        salt bytea not null check (length(salt) = 32),
        hash bytea not null check (length(hash) = 32),
        constraint leaf_deed unique (deed_id)
      );

      create table audit.node (
        level int not null check (level > 0 and level % 4 = 0),
        node_index bigint not null check (node_index >= 0),
        hash bytea not null check (length(hash) = 32),
        primary key (level, node_index)
      );

      create table audit.checkpoint (
        tree_size bigint primary key,
        previous_size bigint not null check (previous_size >= 0 and previous_size < tree_size),
        root bytea not null check (length(root) = 32),
        at timestamptz not null,
        note text not null,
        constraint checkpoint_previous unique (previous_size)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table audit.checkpoint, audit.node, audit.leaf, audit.unsequenced;
      alter table audit.deed drop column visible_to;
    `);
  }
}
