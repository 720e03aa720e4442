// How many slips a name may have and still be found: enough for a slip of the finger, too few to turn one firm into
// another. A name of two characters is found by its sound and its letters only.
import { isHan } from './name-tokens';

/** A script class, because a Chinese character carries as much as three letters. */
export type Script = 'h' | 'l';
export const scriptOf = (core: string): Script => (isHan(core) ? 'h' : 'l');

/** From these lengths on; shorter parts than these leave would be shared by too many names to look through. */
const STEPS: Readonly<Record<Script, readonly [one: number, two: number]>> = { h: [3, 9], l: [4, 12] };

/** Slips that are forgiven in a core of this many characters: 0, 1 or 2. */
export function tolerance(script: Script, length: number): number {
  const [one, two] = STEPS[script];
  return length >= two ? 2 : length >= one ? 1 : 0;
}

export const toleranceOf = (core: string): number => tolerance(scriptOf(core), Array.from(core).length);
