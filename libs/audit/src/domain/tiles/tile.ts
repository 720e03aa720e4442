// The log in tiles, as C2SP tlog-tiles has them: files of 256 hashes or entries under fixed names, which never change
// once they are full, so that any web server or cache can serve a log and any client of that standard can read it.
import { invariant } from '#kernel';
import { HASH_BYTES } from '../merkle';
import { type Lookup, type NodeKey, perfectRoot } from '../tree';

export const TILE_HEIGHT = 8;
export const TILE_WIDTH = 2 ** TILE_HEIGHT;
/** A log of 2^53 leaves has no tile above. */
const MOST_LEVELS = 7;
const LENGTH_BYTES = 2;
export const MOST_ENTRY_BYTES = 0xffff;

export interface TileKey {
  /** Hashes are roots over 256^level leaves; entries are the leaves themselves. */
  readonly level: number | 'entries';
  readonly index: number;
  /** Hashes or entries in it; 256 when it is full. */
  readonly width: number;
}

const PATH =
  /^(?<level>0|[1-9]\d?|entries)\/(?<index>(?:x\d{3}\/){0,4}\d{3})(?:\.p\/(?<width>[1-9]\d{0,2}))?$/u;

/** After `tile/`: level, index in groups of three digits, and the width of a tile that is not full. */
export function tilePath({ level, index, width }: TileKey): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/gu) ?? [];
  const named = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
  return `${level}/${named}${width === TILE_WIDTH ? '' : `.p/${width}`}`;
}

/** Null when no tile has that name: every tile has one name only. */
export function readTilePath(path: string): TileKey | null {
  const { level, index = '', width } = PATH.exec(path)?.groups ?? {};
  if (level === undefined) return null;
  const key: TileKey = {
    level: level === 'entries' ? level : Number(level),
    index: Number(index.replaceAll(/[x/]/gu, '')),
    width: width === undefined ? TILE_WIDTH : Number(width),
  };
  return isSound(key) && tilePath(key) === path ? key : null;
}

const isSound = ({ level, index, width }: TileKey): boolean =>
  (level === 'entries' || level < MOST_LEVELS) &&
  Number.isSafeInteger(index * TILE_WIDTH) &&
  width <= TILE_WIDTH;

/** How many hashes a log of that size has on a level of tiles. */
const onLevel = (level: TileKey['level'], size: number): number =>
  level === 'entries' ? size : Math.floor(size / TILE_WIDTH ** level);

/** The tile as a log of that size has it; null when it has none there. */
export function tileAt(level: TileKey['level'], index: number, size: number): TileKey | null {
  const width = Math.min(TILE_WIDTH, onLevel(level, size) - index * TILE_WIDTH);
  return width > 0 ? { level, index, width } : null;
}

export const isTileOf = ({ level, index, width }: TileKey, size: number): boolean =>
  width >= 1 && index * TILE_WIDTH + width <= onLevel(level, size);

/** Where a hash of the tree lies: so many hashes of one tile make it. */
function placeOf({ level, index }: NodeKey) {
  const count = 2 ** (level % TILE_HEIGHT);
  const first = index * count;
  return {
    level: Math.floor(level / TILE_HEIGHT),
    index: Math.floor(first / TILE_WIDTH),
    offset: first % TILE_WIDTH,
    count,
  };
}

/** The tiles of a log of that size that hold these hashes, each once. */
export function tilesOf(keys: readonly NodeKey[], size: number): TileKey[] {
  const tiles = new Map<string, TileKey>();
  for (const key of keys) {
    const { level, index } = placeOf(key);
    const tile = tileAt(level, index, size);
    invariant(tile, 'the log has the hash');
    tiles.set(tilePath(tile), tile);
  }
  return [...tiles.values()];
}

/** @param tiles what the tiles hold, by their path */
export function lookupIn(tiles: ReadonlyMap<string, Buffer>, size: number): Lookup {
  return (level, index) => {
    const place = placeOf({ level, index });
    const tile = tileAt(place.level, place.index, size);
    const bytes = tile ? tiles.get(tilePath(tile)) : undefined;
    invariant(bytes, 'the tile was fetched');
    return perfectRoot(
      Array.from({ length: place.count }, (_, at) => {
        const from = (place.offset + at) * HASH_BYTES;
        return bytes.subarray(from, from + HASH_BYTES);
      }),
    );
  };
}

/** Entries one after the other, each after its length in two bytes. */
export function bundleOf(entries: readonly Buffer[]): Buffer {
  const parts: Buffer[] = [];
  for (const entry of entries) {
    invariant(entry.length <= MOST_ENTRY_BYTES, 'an entry of the log fits its bundle');
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeUInt16BE(entry.length);
    parts.push(length, entry);
  }
  return Buffer.concat(parts);
}

/** Null when the bytes are not such a bundle of so many entries. */
export function readBundle(bytes: Buffer, count: number): Buffer[] | null {
  const entries: Buffer[] = [];
  let at = 0;
  while (entries.length < count) {
    if (at + LENGTH_BYTES > bytes.length) return null;
    const end = at + LENGTH_BYTES + bytes.readUInt16BE(at);
    if (end > bytes.length) return null;
    entries.push(bytes.subarray(at + LENGTH_BYTES, end));
    at = end;
  }
  return at === bytes.length ? entries : null;
}
