// Merkle trees of RFC 6962: how leaves and nodes are hashed, and how a proof is checked without the tree.
// Indexes and sizes are bigint here, because a proof from elsewhere may state any 64-bit number.
import { createHash } from 'node:crypto';

export const HASH_BYTES = 32;
const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

/** RFC 6962 2.1: the prefix keeps a leaf from passing for a node. */
export const leafHash = (data: Uint8Array): Buffer => createHash('sha256').update(LEAF).update(data).digest();
export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer =>
  createHash('sha256').update(NODE).update(left).update(right).digest();
/** Root of the tree without leaves: the hash of nothing. */
export const emptyRoot = (): Buffer => createHash('sha256').digest();

export interface InclusionProof {
  readonly leafIndex: bigint;
  readonly treeSize: bigint;
  readonly leafHash: Buffer;
  readonly root: Buffer;
  /** Sibling hashes, from the leaf upwards. */
  readonly proof: readonly Buffer[];
}
export interface ConsistencyProof {
  readonly size1: bigint;
  readonly size2: bigint;
  readonly root1: Buffer;
  readonly root2: Buffer;
  readonly proof: readonly Buffer[];
}
/** Null when the proof holds, else why it does not. */
export type Refutation = string | null;

/** RFC 9162 2.1.3.2. */
export function refuteInclusion(given: InclusionProof): Refutation {
  const { leafIndex, treeSize, proof } = given;
  if (leafIndex < 0n || leafIndex >= treeSize)
    return `leaf index ${leafIndex} is not in a tree of size ${treeSize}`;
  const odd = oddLength({ 'leaf hash': given.leafHash, root: given.root }, proof);
  if (odd) return odd;
  let hash = given.leafHash;
  const lost = climb(leafIndex, treeSize - 1n, proof, (sibling, isLeft) => {
    hash = isLeft ? nodeHash(sibling, hash) : nodeHash(hash, sibling);
  });
  return lost ?? (hash.equals(given.root) ? null : 'the proof leads to another root');
}

/**
 * RFC 9162 2.1.4.2. Trees of one size are consistent when their roots are the same; from the empty tree there is
 * nothing to prove, so such a proof is refused.
 */
export function refuteConsistency({ size1, size2, root1, root2, proof }: ConsistencyProof): Refutation {
  if (size1 < 0n || size1 > size2) return `size ${size1} is not before size ${size2}`;
  if (size1 === size2) {
    if (proof.length > 0) return 'both sizes are the same, but the proof has hashes';
    return root1.equals(root2) ? null : 'both sizes are the same, but the roots differ';
  }
  if (size1 === 0n) return 'from the empty tree there is nothing to prove';
  if (proof.length === 0) return 'the proof is empty';
  const odd = oddLength({ 'root 1': root1, 'root 2': root2 }, proof);
  return odd ?? walkConsistency({ size1, size2, root1, root2, proof });
}

function walkConsistency({ size1, size2, root1, root2, proof }: ConsistencyProof): Refutation {
  let [index, last] = [size1 - 1n, size2 - 1n];
  while (index % 2n === 1n) [index, last] = [index / 2n, last / 2n];
  // A tree of 2^k leaves is itself the first node on the way.
  const [first = root1, ...rest] = index === 0n ? [root1, ...proof] : proof;
  let [older, newer] = [first, first];
  const lost = climb(index, last, rest, (sibling, isLeft) => {
    if (isLeft) older = nodeHash(sibling, older);
    newer = isLeft ? nodeHash(sibling, newer) : nodeHash(newer, sibling);
  });
  if (lost) return lost;
  if (!older.equals(root1)) return 'the proof leads to another first root';
  return newer.equals(root2) ? null : 'the proof leads to another second root';
}

/** From a node to the root: each hash of the proof is the sibling on one side. */
function climb(
  from: bigint,
  lastOfLevel: bigint,
  proof: readonly Buffer[],
  join: (sibling: Buffer, isLeft: boolean) => void,
): Refutation {
  let [index, last] = [from, lastOfLevel];
  for (const sibling of proof) {
    if (last === 0n) return 'the proof has hashes too many';
    const isLeft = index % 2n === 1n || index === last;
    join(sibling, isLeft);
    // On the right edge a node without a sibling rises until it has one.
    while (isLeft && index % 2n === 0n && index !== 0n) [index, last] = [index / 2n, last / 2n];
    [index, last] = [index / 2n, last / 2n];
  }
  return last === 0n ? null : 'the proof has hashes too few';
}

function oddLength(named: Readonly<Record<string, Buffer>>, proof: readonly Buffer[]): Refutation {
  for (const [name, { length }] of Object.entries(named))
    if (length !== HASH_BYTES) return `the ${name} has ${length} bytes instead of ${HASH_BYTES}`;
  const odd = proof.findIndex(({ length }) => length !== HASH_BYTES);
  return odd < 0
    ? null
    : `hash ${odd} of the proof has ${proof[odd]?.length ?? 0} bytes instead of ${HASH_BYTES}`;
}
