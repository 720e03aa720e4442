// The harmless signature by which virus scanners are tested: a file that carries it is refused wherever it is found,
// which shows that contents are looked into before they are read. Put together here, or scanners would take this file.
import { errors } from '../domain/errors';

export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE', '!$H+H*'].join(
  '',
);
const ENCODINGS = [Buffer.from(EICAR, 'latin1'), Buffer.from(EICAR, 'utf16le')];

/** @throws documents.eicar */
export function refuseEicar(bytes: Uint8Array): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (ENCODINGS.some((signature) => buffer.includes(signature))) throw errors.eicar();
}

/** The same pieces, watched as they pass, also where the signature lies across two of them. */
export async function* withoutEicar(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let before = Buffer.alloc(0);
  for await (const piece of pieces) {
    const seen = Buffer.concat([before, piece]);
    refuseEicar(seen);
    before = seen.subarray(-2 * EICAR.length);
    yield piece;
  }
}
