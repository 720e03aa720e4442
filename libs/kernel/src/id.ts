// Ids are UUIDv7 (RFC 9562): they sort by the moment they were made, so an index grows at one end only. The 12
// bits of rand_a carry the shard, so that rows can be spread over servers later without changing an id.
import { wallMillis } from './clock';
import { invariant } from './errors';

declare const brand: unique symbol;
export type Id<Name extends string> = string & { readonly [brand]: Name };

const SHARDS = 4096;
const ID_PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Random bytes are drawn for many ids at once: each call to the generator costs more than a hundred bytes do. */
const POOL_BYTES = 4096;
const RANDOM_BYTES = 8;
const pool = new Uint8Array(POOL_BYTES);
let used = POOL_BYTES;

function randomBytes(): Uint8Array {
  if (used === POOL_BYTES) {
    globalThis.crypto.getRandomValues(pool);
    used = 0;
  }
  used += RANDOM_BYTES;
  return pool.subarray(used - RANDOM_BYTES, used);
}

/** A new id with `shard` (0-4095) inside. Ids made within one millisecond are in no particular order. */
export function newId<Name extends string>(shard: number): Id<Name> {
  invariant(Number.isInteger(shard) && shard >= 0 && shard < SHARDS, 'a shard is an integer from 0 to 4095');
  const time = wallMillis().toString(16).padStart(12, '0');
  const random = randomBytes();
  random[0] = 0x80 | ((random[0] ?? 0) & 0x3f);
  let rest = '';
  for (const byte of random) rest += HEX[byte] ?? '';
  const version = `7${shard.toString(16).padStart(3, '0')}`;
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${rest.slice(0, 4)}-${rest.slice(4)}` as Id<Name>;
}

/** True for an id as this project writes it: UUIDv7 in lower case. */
export function isId(text: string): boolean {
  return ID_PATTERN.test(text);
}

/** The shard (0-4095) that an id carries. */
export function shardOf(id: string): number {
  invariant(isId(id), 'only a UUIDv7 carries a shard');
  return Number.parseInt(id.slice(15, 18), 16);
}

/** The shard (0-4095) of a party id or other key: FNV-1a, 32 bits, over its UTF-8 bytes, modulo 4096. */
export function shardFor(key: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(key)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0) % SHARDS;
}
