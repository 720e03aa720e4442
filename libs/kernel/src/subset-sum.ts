// Which of several amounts make up another exactly? Bounded: a search that grows too long answers that it does not
// know, rather than that there is none.

export interface Combination {
  /** Positions in the list given, ascending. */
  readonly positions: readonly number[];
  /** No other combination makes the same sum; false also when the search was cut short. */
  readonly unique: boolean;
}

export interface SearchBounds {
  /** How many values a combination may have at most. */
  readonly mostParts?: number;
  /** After so many steps the search is cut short. */
  readonly mostSteps?: number;
}

const MOST_STEPS = 20_000;

/** The first combination of positive values that sums to `target`, trying earlier values first; null when none was found. */
export function combinationOf(
  values: readonly bigint[],
  target: bigint,
  { mostParts = values.length, mostSteps = MOST_STEPS }: SearchBounds = {},
): Combination | null {
  const left = suffixSums(values);
  const chosen: number[] = [];
  const found: number[][] = [];
  let steps = 0;

  const search = (from: number, missing: bigint): void => {
    steps += 1;
    if (missing === 0n) {
      found.push([...chosen]);
      return;
    }
    if (chosen.length === mostParts) return;
    for (let position = from; position < values.length; position += 1) {
      if (found.length > 1 || steps > mostSteps || (left[position] ?? 0n) < missing) return;
      const value = values[position] ?? 0n;
      if (value > missing) continue;
      chosen.push(position);
      search(position + 1, missing - value);
      chosen.pop();
    }
  };
  if (target > 0n) search(0, target);
  const [positions] = found;
  return positions === undefined ? null : { positions, unique: found.length === 1 && steps <= mostSteps };
}

function suffixSums(values: readonly bigint[]): bigint[] {
  const sums = [0n];
  for (const value of [...values].reverse()) sums.push((sums.at(-1) ?? 0n) + value);
  return sums.reverse();
}
