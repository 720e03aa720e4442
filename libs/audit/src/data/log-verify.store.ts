// What `log verify` reads: the books page by page, and what is in one and lacks in another.
import { Injectable } from '@nestjs/common';
import { query, type Reads } from '#platform';
import type { DeedRow } from '../domain/leaf';
import {
  CHECKPOINT_COLUMNS,
  checkpointOf,
  type CheckpointRow,
  DEED_COLUMNS,
  type LeafRow,
  type Raw,
} from './log.store';

export interface WalkedLeaf extends LeafRow {
  /** Null when the book of deeds has no such deed. */
  readonly deed: DeedRow | null;
}
export interface Stray {
  readonly book: string;
  readonly subject: string;
  readonly problem: string;
  readonly leaf: number | null;
}

/** A cosignature with the checkpoint of its size. */
export interface CosignatureRow {
  readonly witnessId: string;
  readonly treeSize: number;
  readonly at: Date;
  readonly line: string;
  readonly note: string;
}

const MOST = 100;
/** Each answers subject, problem, and the leaf where there is one. One snapshot each, so a running log is no excuse. */
const STRAYS: readonly { readonly book: string; readonly sql: string }[] = [
  {
    book: 'audit.deed',
    sql: `select d.id::text as subject, 'neither in the log nor waiting for it' as problem, null as leaf
      from audit.deed d left join audit.leaf l on l.deed_id = d.id left join audit.unsequenced u on u.deed_id = d.id
      where l.deed_id is null and u.deed_id is null`,
  },
  {
    book: 'audit.unsequenced',
    sql: `select u.deed_id::text as subject, case when d.id is null then 'waits, but is not in the book'
        else 'waits, but is in the log' end as problem, l.leaf_index as leaf
      from audit.unsequenced u left join audit.deed d on d.id = u.deed_id
      left join audit.leaf l on l.deed_id = u.deed_id where d.id is null or l.deed_id is not null`,
  },
  {
    book: 'audit.leaf',
    sql: `select leaf_index::text as subject, 'beyond the newest checkpoint' as problem, leaf_index as leaf
      from audit.leaf where leaf_index < 0
      or leaf_index >= (select coalesce(max(tree_size), 0) from audit.checkpoint)`,
  },
  {
    book: 'audit.node',
    sql: `select level || '/' || node_index as subject, 'a node that no leaves make' as problem, null as leaf
      from audit.node where level <= 0 or level % 4 > 0 or node_index < 0 or level > 52
      or (node_index + 1)::numeric * 2::numeric ^ level > (select coalesce(max(tree_size), 0) from audit.checkpoint)`,
  },
  {
    book: 'audit.leaf',
    sql: `select leaf_index::text as subject, 'before an earlier deed on the same subject' as problem,
        leaf_index as leaf
      from (select l.leaf_index, d.subject_version,
          lead(d.subject_version) over (partition by d.subject_id order by l.leaf_index) as following
        from audit.leaf l join audit.deed d on d.id = l.deed_id) as o
      where following < subject_version`,
  },
];

@Injectable()
export class LogVerifyStore {
  /** Unscoped: the log is public. By witness and size, from behind one on. */
  async cosignatures(
    on: Reads,
    { witnessId, treeSize }: Pick<CosignatureRow, 'witnessId' | 'treeSize'>,
    most: number,
  ): Promise<CosignatureRow[]> {
    const rows = await query<Omit<CosignatureRow, 'treeSize'> & { readonly treeSize: string }>(
      on,
      `select s.witness_id as "witnessId", s.tree_size as "treeSize", s.at, s.line, c.note
       from audit.cosignature s join audit.checkpoint c on c.tree_size = s.tree_size
       where (s.witness_id, s.tree_size) > ($1, $2) order by s.witness_id, s.tree_size limit $3`,
      [witnessId, treeSize, most],
    );
    return rows.map((row) => ({ ...row, treeSize: Number(row.treeSize) }));
  }

  /** Unscoped: the log is verified as a whole. From `from` to before `to`, each with its deed as the book has it. */
  async leaves(on: Reads, from: number, to: number): Promise<WalkedLeaf[]> {
    const rows = await query<
      Raw<LeafRow, 'leafIndex'> & Omit<DeedRow, 'id'> & { readonly id: string | null }
    >(
      on,
      `select l.leaf_index as "leafIndex", l.deed_id as "deedId", l.salt, l.hash, ${DEED_COLUMNS}
       from audit.leaf l left join audit.deed d on d.id = l.deed_id
       where l.leaf_index >= $1 and l.leaf_index < $2 order by l.leaf_index`,
      [from, to],
    );
    return rows.map(({ leafIndex, deedId, salt, hash, ...deed }) => ({
      leafIndex: Number(leafIndex),
      deedId,
      salt,
      hash,
      deed: deed.id === null ? null : { ...deed, id: deed.id },
    }));
  }

  /** Unscoped: the log is verified as a whole. Those with a size above `from`, at most `to`. */
  async checkpoints(on: Reads, from: number, to: number): Promise<CheckpointRow[]> {
    const rows = await query<Raw<CheckpointRow, 'treeSize' | 'previousSize'>>(
      on,
      `select ${CHECKPOINT_COLUMNS} from audit.checkpoint
       where tree_size > $1 and tree_size <= $2 order by tree_size`,
      [from, to],
    );
    return rows.map(checkpointOf);
  }

  /** Unscoped: the log is verified as a whole. Of each check the first hundred findings at most. */
  async strays(on: Reads): Promise<Stray[]> {
    const found: Stray[] = [];
    for (const { book, sql } of STRAYS) {
      const rows = await query<{ subject: string; problem: string; leaf: string | null }>(
        on,
        `${sql} order by leaf nulls last, subject limit ${MOST}`,
      );
      for (const row of rows) found.push({ ...row, book, leaf: row.leaf === null ? null : Number(row.leaf) });
    }
    return found;
  }
}
