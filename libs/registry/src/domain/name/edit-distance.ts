// How far two texts are apart: letters changed, missing, added, or two neighbours exchanged (optimal string alignment).

/** The number of slips between the two, or `most + 1` when there are more than `most`. */
export function editDistance(one: readonly string[], other: readonly string[], most: number): number {
  const beyond = most + 1;
  if (Math.abs(one.length - other.length) > most) return beyond;
  const [a, b] = withoutCommonEnds(one, other);
  let [before, above]: [number[], number[]] = [
    [],
    Array.from({ length: b.length + 1 }, (_, column) => column),
  ];
  for (let row = 1; row <= a.length; row++) {
    const line = nextLine(a, b, row, before, above);
    if (Math.min(...line) > most) return beyond;
    [before, above] = [above, line];
  }
  return Math.min(above[b.length] ?? beyond, beyond);
}

/** What both begin and end with costs nothing, and is most of two similar names. */
function withoutCommonEnds(
  a: readonly string[],
  b: readonly string[],
): [readonly string[], readonly string[]] {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}

function nextLine(
  a: readonly string[],
  b: readonly string[],
  row: number,
  before: readonly number[],
  above: readonly number[],
): number[] {
  const line = [row];
  for (let column = 1; column <= b.length; column++) {
    const same = a[row - 1] === b[column - 1];
    let least = Math.min(
      (above[column - 1] ?? 0) + (same ? 0 : 1),
      (above[column] ?? 0) + 1,
      (line[column - 1] ?? 0) + 1,
    );
    const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
    if (swapped) least = Math.min(least, (before[column - 2] ?? 0) + 1);
    line.push(least);
  }
  return line;
}
