// Which few of some values sum to a target? The largest come first, so that a branch ends as soon as what may still be
// added is too little, and the search misses nothing.

/**
 * Positions of values that sum to the target and are accepted; null when there are none.
 * @param values whole and positive; all of them together are a safe integer
 */
export function fewPartsOf(
  values: readonly number[],
  target: number,
  mostParts: number,
  accept: (positions: readonly number[]) => boolean,
): readonly number[] | null {
  const falling = values.map((value, position) => ({ value, position })).sort((a, b) => b.value - a.value);
  const chosen: number[] = [];

  const search = (from: number, missing: number, partsLeft: number): boolean => {
    for (let at = from; at < falling.length; at += 1) {
      const { value = 0, position = 0 } = falling[at] ?? {};
      if (value > missing) continue;
      if (value * partsLeft < missing) return false;
      chosen.push(position);
      if (value === missing ? accept(chosen) : search(at + 1, missing - value, partsLeft - 1)) return true;
      chosen.pop();
    }
    return false;
  };
  return search(0, target, mostParts) ? chosen : null;
}
