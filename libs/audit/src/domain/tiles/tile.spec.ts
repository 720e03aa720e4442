import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { leafHash, refuteConsistency } from '../merkle';
import { completeSubtrees, consistencyPath, edgesOf, Frontier, rangeHash, storedRun } from '../tree';
import { bundleOf, isTileOf, lookupIn, readBundle, readTilePath, tileAt, tilePath, tilesOf } from './tile';

const SIZE = 66_000;
const leaves = Array.from({ length: SIZE }, (_, index) => leafHash(Buffer.from(`leaf ${index}`)));

/** A log of that size as its tiles, written as a web server would hold them. */
function tilesOfLog(size: number): Map<string, Buffer> {
  const tiles = new Map<string, Buffer>();
  for (let level = 0, hashes = leaves.slice(0, size); hashes.length > 0; level++) {
    for (let index = 0; index * 256 < hashes.length; index++) {
      const run = hashes.slice(index * 256, (index + 1) * 256);
      tiles.set(tilePath({ level, index, width: run.length }), Buffer.concat(run));
    }
    hashes = Array.from({ length: Math.floor(hashes.length / 256) }, (_, index) =>
      rootOver(hashes.slice(index * 256, (index + 1) * 256)),
    );
  }
  return tiles;
}

function rootOver(hashes: readonly Buffer[]): Buffer {
  const edge = Frontier.of(0, () => Buffer.alloc(0));
  for (const hash of hashes) edge.append(hash);
  return edge.root();
}
const rootOf = (size: number): Buffer => rootOver(leaves.slice(0, size));

describe('the name of a tile', () => {
  it.each([
    [{ level: 0, index: 0, width: 256 }, '0/000'],
    [{ level: 0, index: 1_234_067, width: 256 }, '0/x001/x234/067'],
    [{ level: 1, index: 5, width: 112 }, '1/005.p/112'],
    [{ level: 'entries' as const, index: 1_000, width: 1 }, 'entries/x001/000.p/1'],
  ])('of %j is %s', (key, path) => {
    expect(tilePath(key)).toBe(path);
    expect(readTilePath(path)).toEqual(key);
  });

  it.each([
    '',
    '0',
    '0/0',
    '0/0000',
    '0/x000/000',
    '00/000',
    '0/001/234',
    '0/x001',
    '7/000',
    '63/000',
    '0/000.p/0',
    '0/000.p/01',
    '0/000.p/256',
    '0/000.p/257',
    'data/000',
    '../checkpoint',
    '0/x999/x999/x999/x999/999',
  ])('is not %j', (path) => {
    expect(readTilePath(path)).toBeNull();
  });

  it('reads back whatever it names', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(0, 1, 6, 'entries' as const),
        fc.integer({ min: 0, max: 2 ** 40 }),
        fc.integer({ min: 1, max: 256 }),
        (level, index, width) => {
          expect(readTilePath(tilePath({ level, index, width }))).toEqual({ level, index, width });
        },
      ),
    );
  });
});

describe('tiles of a log', () => {
  it('are those that its size has', () => {
    expect(tileAt(0, 257, SIZE)).toEqual({ level: 0, index: 257, width: 208 });
    expect(tileAt(0, 258, SIZE)).toBeNull();
    expect(tileAt(2, 0, SIZE)).toEqual({ level: 2, index: 0, width: 1 });
    expect(tileAt(3, 0, SIZE)).toBeNull();
    expect(isTileOf({ level: 0, index: 257, width: 208 }, SIZE)).toBe(true);
    expect(isTileOf({ level: 0, index: 257, width: 209 }, SIZE)).toBe(false);
  });

  it.each([
    [1, 2],
    [255, 256],
    [256, 257],
    [4_095, 5_000],
    [300, SIZE],
  ])('prove that the tree of %i is the start of that of %i', (size1, size2) => {
    const path = consistencyPath(size1, size2);
    const keys = path.flatMap(completeSubtrees);
    const stored = keys.map(storedRun);
    const all = tilesOfLog(size2);
    const fetched = new Map(
      tilesOf([...keys, ...stored], size2).map((tile) => [
        tilePath(tile),
        all.get(tilePath(tile)) ?? Buffer.alloc(0),
      ]),
    );
    const proof = path.map((range) => rangeHash(range, lookupIn(fetched, size2)));
    const given = { size1: BigInt(size1), size2: BigInt(size2), proof };
    expect(refuteConsistency({ ...given, root1: rootOf(size1), root2: rootOf(size2) })).toBeNull();
    const other = createHash('sha256').digest();
    expect(refuteConsistency({ ...given, root1: other, root2: rootOf(size2) })).not.toBeNull();
  });

  it('give the right edge from which the log is continued', () => {
    for (const size of [1, 255, 256, 4_097, SIZE]) {
      const keys = edgesOf(size).flatMap(({ level, index, count }) =>
        Array.from({ length: count }, (_, at) => ({ level, index: index + at })),
      );
      const all = tilesOfLog(size);
      expect(tilesOf(keys, size).every((tile) => all.has(tilePath(tile)))).toBe(true);
      expect(Frontier.of(size, lookupIn(all, size)).root()).toEqual(rootOf(size));
    }
  });
});

describe('a bundle of entries', () => {
  it('holds them as they are', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 20 }), (given) => {
        const entries = given.map((entry) => Buffer.from(entry));
        expect(readBundle(bundleOf(entries), entries.length)).toEqual(entries);
        expect(readBundle(bundleOf(entries), entries.length + 1)).toBeNull();
        if (entries.length > 0) expect(readBundle(bundleOf(entries), entries.length - 1)).toBeNull();
      }),
    );
  });

  it('is refused when it is cut', () => {
    const bundle = bundleOf([Buffer.from('one'), Buffer.from('two')]);
    for (let length = 0; length < bundle.length; length++)
      expect(readBundle(bundle.subarray(0, length), 2)).toBeNull();
  });
});
