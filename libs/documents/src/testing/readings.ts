// Runs the table reader over bytes, in pieces of any size, as the specs of tables do.
import type { Reading } from '../domain/reading';
import { readTable, type ReadTableOptions } from '../readers/table/read-table';

export async function* inPiecesOf(bytes: Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export async function readingsOf(
  table: Uint8Array | string,
  options: ReadTableOptions & { readonly pieces?: number } = {},
): Promise<Reading[]> {
  const bytes = typeof table === 'string' ? Buffer.from(table) : table;
  const readings: Reading[] = [];
  for await (const reading of readTable(inPiecesOf(bytes, options.pieces), options)) readings.push(reading);
  return readings;
}

/** All rules that any reading names. */
export const rulesIn = (readings: readonly Reading[]): string[] =>
  readings.flatMap(({ reasons }) => reasons.map(({ rule }) => rule));
