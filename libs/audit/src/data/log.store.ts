// The only file that queries audit.leaf, node, checkpoint and unsequenced for the running log.
import { Injectable } from '@nestjs/common';
import { query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { DeedRow } from '../domain/leaf';
import type { NodeKey, StoredNode } from '../domain/tree';

export interface LeafRow {
  readonly leafIndex: number;
  readonly deedId: string;
  readonly salt: Buffer;
  readonly hash: Buffer;
}
export interface CheckpointRow {
  readonly treeSize: number;
  readonly previousSize: number;
  readonly root: Buffer;
  /** RFC 3339, UTC, six decimals. */
  readonly at: string;
  readonly note: string;
}
export interface KeyChangeRow {
  readonly fromId: string;
  readonly toId: string;
  /** The last size that the old key signs. */
  readonly treeSize: number;
  readonly at: string;
  readonly note: string;
}
/** A deed, and its place in the log once it has one. */
export interface PlacedDeed extends DeedRow {
  readonly leafIndex: number | null;
  readonly salt: Buffer | null;
}
export interface DeedChoice {
  readonly deedId?: string;
  readonly subjectIds?: readonly string[];
  readonly subjectVersion?: number;
  readonly action?: string;
  readonly before: string;
  readonly take: number;
}

/** Every bit of a timestamptz as text: a Date would drop its microseconds. */
const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
export const DEED_COLUMNS = `d.id, ${instant('d.at')} as at, d.user_id as "userId",
  d.organisation_id as "organisationId", d.visible_to as "visibleTo", d.action, d.subject_type as "subjectType",
  d.subject_id as "subjectId", d.subject_version as "subjectVersion", d.details`;
export const CHECKPOINT_COLUMNS = `tree_size as "treeSize", previous_size as "previousSize", root,
  ${instant('at')} as at, note`;

/** PostgreSQL's bigint comes as text; sizes of logs fit a number. */
export type Raw<Row, Name extends keyof Row> = Omit<Row, Name> & Readonly<Record<Name, string>>;
export const checkpointOf = (row: Raw<CheckpointRow, 'treeSize' | 'previousSize'>): CheckpointRow => ({
  ...row,
  treeSize: Number(row.treeSize),
  previousSize: Number(row.previousSize),
});

/** Names the one lock of the log among advisory locks. */
const SEQUENCING = [0x617564, 1] as const;

@Injectable()
export class LogStore {
  /** Waits until no batch is under way; none comes before this transaction ends. */
  async holdUp(tx: Tx): Promise<void> {
    await query(tx, `select pg_advisory_xact_lock($1, $2)`, SEQUENCING);
  }

  /** True when this transaction is the one that gives deeds their places, until it ends. */
  async lock(tx: Tx): Promise<boolean> {
    const [row] = await query<{ mine: boolean }>(
      tx,
      `select pg_try_advisory_xact_lock($1, $2) as mine`,
      SEQUENCING,
    );
    return row?.mine ?? false;
  }

  /** Unscoped: it says only whether anything waits, and of nobody what. */
  async anyWaiting(on: Reads): Promise<boolean> {
    const rows = await query(on, `select from audit.unsequenced limit 1`);
    return rows.length > 0;
  }

  /**
   * Takes deeds out of the queue by their times, those of one subject by version. Whoever wrote version n + 1 had seen
   * version n committed, so no version is taken while an earlier one can still come; and where a rule gives the times,
   * whoever got a later one had seen the earlier one committed, so the log has the order of the rule.
   */
  take(tx: Tx, most: number): Promise<DeedRow[]> {
    return query<DeedRow>(
      tx,
      `with next as (
         select subject_id, subject_version from audit.unsequenced order by at, subject_id, subject_version limit $1),
       -- A clock that was set back gives a version an earlier time than the one before it: that one goes first.
       upto as (select subject_id, max(subject_version) as version from next group by subject_id),
       taken as (
         delete from audit.unsequenced u using upto
         where u.subject_id = upto.subject_id and u.subject_version <= upto.version returning u.deed_id)
       select ${DEED_COLUMNS} from taken
       cross join lateral (select * from audit.deed one where one.id = taken.deed_id limit 1) d
       left join lateral (select l.deed_id from audit.leaf l where l.deed_id = taken.deed_id limit 1) known on true
       where known.deed_id is null
       order by max(d.at) over (partition by d.subject_id order by d.subject_version), d.subject_id, d.subject_version`,
      [most],
    );
  }

  async addLeaves(tx: Tx, leaves: readonly LeafRow[]): Promise<void> {
    await query(
      tx,
      `insert into audit.leaf (leaf_index, deed_id, salt, hash)
       select * from unnest($1::bigint[], $2::uuid[], $3::bytea[], $4::bytea[])`,
      [
        leaves.map(({ leafIndex }) => leafIndex),
        leaves.map(({ deedId }) => deedId),
        leaves.map(({ salt }) => salt),
        leaves.map(({ hash }) => hash),
      ],
    );
  }

  async addNodes(tx: Tx, nodes: readonly StoredNode[]): Promise<void> {
    if (nodes.length === 0) return;
    await query(
      tx,
      `insert into audit.node (level, node_index, hash) select * from unnest($1::int[], $2::bigint[], $3::bytea[])`,
      [nodes.map(({ level }) => level), nodes.map(({ index }) => index), nodes.map(({ hash }) => hash)],
    );
  }

  async addCheckpoint(tx: Tx, { treeSize, previousSize, root, at, note }: CheckpointRow): Promise<void> {
    await query(
      tx,
      `insert into audit.checkpoint (tree_size, previous_size, root, at, note) values ($1, $2, $3, $4, $5)`,
      [treeSize, previousSize, root, at, note],
    );
  }

  /** Unscoped: a checkpoint is public and shows no deed. The newest, or the one of that size. */
  async checkpoint(on: Reads, treeSize: number | null = null): Promise<CheckpointRow | null> {
    const [row] = await query<Raw<CheckpointRow, 'treeSize' | 'previousSize'>>(
      on,
      `select ${CHECKPOINT_COLUMNS} from audit.checkpoint
       where tree_size = coalesce($1, (select max(tree_size) from audit.checkpoint))`,
      [treeSize],
    );
    return row ? checkpointOf(row) : null;
  }

  /** Unscoped: a hash shows no deed. The stored hashes of these keys, leaves being level 0; a missing one is left out. */
  async nodes(on: Reads, keys: readonly NodeKey[]): Promise<StoredNode[]> {
    if (keys.length === 0) return [];
    const upper = keys.filter(({ level }) => level > 0);
    const rows = await query<{ level: number; index: string; hash: Buffer }>(
      on,
      `select 0 as level, leaf_index as index, hash from audit.leaf where leaf_index = any($1::bigint[])
       union all
       select n.level, n.node_index, n.hash from unnest($2::int[], $3::bigint[]) as k (level, node_index)
       join audit.node n using (level, node_index)`,
      [
        keys.filter(({ level }) => level === 0).map(({ index }) => index),
        upper.map(({ level }) => level),
        upper.map(({ index }) => index),
      ],
    );
    return rows.map((row) => ({ ...row, index: Number(row.index) }));
  }

  /** Unscoped: a hash shows no deed. Hashes one after the other on a stored level; shorter where they end. */
  async run(on: Reads, level: number, from: number, count: number): Promise<Buffer[]> {
    const to = from + count;
    const rows = await (level === 0
      ? query<{ hash: Buffer }>(
          on,
          `select hash from audit.leaf where leaf_index >= $1 and leaf_index < $2 order by leaf_index`,
          [from, to],
        )
      : query<{ hash: Buffer }>(
          on,
          `select hash from audit.node where level = $1 and node_index >= $2 and node_index < $3 order by node_index`,
          [level, from, to],
        ));
    return rows.map(({ hash }) => hash);
  }

  /** Unscoped: keys are public. In the order of the changes. */
  async keyChanges(on: Reads): Promise<KeyChangeRow[]> {
    const rows = await query<Raw<KeyChangeRow, 'treeSize'>>(
      on,
      `select from_id as "fromId", to_id as "toId", tree_size as "treeSize", ${instant('at')} as at, note
       from audit.key_change order by tree_size, at, to_id`,
    );
    return rows.map((row) => ({ ...row, treeSize: Number(row.treeSize) }));
  }

  async addKeyChange(tx: Tx, { fromId, toId, treeSize, at, note }: KeyChangeRow): Promise<void> {
    await query(
      tx,
      `insert into audit.key_change (from_id, to_id, tree_size, at, note) values ($1, $2, $3, $4, $5)`,
      [fromId, toId, treeSize, at, note],
    );
  }

  /** Deeds that the organisations in scope did or may see, the newest first. */
  async deeds(on: Reads, scope: Scope, choice: DeedChoice): Promise<PlacedDeed[]> {
    const rows = await query<Raw<PlacedDeed, 'leafIndex'>>(
      on,
      `select ${DEED_COLUMNS}, l.leaf_index as "leafIndex", l.salt
       from audit.deed d left join audit.leaf l on l.deed_id = d.id
       where ($1::uuid[] is null or d.organisation_id = any($1) or d.visible_to && $1)
         and ($2::uuid is null or d.id = $2) and ($3::uuid[] is null or d.subject_id = any($3))
         and ($4::int is null or d.subject_version = $4) and ($5::text is null or d.action = $5) and d.id < $6
       order by d.id desc limit $7`,
      [
        scopeParam(scope),
        choice.deedId ?? null,
        choice.subjectIds ?? null,
        choice.subjectVersion ?? null,
        choice.action ?? null,
        choice.before,
        choice.take,
      ],
    );
    return rows.map((row) => ({ ...row, leafIndex: row.salt === null ? null : Number(row.leafIndex) }));
  }
}
