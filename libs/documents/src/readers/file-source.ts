// A file on disk as a source: text is read piece by piece, everything else as a whole.
import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';

const START = 65_536;

/** In bytes. */
export async function sizeOf(path: string): Promise<number> {
  return (await stat(path)).size;
}

/** Enough to tell what the file is. */
export async function startOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(START), 0, START, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

export async function bytesOf(path: string): Promise<Uint8Array> {
  return readFile(path);
}

/** @param onRead is told how many bytes each piece has */
export async function* piecesOf(path: string, onRead?: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for await (const piece of createReadStream(path, { highWaterMark: START }) as AsyncIterable<Uint8Array>) {
    onRead?.(piece.length);
    yield piece;
  }
}
