// What the log tells anyone: its newest checkpoint, its key, and proofs.
import { Injectable } from '@nestjs/common';
import { Db } from '#platform';
import { type CheckpointRow, LogStore } from '../data/log.store';
import { errors } from '../domain/errors';
import type { ConsistencyProof, InclusionProof } from '../domain/merkle';
import { verifierText } from '../domain/note';
import { consistencyPath, inclusionPath } from '../domain/tree';
import { KeyHistory } from './keys/key-history';
import { TreeReader } from './tree-reader';

@Injectable()
export class LogQueries {
  constructor(
    private readonly db: Db,
    private readonly store: LogStore,
    private readonly tree: TreeReader,
    private readonly history: KeyHistory,
  ) {}

  /** The key that signs now, and those before it. */
  async keyText(): Promise<string> {
    return verifierText(await this.history.verifier(this.db.reads));
  }

  /** Signed notes in the order of the changes, by which a key that is trusted leads to the one that signs now. */
  async keyChanges(): Promise<string[]> {
    return (await this.store.keyChanges(this.db.reads)).map(({ note }) => note);
  }

  /** The newest. @throws audit.log_empty (404) */
  private async checkpoint(): Promise<CheckpointRow> {
    const newest = await this.store.checkpoint(this.db.reads);
    if (!newest) throw errors.log_empty();
    return newest;
  }

  /** @throws audit.checkpoint_not_found (404) when no checkpoint has that size */
  private async checkpointOf(size: number): Promise<CheckpointRow> {
    const found = await this.store.checkpoint(this.db.reads, size);
    if (!found) throw errors.checkpoint_not_found({ size });
    return found;
  }

  /** That the leaf is in the tree of a checkpoint; of the newest when no size is given. */
  async inclusion(leafIndex: number, size?: number): Promise<InclusionProof> {
    const { treeSize, root } = await (size === undefined ? this.checkpoint() : this.checkpointOf(size));
    if (leafIndex >= treeSize) throw errors.leaf_not_found();
    const self = { from: leafIndex, to: leafIndex + 1 };
    const [leafHash = root, ...proof] = await this.tree.hashes(this.db.reads, [
      self,
      ...inclusionPath(leafIndex, treeSize),
    ]);
    return { leafIndex: BigInt(leafIndex), treeSize: BigInt(treeSize), leafHash, root, proof };
  }

  /** That the tree of one checkpoint is the start of another's. @throws audit.proof_unprovable (400) */
  async consistency(from: number, to: number): Promise<ConsistencyProof> {
    if (from < 1 || from > to) throw errors.proof_unprovable({ from, to });
    const { root: root2 } = await this.checkpointOf(to);
    const { root: root1 } = await this.checkpointOf(from);
    const proof = await this.tree.hashes(this.db.reads, consistencyPath(from, to));
    return { size1: BigInt(from), size2: BigInt(to), root1, root2, proof };
  }
}
