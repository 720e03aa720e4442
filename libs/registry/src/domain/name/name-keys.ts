// Under which keys a name is stored, and which keys a search looks up. Pigeonhole: a core that forgives k slips is
// cut into k + 1 parts, so k slips leave one part as it was, moved by no more than the slips allow. Nothing rests on
// the first letter, and no key depends on the locale of the database.
import type { NameProfile } from './name-profile';
import { isHan } from './name-tokens';
import { type Script, scriptOf, tolerance, toleranceOf } from './tolerance';

export interface NameKey {
  /** A hash of 53 bits: two texts that share one only cost a comparison. */
  readonly key: number;
  /** For a part: which characters the core has, 62 bits, as a decimal; null where the key itself tells enough. */
  readonly sketch: string | null;
}
export interface NameProbe {
  readonly keys: readonly number[];
  /** One for each core. A part cannot be of a similar name when its sketch differs from each by more bits than `flips`. */
  readonly sketches: readonly { readonly sketch: string; readonly flips: number }[];
}

/** The keys of a name, each once. */
export function nameKeys(profile: NameProfile): NameKey[] {
  const keys = new Map<number, string | null>();
  for (const core of profile.cores) {
    const letters = Array.from(core);
    const sketch = sketchOf(letters);
    for (const [index, { from, to }] of spans(scriptOf(core), letters.length).entries())
      keys.set(hash(partText(scriptOf(core), letters.length, index, letters.slice(from, to))), sketch);
  }
  for (const text of wholes(profile, isHan(profile.cores[0]))) keys.set(hash(text), null);
  return [...keys].map(([key, sketch]) => ({ key, sketch }));
}

/** What to look up for names like this one, and for those that just miss. */
export function nameProbe(profile: NameProfile): NameProbe {
  const { cores } = profile;
  const texts = new Set([...wholes(profile, true), ...cores.flatMap((core) => [...partProbes(core)])]);
  return {
    keys: [...texts].map(hash),
    sketches: cores.map((core) => ({
      sketch: sketchOf(Array.from(core)),
      flips: 2 * (toleranceOf(core) + 1),
    })),
  };
}

/** What must be the same as a whole: the core with or without the place, its sound, its words. */
function wholes({ cores, bare, sound, words }: NameProfile, spoken: boolean): string[] {
  return [
    ...cores.map((core) => `c|${core}`),
    ...(bare === null ? [] : [`c|${bare}`]),
    ...(spoken ? [`s|${sound}`] : []),
    ...(words === null ? [] : [`w|${words}`]),
  ];
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Where a core of this length is cut; no parts where nothing is forgiven. */
function spans(script: Script, length: number): Span[] {
  const slips = tolerance(script, length);
  if (slips === 0) return [];
  const cut = (index: number) => Math.floor((index * length) / (slips + 1));
  return Array.from({ length: slips + 1 }, (_, index) => ({ from: cut(index), to: cut(index + 1) }));
}

const partText = (script: Script, length: number, index: number, letters: readonly string[]) =>
  `p|${script}|${length}|${index}|${letters.join('')}`;

/** The parts that stored cores of similar length would have, were they this core with a few slips. */
function* partProbes(core: string): Generator<string> {
  const letters = Array.from(core);
  const script = scriptOf(core);
  const most = toleranceOf(core);
  for (let length = letters.length - most; length <= letters.length + most; length++) {
    const slips = tolerance(script, length);
    const longer = letters.length - length;
    for (const [index, span] of spans(script, length).entries())
      for (let moved = -Math.floor((slips - longer) / 2); moved <= Math.floor((slips + longer) / 2); moved++)
        for (const piece of pieces(letters, span.from + moved, span.to + moved))
          yield partText(script, length, index, piece);
  }
}

/** The letters from here to there; and so with a neighbour over either edge exchanged, which would cut through. */
function pieces(letters: readonly string[], from: number, to: number): string[][] {
  if (from < 0 || to > letters.length) return [];
  const piece = letters.slice(from, to);
  const [before, after] = [letters[from - 1], letters[to]];
  return [
    piece,
    ...(before === undefined ? [] : [[before, ...piece.slice(1)]]),
    ...(after === undefined ? [] : [[...piece.slice(0, -1), after]]),
  ];
}

const LATIN_A = 97;
const ALPHABET = 26;
const BITS = 62;

/**
 * One bit for each letter and one more for its second occurrence, so that a slip changes two bits at most; other
 * characters share the bits.
 */
function sketchOf(letters: readonly string[]): string {
  let bits = 0n;
  const seen = new Set<number>();
  for (const letter of letters) {
    const code = letter.codePointAt(0) ?? 0;
    const place = code - LATIN_A;
    const isLetter = place >= 0 && place < ALPHABET;
    const bit = isLetter ? place + (seen.has(place) ? ALPHABET : 0) : code % BITS;
    if (isLetter) seen.add(place);
    bits |= 1n << BigInt(bit);
  }
  return bits.toString();
}

/** Two lanes of 32 bits, mixed as MurmurHash does; 53 bits remain, which PostgreSQL and JavaScript both hold exactly. */
export function hash(text: string): number {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return 4_294_967_296 * (2_097_151 & low) + (high >>> 0);
}
