import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  type ConsistencyProof,
  emptyRoot,
  type InclusionProof,
  leafHash,
  nodeHash,
  refuteConsistency,
  refuteInclusion,
} from './merkle';
import {
  completeSubtrees,
  consistencyPath,
  edgesOf,
  FAN,
  Frontier,
  inclusionPath,
  rangeHash,
  STEP,
} from './tree';

const SIZES = 200;
const leaves = Array.from({ length: SIZES }, (_, index) => leafHash(Buffer.from(`leaf ${index}`)));

/** RFC 6962 2.1 word for word. */
function treeHash(hashes: readonly Buffer[]): Buffer {
  if (hashes.length === 0) return emptyRoot();
  if (hashes.length === 1) return hashes[0] ?? emptyRoot();
  let k = 1;
  while (k * 2 < hashes.length) k *= 2;
  return nodeHash(treeHash(hashes.slice(0, k)), treeHash(hashes.slice(k)));
}

/** Only what the database stores: leaves, and complete subtrees of 16, 256 ... leaves. */
const stored = new Map<string, Buffer>();
for (let level = 0; 2 ** level <= SIZES; level += STEP)
  for (let index = 0; (index + 1) * 2 ** level <= SIZES; index++)
    stored.set(`${level}/${index}`, treeHash(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level)));
function lookup(level: number, index: number): Buffer {
  const hash = stored.get(`${level}/${index}`);
  if (!hash) throw new Error(`Nothing is stored at level ${level}, index ${index}.`);
  return hash;
}
const roots = Array.from({ length: SIZES + 1 }, (_, size) => treeHash(leaves.slice(0, size)));
const root = (size: number) => roots[size] ?? emptyRoot();
const hashes = (ranges: readonly { from: number; to: number }[]) =>
  ranges.map((one) => rangeHash(one, lookup));

const inclusion = (index: number, size: number): InclusionProof => ({
  leafIndex: BigInt(index),
  treeSize: BigInt(size),
  leafHash: leaves[index] ?? emptyRoot(),
  root: root(size),
  proof: hashes(inclusionPath(index, size)),
});
const consistency = (size1: number, size2: number): ConsistencyProof => ({
  size1: BigInt(size1),
  size2: BigInt(size2),
  root1: root(size1),
  root2: root(size2),
  proof: hashes(consistencyPath(size1, size2)),
});

const samples = process.env['SAMPLES_DIR'];
const vectors = samples
  ? (JSON.parse(readFileSync(join(samples, 'merkle/rfc6962-vectors.json'), 'utf8')) as {
      leafInputsHex: string[];
      rootHex_bySize: string[];
    })
  : null;

(vectors ? describe : describe.skip)(`the RFC 6962 vectors${vectors ? '' : ' (skipped: no samples)'}`, () => {
  it('have the roots that the frontier makes, size by size', () => {
    const edge = Frontier.of(0, lookup);
    expect(edge.root().toString('hex')).toBe(vectors?.rootHex_bySize[0]);
    vectors?.leafInputsHex.forEach((input, index) => {
      edge.append(leafHash(Buffer.from(input, 'hex')));
      expect(edge.root().toString('hex')).toBe(vectors.rootHex_bySize[index + 1]);
    });
    expect(edge.size).toBe(8);
  });
});

describe('the frontier', () => {
  it('has the root of RFC 6962 at every size, and completes every sixteenth node once', () => {
    const edge = Frontier.of(0, lookup);
    const completed = [];
    for (let size = 1; size <= SIZES; size++) {
      completed.push(...edge.append(leaves[size - 1] ?? emptyRoot()));
      expect(edge.root()).toEqual(root(size));
    }
    expect(completed).toHaveLength(Math.floor(SIZES / FAN));
    for (const { level, index, hash } of completed) expect(hash).toEqual(lookup(level, index));
  });

  it('is the same when it is read back at any size', () => {
    for (let size = 0; size < SIZES; size++) {
      const edge = Frontier.of(size, lookup);
      expect(edge.root()).toEqual(root(size));
      edge.append(leaves[size] ?? emptyRoot());
      expect(edge.root()).toEqual(root(size + 1));
      for (const { count } of edgesOf(size)) expect(count).toBeLessThan(FAN);
    }
  });

  it('carries over several levels at once', () => {
    const edge = Frontier.of(0, lookup);
    const many = Array.from({ length: 4096 }, (_, index) => leafHash(Buffer.from(String(index))));
    const last = many.map((leaf) => edge.append(leaf)).at(-1);
    expect(last?.map(({ level, index }) => [level, index])).toEqual([
      [4, 255],
      [8, 15],
      [12, 0],
    ]);
    expect(last?.at(-1)?.hash).toEqual(treeHash(many));
    expect(edge.root()).toEqual(treeHash(many));
  });
});

describe('subtrees', () => {
  it('cover a range without gap or overlap, none larger than it must be', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(100_000), (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        let at = from;
        for (const { level, index } of completeSubtrees({ from, to }))
          at = index * 2 ** level === at ? at + 2 ** level : -1;
        expect(at).toBe(to);
      }),
    );
  });
});

describe('inclusion proofs', () => {
  it('hold for every leaf of every tree', () => {
    const refuted = [];
    for (let size = 1; size <= SIZES; size++)
      for (let index = 0; index < size; index++)
        if (refuteInclusion(inclusion(index, size)) !== null) refuted.push([index, size]);
    expect(refuted).toEqual([]);
  });

  const sound = inclusion(5, 7);
  it.each<[string, Partial<InclusionProof>, string]>([
    ['a short leaf hash', { leafHash: Buffer.alloc(31) }, 'leaf hash has 31 bytes'],
    ['no leaf hash', { leafHash: Buffer.alloc(0) }, 'leaf hash has 0 bytes'],
    ['no root', { root: Buffer.alloc(0) }, 'root has 0 bytes'],
    ['another leaf', { leafHash: leafHash(Buffer.from('x')) }, 'another root'],
    ['another root', { root: root(6) }, 'another root'],
    ['a size too large', { treeSize: 100n }, 'too few'],
    ['a size too small', { treeSize: 6n }, 'too many'],
    ['an index out of the tree', { leafIndex: 7n }, 'not in a tree of size 7'],
    ['the largest index there is', { leafIndex: 2n ** 64n - 1n }, 'not in a tree'],
    ['the empty tree', { leafIndex: 0n, treeSize: 0n, proof: [] }, 'not in a tree of size 0'],
    ['another index', { leafIndex: 4n }, 'another root'],
    ['a hash too many at the end', { proof: [...sound.proof, root(3)] }, 'too many'],
    ['a hash too many at the start', { proof: [root(3), ...sound.proof] }, 'too many'],
    ['a hash too few', { proof: sound.proof.slice(0, -1) }, 'too few'],
    ['no hashes', { proof: [] }, 'too few'],
    ['a hash of another length', { proof: [...sound.proof.slice(0, -1), Buffer.alloc(33)] }, '33 bytes'],
  ])('refuse %s', (_, change, reason) => {
    expect(refuteInclusion(sound)).toBeNull();
    expect(refuteInclusion({ ...sound, ...change })).toContain(reason);
  });

  it('refuse whatever is changed by one bit', () => {
    const place = fc.record({ size: fc.integer({ min: 2, max: SIZES }), pick: fc.nat(), bit: fc.nat(255) });
    fc.assert(
      fc.property(place, ({ size, pick, bit }) => {
        const given = inclusion(pick % size, size);
        const parts = [given.leafHash, given.root, ...given.proof];
        const flipped = parts.map((hash, index) => (index === pick % parts.length ? flip(hash, bit) : hash));
        const [hash = emptyRoot(), top = emptyRoot(), ...proof] = flipped;
        expect(refuteInclusion({ ...given, leafHash: hash, root: top, proof })).not.toBeNull();
      }),
    );
  });

  it('hold for no other index of the tree', () => {
    for (let index = 0; index < 21; index++)
      for (let other = 0; other < 21; other++)
        if (other !== index)
          expect(refuteInclusion({ ...inclusion(index, 21), leafIndex: BigInt(other) })).not.toBeNull();
  });
});

describe('consistency proofs', () => {
  it('hold between any two sizes', () => {
    const refuted = [];
    for (let size2 = 1; size2 <= SIZES; size2++)
      for (let size1 = 1; size1 <= size2; size1++)
        if (refuteConsistency(consistency(size1, size2)) !== null) refuted.push([size1, size2]);
    expect(refuted).toEqual([]);
  });

  const sound = consistency(6, 11);
  const anything = Buffer.from('not a hash');
  it.each<[string, Partial<ConsistencyProof>, string]>([
    ['sizes the wrong way round', { size1: 11n, size2: 6n }, 'not before'],
    ['another first size', { size1: 5n }, 'proof'],
    ['another second size', { size2: 22n }, 'too few'],
    ['another first root', { root1: root(5) }, 'first root'],
    ['another second root', { root2: root(10) }, 'second root'],
    ['swapped roots', { root1: sound.root2, root2: sound.root1 }, 'first root'],
    ['a root of another length', { root1: Buffer.alloc(3) }, 'root 1 has 3 bytes'],
    ['an empty proof', { proof: [] }, 'empty'],
    ['a hash too many at the end', { proof: [...sound.proof, root(1)] }, 'too many'],
    ['a hash too many at the start', { proof: [root(1), ...sound.proof] }, 'too many'],
    ['a hash too few', { proof: sound.proof.slice(0, -1) }, 'too few'],
    ['the empty tree as the first', { size1: 0n, root1: emptyRoot(), proof: [] }, 'nothing to prove'],
    ['the empty tree with a proof', { size1: 0n, root1: emptyRoot() }, 'nothing to prove'],
    ['one size and two roots', { size1: 11n, proof: [] }, 'roots differ'],
    ['one size and a proof', { size1: 11n, root1: sound.root2 }, 'has hashes'],
    ['no leaves and two roots', { size1: 0n, size2: 0n, proof: [] }, 'roots differ'],
    ['no leaves and a proof', { size1: 0n, size2: 0n, root1: anything, root2: anything }, 'has hashes'],
  ])('refuse %s', (_, change, reason) => {
    expect(refuteConsistency(sound)).toBeNull();
    expect(refuteConsistency({ ...sound, ...change })).toContain(reason);
  });

  it.each([0n, 1n, 2n ** 64n - 1n])('need no hash when both trees have %p leaves and one root', (size) => {
    const same = { size1: size, size2: size, root1: anything, root2: anything, proof: [] };
    expect(refuteConsistency(same)).toBeNull();
  });

  it('refuse whatever is changed by one bit', () => {
    const place = fc.record({ a: fc.integer({ min: 1, max: SIZES }), b: fc.integer({ min: 1, max: SIZES }) });
    fc.assert(
      fc.property(place, fc.nat(), fc.nat(255), ({ a, b }, pick, bit) => {
        fc.pre(a !== b);
        const given = consistency(Math.min(a, b), Math.max(a, b));
        const parts = [given.root1, given.root2, ...given.proof];
        const flipped = parts.map((hash, index) => (index === pick % parts.length ? flip(hash, bit) : hash));
        const [root1 = emptyRoot(), root2 = emptyRoot(), ...proof] = flipped;
        expect(refuteConsistency({ ...given, root1, root2, proof })).not.toBeNull();
      }),
    );
  });
});

function flip(hash: Buffer, bit: number): Buffer {
  const copy = Buffer.from(hash);
  const byte = Math.floor(bit / 8);
  copy[byte] = (copy[byte] ?? 0) ^ (1 << (bit % 8));
  return copy;
}
