// Checkpoints as C2SP tlog-checkpoint has them: the log's name, size and root, signed. Two extension lines of ours
// tie a checkpoint to the one before it and to its time, so that none can be taken away or backdated unnoticed.
import { HASH_BYTES } from './merkle';
import { openNote, signNote, type Signer, type Verifier } from './note';

export interface Checkpoint {
  /** The log's name, which is also its key's. */
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
  /** Size of the checkpoint before; 0 for the first. */
  readonly previous: number;
  /** RFC 3339, UTC, milliseconds. */
  readonly at: string;
}

const SIZE = '(0|[1-9]\\d{0,15})';
const TEXT = new RegExp(
  `^(?<origin>[^\\n]+)\\n(?<size>${SIZE})\\n(?<root>[A-Za-z0-9+/]{43}=)\\nprevious (?<previous>${SIZE})\\n` +
    'time (?<at>\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z)\\n$',
  'u',
);

export const checkpointText = ({ origin, size, root, previous, at }: Checkpoint): string =>
  `${origin}\n${size}\n${root.toString('base64')}\nprevious ${previous}\ntime ${at}\n`;

export const signCheckpoint = (checkpoint: Omit<Checkpoint, 'origin'>, signer: Signer): string =>
  signNote(checkpointText({ ...checkpoint, origin: signer.name }), signer);

/**
 * Null when the note is not signed by this key, nor by a former one while it was the log's, or is not a checkpoint of
 * its log.
 */
export function openCheckpoint(note: string, verifier: Verifier): Checkpoint | null {
  const opened = openSigned(note, verifier);
  if (opened) return opened;
  for (const { verifier: former, until } of verifier.former ?? []) {
    const earlier = openSigned(note, former);
    if (earlier && earlier.size <= until) return earlier;
  }
  return null;
}

function openSigned(note: string, verifier: Verifier): Checkpoint | null {
  const parts = TEXT.exec(openNote(note, verifier) ?? '')?.groups;
  if (!parts) return null;
  const { origin = '', size, root = '', previous, at = '' } = parts;
  const checkpoint = {
    origin,
    size: Number(size),
    root: Buffer.from(root, 'base64'),
    previous: Number(previous),
    at,
  };
  const sound = origin === verifier.name && checkpoint.root.length === HASH_BYTES;
  return sound && checkpoint.previous < checkpoint.size ? checkpoint : null;
}
