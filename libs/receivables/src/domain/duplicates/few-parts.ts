// Which few of some values sum to a target? The largest come first, so that a branch ends as soon as what may still be
// added is too little; the last two are looked for from both ends at once. The search misses nothing.

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
  const order = values.map((_, position) => position).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
  return (
    fewFalling(
      order.map((position) => values[position] ?? 0),
      { target, mostParts, accept: (places) => accept(places.map((place) => order[place] ?? 0)) },
    )?.map((place) => order[place] ?? 0) ?? null
  );
}

interface Wanted {
  readonly target: number;
  readonly mostParts: number;
  /** Told places that sum to the target. */
  readonly accept: (places: readonly number[]) => boolean;
}

/** The same of values that fall. */
export function fewFalling(
  falling: readonly number[],
  { target, mostParts, accept }: Wanted,
): readonly number[] | null {
  const chosen: number[] = [];
  const isTaken = (...places: readonly number[]): boolean => {
    chosen.push(...places);
    if (accept(chosen)) return true;
    chosen.length -= places.length;
    return false;
  };
  const pair = (from: number, missing: number): boolean => {
    let [first, last] = [from, falling.length - 1];
    while (first < last) {
      const sum = (falling[first] ?? 0) + (falling[last] ?? 0);
      if (sum < missing) last -= 1;
      else if (sum > missing) first += 1;
      else {
        // Of equal values each is tried, for one may be accepted where another is not.
        const alike = falling.findIndex((value, at) => at > first && value === falling[last]);
        for (let other = alike; other <= last; other += 1) if (isTaken(first, other)) return true;
        first += 1;
      }
    }
    return false;
  };
  const search = (from: number, missing: number, partsLeft: number): boolean => {
    for (let at = from; at < falling.length; at += 1) {
      const value = falling[at] ?? 0;
      if (value > missing) continue;
      if (value * partsLeft < missing) return false;
      if (value === missing) {
        if (isTaken(at)) return true;
      } else if (partsLeft === 2) return pair(at, missing);
      else if (partsLeft > 2) {
        chosen.push(at);
        if (search(at + 1, missing - value, partsLeft - 1)) return true;
        chosen.pop();
      }
    }
    return false;
  };
  return search(0, target, mostParts) ? chosen : null;
}
