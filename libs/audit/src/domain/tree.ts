// The log as a tree of which only every fourth level is stored: leaves (level 0), and the roots of complete subtrees
// of 16, 256, 4096 ... leaves. Proofs are made from a few hundred stored hashes whatever the size of the log.
import { invariant } from '#kernel';
import { emptyRoot, nodeHash } from './merkle';

/** Levels between stored ones, and how many stored hashes make the next. */
export const STEP = 4;
export const FAN = 2 ** STEP;

/** Leaves from inclusive to exclusive. */
export interface Range {
  readonly from: number;
  readonly to: number;
}
/** Root of the complete subtree over leaves [index * 2^level, (index + 1) * 2^level). */
export interface NodeKey {
  readonly level: number;
  readonly index: number;
}
export interface StoredNode extends NodeKey {
  readonly hash: Buffer;
}
/** Finds a stored hash; level is a multiple of STEP. */
export type Lookup = (level: number, index: number) => Buffer;

/** The largest power of two below `size`, which is at least 2. */
function splitOf(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

/** RFC 6962 2.1.1: the subtrees whose roots prove the leaf, from the leaf upwards. */
export function inclusionPath(leafIndex: number, treeSize: number): Range[] {
  invariant(leafIndex >= 0 && leafIndex < treeSize, 'the leaf is in the tree');
  const path: Range[] = [];
  let [from, to] = [0, treeSize];
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    if (leafIndex < middle) {
      path.push({ from: middle, to });
      to = middle;
    } else {
      path.push({ from, to: middle });
      from = middle;
    }
  }
  return path.reverse();
}

/** RFC 6962 2.1.2: the subtrees whose roots prove that the tree of `size1` leaves is the start of that of `size2`. */
export function consistencyPath(size1: number, size2: number): Range[] {
  invariant(size1 > 0 && size1 <= size2, 'the first tree is the start of the second');
  const path: Range[] = [];
  let [from, to] = [0, size2];
  while (to !== size1) {
    const middle = from + splitOf(to - from);
    if (size1 <= middle) {
      path.push({ from: middle, to });
      to = middle;
    } else {
      path.push({ from, to: middle });
      from = middle;
    }
  }
  // The first tree as a whole is known to whoever checks; a part of it is not.
  if (from > 0) path.push({ from, to });
  return path.reverse();
}

/** A subtree of the log as complete subtrees, the largest first. */
export function completeSubtrees({ from, to }: Range): NodeKey[] {
  const keys: NodeKey[] = [];
  for (let at = from; at < to;) {
    let level = 0;
    while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= to) level++;
    keys.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return keys;
}

/** Which stored hashes make a complete subtree's root: a run of one, two, four or eight on a stored level. */
export function storedRun({ level, index }: NodeKey): NodeKey & { readonly count: number } {
  const count = 2 ** (level % STEP);
  return { level: level - (level % STEP), index: index * count, count };
}

export function rangeHash(range: Range, lookup: Lookup): Buffer {
  const roots = completeSubtrees(range).map((key) => {
    const run = storedRun(key);
    return perfectRoot(
      Array.from({ length: run.count }, (_, offset) => lookup(run.level, run.index + offset)),
    );
  });
  return bag(roots);
}

/** Root over complete subtrees from the largest to the smallest; that of nothing is the empty root. */
function bag(roots: readonly Buffer[]): Buffer {
  return roots.length === 0 ? emptyRoot() : roots.reduceRight((right, left) => nodeHash(left, right));
}

/** Root of 2^k hashes. */
export function perfectRoot(hashes: readonly Buffer[]): Buffer {
  let level = hashes;
  while (level.length > 1)
    level = Array.from({ length: level.length / 2 }, (_, i) =>
      nodeHash(at(level, 2 * i), at(level, 2 * i + 1)),
    );
  return at(level, 0);
}

function at(hashes: readonly Buffer[], index: number): Buffer {
  const hash = hashes[index];
  invariant(hash, 'the hash is there');
  return hash;
}

/** The right edge of the log: all that is needed to append leaves and to know the root. */
export class Frontier {
  /** @param edges on each stored level from the leaves up, the hashes after the last complete run of 16 */
  private constructor(
    private count: number,
    private readonly edges: Buffer[][],
  ) {}

  /** The edge of a log of so many leaves. */
  static of(size: number, lookup: Lookup): Frontier {
    const edges = edgesOf(size).map(({ level, index, count }) =>
      Array.from({ length: count }, (_, offset) => lookup(level, index + offset)),
    );
    return new Frontier(size, edges);
  }

  get size(): number {
    return this.count;
  }

  /** The nodes that the leaf completes, from the lowest up. */
  append(leaf: Buffer): StoredNode[] {
    const completed: StoredNode[] = [];
    this.count++;
    let hash = leaf;
    for (let depth = 0; ; depth++) {
      const edge = (this.edges[depth] ??= []);
      edge.push(hash);
      if (edge.length < FAN) return completed;
      hash = perfectRoot(edge);
      this.edges[depth] = [];
      const level = (depth + 1) * STEP;
      completed.push({ level, index: this.count / 2 ** level - 1, hash });
    }
  }

  root(): Buffer {
    const roots: Buffer[] = [];
    for (const edge of [...this.edges].reverse())
      for (const { level, index } of completeSubtrees({ from: 0, to: edge.length }))
        roots.push(perfectRoot(edge.slice(index * 2 ** level, (index + 1) * 2 ** level)));
    return bag(roots);
  }
}

/** The stored hashes on the right edge of a log of so many leaves, level by level from the leaves up. */
export function edgesOf(size: number): (NodeKey & { readonly count: number })[] {
  const edges = [];
  for (let level = 0; 2 ** level <= size; level += STEP) {
    const complete = Math.floor(size / 2 ** level);
    edges.push({ level, index: complete - (complete % FAN), count: complete % FAN });
  }
  return edges;
}
