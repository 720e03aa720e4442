// How the log changes its key: a note signed by the old and the new one, saying from which size on the new one signs.
// Whoever trusts either key comes to trust the other, the old one only for what it signed before.
import {
  type FormerKey,
  openNote,
  readVerifier,
  signNote,
  type Signer,
  type Verifier,
  verifierLine,
} from '../note';

export interface KeyChange {
  readonly from: Verifier;
  readonly to: Verifier;
  /** The last size that the old key signs. */
  readonly size: number;
  /** RFC 3339, UTC, milliseconds. */
  readonly at: string;
}

/** The second line is not a number, so that no such note passes for a checkpoint. */
const TEXT =
  /^(?<origin>[^\n]+)\nkey change\nfrom (?<from>[^\n]+)\nto (?<to>[^\n]+)\nsize (?<size>0|[1-9]\d{0,15})\ntime (?<at>\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)\n$/u;

/** @param from the key that signs until now; both have the log's name */
export function signKeyChange(from: Signer, to: Signer, size: number, at: string): string {
  const lines = [from.name, 'key change', `from ${verifierLine(from)}`, `to ${verifierLine(to)}`];
  const text = `${lines.join('\n')}\nsize ${size}\ntime ${at}\n`;
  return `${signNote(text, from)}${signNote(text, to).slice(text.length + 1)}`;
}

/** Null unless both keys that it names signed it. */
export function openKeyChange(note: string): KeyChange | null {
  const parts = TEXT.exec(note.slice(0, note.lastIndexOf('\n\n') + 1))?.groups;
  if (!parts) return null;
  const { origin, from: fromLine = '', to: toLine = '', size, at = '' } = parts;
  const [from, to] = [readVerifier(fromLine), readVerifier(toLine)];
  if (!from || !to || from.id === to.id) return null;
  const sound = [from, to].every((key) => key.name === origin && openNote(note, key) !== null);
  return sound ? { from, to, size: Number(size), at } : null;
}

/**
 * The key that signs now, with those before it, as far as these changes lead from the one that is trusted.
 * @param notes in the order of the changes
 * @returns null when they make no chain that holds the trusted key
 */
export function followKeys(trusted: Verifier, notes: readonly string[]): Verifier | null {
  const former: FormerKey[] = [];
  let current: Verifier | null = null;
  let [size, isKnown] = [0, false];
  for (const note of notes) {
    const change = openKeyChange(note);
    if (!change || change.size < size || (current !== null && current.id !== change.from.id)) return null;
    isKnown ||= isSame(change.from, trusted) || isSame(change.to, trusted);
    former.push({ verifier: change.from, until: change.size });
    [current, size] = [change.to, change.size];
  }
  if (!current) return trusted;
  return isKnown ? { ...current, former } : null;
}

const isSame = (one: Verifier, other: Verifier) => verifierLine(one) === verifierLine(other);
