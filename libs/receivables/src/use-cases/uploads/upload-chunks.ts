// The rest of an upload in chunks of one transaction each. The next chunk is read while the database works on the one
// before it, so no more than two are in memory, however long the files are.
import type { Candidate } from '../../domain/intake';

/** Rows of the first chunk, after which progress is seen, and of later ones: what each of them costs once counts for less. */
const SMALLEST_CHUNK = 1000;
const LARGEST_CHUNK = 4000;
const chunkAfter = (rowsDone: number): number =>
  Math.min(Math.max(Math.floor(rowsDone / 2), SMALLEST_CHUNK), LARGEST_CHUNK);

export interface UploadChunk {
  readonly candidates: readonly Candidate[];
  /** Of the tables, when its last row had been read. */
  readonly bytes: number;
  /** Nothing follows. */
  readonly isLast: boolean;
}

/** @param rowsDone these come first and are passed over */
export async function* uploadChunks(
  all: AsyncIterable<Candidate>,
  rowsDone: number,
  bytesRead: () => number,
): AsyncGenerator<UploadChunk> {
  let candidates: Candidate[] = [];
  for await (const candidate of all) {
    if (candidate.position <= rowsDone) continue;
    if (candidates.length >= chunkAfter(candidate.position - candidates.length)) {
      yield { candidates, bytes: bytesRead(), isLast: false };
      candidates = [];
    }
    candidates.push(candidate);
  }
  yield { candidates, bytes: bytesRead(), isLast: true };
}

/** One item is on its way while the one before it is worked on. Reading ends where the work does. */
export async function* oneAhead<Item>(items: AsyncGenerator<Item>): AsyncGenerator<Item> {
  let next = items.next();
  try {
    for (let result = await next; result.done !== true; result = await next) {
      next = items.next();
      // Whoever works on this one meets the failure of the next when it asks for it.
      next.catch(() => undefined);
      yield result.value;
    }
  } finally {
    await next.catch(() => undefined);
    await items.return(undefined);
  }
}
