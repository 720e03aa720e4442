// Large lists go to the database in pieces that keep one statement's parameters small.
const CHUNK = 5000;

export function* chunksOf<Item>(items: readonly Item[], size = CHUNK): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
