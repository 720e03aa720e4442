// Cosignatures of witnesses on a checkpoint, as C2SP tlog-cosignature has them (ed25519): that at a given time the
// witness had seen no other tree of the log than one that this one continues.
import { sign, verify } from 'node:crypto';
import { noteParts, signaturesBy, type Signer, type Verifier } from '../note';

const ID_BYTES = 4;
const TIME_BYTES = 8;
const LATEST = 253_402_300_799n;

export interface Cosignature {
  /** Id of the witness's key, eight hexadecimal digits. */
  readonly witnessId: string;
  /** Seconds since 1970, by the witness's clock. */
  readonly seconds: number;
  /** The signature line as it stands in the note, without its line break. */
  readonly line: string;
}

const cosigned = (text: string, seconds: bigint): Buffer =>
  Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`);

/** @param text of the checkpoint, ending with a line break */
export function cosign(text: string, witness: Signer, seconds: number): string {
  const time = Buffer.alloc(TIME_BYTES);
  time.writeBigUInt64BE(BigInt(seconds));
  const signature = sign(null, cosigned(text, BigInt(seconds)), witness.privateKey);
  const encoded = Buffer.concat([Buffer.from(witness.id, 'hex'), time, signature]).toString('base64');
  return `— ${witness.name} ${encoded}\n`;
}

/** Who stated it, and when, by the line itself; null when it is none. Whether it holds is another question. */
export function statedBy(line: string): Pick<Cosignature, 'witnessId' | 'seconds'> | null {
  const bytes = Buffer.from(/^— \S+ ([A-Za-z0-9+/]+={0,2})$/u.exec(line)?.[1] ?? '', 'base64');
  if (bytes.length <= ID_BYTES + TIME_BYTES) return null;
  const seconds = bytes.readBigUInt64BE(ID_BYTES);
  if (seconds > LATEST) return null;
  return { witnessId: bytes.subarray(0, ID_BYTES).toString('hex'), seconds: Number(seconds) };
}

/** The newest cosignature on this note that holds, of each of these witnesses; all other lines are passed over. */
export function cosignaturesOn(note: string, witnesses: readonly Verifier[]): Cosignature[] {
  const parts = noteParts(note);
  if (!parts) return [];
  return witnesses.flatMap((witness) => {
    const all = signaturesBy(parts, witness).flatMap(({ line, signature }) => {
      if (signature.length <= TIME_BYTES) return [];
      const seconds = signature.readBigUInt64BE();
      const holds =
        seconds <= LATEST &&
        verify(null, cosigned(parts.text, seconds), witness.key, signature.subarray(TIME_BYTES));
      return holds ? [{ witnessId: witness.id, seconds: Number(seconds), line }] : [];
    });
    return all.sort((one, other) => other.seconds - one.seconds).slice(0, 1);
  });
}

/** The note with these lines below those that it has. */
export const withCosignatures = (note: string, lines: readonly string[]): string =>
  [note, ...lines.map((line) => `${line}\n`)].join('');
