// The rest of an upload in chunks of one transaction each. The next chunk is read while the database works on the one
// before it, so no more than two are in memory, however long the files are.
import type { Candidate } from '../../domain/intake';

/** What a chunk makes is garbage when the next begins; of larger ones more lives long enough to be kept for long. */
const ROWS = 1000;

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
    if (candidates.length >= ROWS) {
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
