// The only file that queries audit.cosignature and witness_answer.
import { Injectable } from '@nestjs/common';
import { query, type Reads, type Tx } from '#platform';
import type { Cosignature } from '../domain/witnesses/cosignature';
import type { WitnessProblem } from '../domain/witnesses/add-checkpoint';

export interface WitnessAnswerRow {
  readonly witnessId: string;
  readonly at: Date;
  /** Size of the checkpoint that it was asked to cosign. */
  readonly treeSize: number;
  /** Null: it cosigned. */
  readonly problem: WitnessProblem | null;
}
/** Of one size, all that witnesses stated. */
export interface CosignedSize {
  readonly treeSize: number;
  readonly witnessIds: readonly string[];
  readonly lines: readonly string[];
}

/** So far back a checkpoint is looked for that a quorum cosigned. */
const SIZES_BACK = 1_000;

@Injectable()
export class CosignatureStore {
  async add(tx: Tx, treeSize: number, { witnessId, seconds, line }: Cosignature): Promise<void> {
    await query(
      tx,
      `insert into audit.cosignature (tree_size, witness_id, at, line) values ($1, $2, to_timestamp($3), $4)
       on conflict do nothing`,
      [treeSize, witnessId, seconds, line],
    );
  }

  async answered(tx: Tx, { witnessId, at, treeSize, problem }: WitnessAnswerRow): Promise<void> {
    await query(
      tx,
      `insert into audit.witness_answer (witness_id, at, tree_size, problem) values ($1, $2, $3, $4)
       on conflict (witness_id) do update set at = excluded.at, tree_size = excluded.tree_size,
         problem = excluded.problem`,
      [witnessId, at, treeSize, problem],
    );
  }

  /** Unscoped: what witnesses state is public. The newest size that each witness cosigned, and when. */
  async newest(on: Reads): Promise<{ witnessId: string; treeSize: number; at: Date }[]> {
    const rows = await query<{ witnessId: string; treeSize: string; at: Date }>(
      on,
      `select distinct on (witness_id) witness_id as "witnessId", tree_size as "treeSize", at
       from audit.cosignature order by witness_id, tree_size desc`,
    );
    return rows.map((row) => ({ ...row, treeSize: Number(row.treeSize) }));
  }

  /** Unscoped: how witnesses answer is public. */
  async answers(on: Reads): Promise<WitnessAnswerRow[]> {
    const rows = await query<Omit<WitnessAnswerRow, 'treeSize'> & { readonly treeSize: string }>(
      on,
      `select witness_id as "witnessId", at, tree_size as "treeSize", problem from audit.witness_answer`,
    );
    return rows.map((row) => ({ ...row, treeSize: Number(row.treeSize) }));
  }

  /** Unscoped: what witnesses state is public. Of the newest sizes that were cosigned; of the one size when given. */
  async sizes(on: Reads, treeSize: number | null = null): Promise<CosignedSize[]> {
    const rows = await query<Omit<CosignedSize, 'treeSize'> & { readonly treeSize: string }>(
      on,
      `select tree_size as "treeSize", array_agg(witness_id order by witness_id) as "witnessIds",
         array_agg(line order by witness_id) as lines
       from audit.cosignature where $1::bigint is null or tree_size = $1
       group by tree_size order by tree_size desc limit $2`,
      [treeSize, SIZES_BACK],
    );
    return rows.map((row) => ({ ...row, treeSize: Number(row.treeSize) }));
  }
}
