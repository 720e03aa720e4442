// Millions of invented names, no two of which are one to the register, without keeping them: which were made already is
// remembered by three bits of a large field, so now and then a new name is taken for an old one and passed over.
import { nameKey } from '#registry';
import { chineseName, latinName } from './name-maker';

const BITS = 2 ** 29;
const PROBES = 3;

/** Every second one Chinese. */
export function* distinctNames(count: number, random: () => number): Generator<string> {
  const field = new Uint8Array(BITS / 8);
  for (let made = 0; made < count;) {
    const name = made % 2 === 0 ? chineseName(random) : latinName(random);
    if (!mark(field, nameKey(name))) continue;
    made++;
    yield name;
  }
}

/** True when it was certainly not marked before. */
function mark(field: Uint8Array, key: string): boolean {
  let fresh = false;
  for (let probe = 0; probe < PROBES; probe++) {
    const bit = fnv(key, probe) % BITS;
    const [place, mask] = [Math.floor(bit / 8), 1 << (bit % 8)];
    if (((field[place] ?? 0) & mask) === 0) fresh = true;
    field[place] = (field[place] ?? 0) | mask;
  }
  return fresh;
}

/** FNV-1a of 32 bits, another one for each seed. */
function fnv(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ Math.imul(seed + 1, 0x9e3779b1);
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> 0;
}
