// Signed notes as C2SP signed-note has them: a text, and ed25519 signatures under named keys.
import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** What a key signs: notes of its own, or the checkpoints of a log that it watches (C2SP tlog-cosignature). */
export type KeyKind = 'note' | 'cosignature';
const KIND_BYTE: Readonly<Record<KeyKind, Buffer>> = { note: Buffer.of(1), cosignature: Buffer.of(4) };
const RAW_BYTES = 32;
const ID_BYTES = 4;
/** Of SubjectPublicKeyInfo with an ed25519 key: all before the 32 bytes of the key itself. */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const KEY_NAME = /^[^\s+\p{Cc}]{1,200}$/u;
const SIGNATURE_LINE = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/u;
const MAX_SIGNATURES = 100;
const MOST_KEYS = 1_000;

/** A public key under its name. */
export interface Verifier {
  readonly name: string;
  /** First four bytes of SHA-256 over name and key, hexadecimal. */
  readonly id: string;
  readonly key: KeyObject;
  /** Keys that this one took over from. */
  readonly former?: readonly FormerKey[];
}
export interface FormerKey {
  readonly verifier: Verifier;
  /** The last size of the log that it signed. */
  readonly until: number;
}
export interface Signer extends Verifier {
  readonly privateKey: KeyObject;
}

export const isKeyName = (name: string): boolean => KEY_NAME.test(name);

const rawOf = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' }).subarray(-RAW_BYTES);
const idOf = (name: string, raw: Buffer, kind: KeyKind): string =>
  createHash('sha256')
    .update(`${name}\n`)
    .update(KIND_BYTE[kind])
    .update(raw)
    .digest()
    .subarray(0, ID_BYTES)
    .toString('hex');

function verifierOf(name: string, key: KeyObject, kind: KeyKind): Verifier {
  if (!isKeyName(name)) throw new TypeError('A key name has neither blanks nor "+".');
  if (key.asymmetricKeyType !== 'ed25519') throw new TypeError('The key is not an ed25519 key.');
  return { name, id: idOf(name, rawOf(key), kind), key };
}

/** @throws TypeError when the name cannot name a key, or the PEM holds no ed25519 private key */
export function readSigner(name: string, pem: string, kind: KeyKind = 'note'): Signer {
  const privateKey = createPrivateKey(pem);
  return { ...verifierOf(name, createPublicKey(privateKey), kind), privateKey };
}

/** One line, `name+id+key`: what a verifier needs to hold. */
export const verifierLine = ({ name, id, key }: Verifier, kind: KeyKind = 'note'): string =>
  `${name}+${id}+${Buffer.concat([KIND_BYTE[kind], rawOf(key)]).toString('base64')}`;

/** What `log key` prints: the key that signs now, then one line for each before it, which adds `until SIZE`. */
export const verifierText = (verifier: Verifier): string =>
  [
    verifierLine(verifier),
    ...[...(verifier.former ?? [])]
      .reverse()
      .map((one) => `${verifierLine(one.verifier)} until ${one.until}`),
  ].join('\n');

/** The key of the first line with the former ones of the others. Null when a line is malformed. */
export function readVerifier(text: string): Verifier | null {
  const [first = '', ...rest] = text.trim().split(/\r?\n/u, MOST_KEYS);
  const verifier = readVerifierLine(first);
  const former = rest.map(readFormer);
  if (!verifier || former.length === 0) return verifier;
  const sound = former.filter((one) => one?.verifier.name === verifier.name).filter((one) => one !== null);
  return sound.length === former.length ? { ...verifier, former: sound.reverse() } : null;
}

function readFormer(line: string): FormerKey | null {
  const [, key = '', until] = /^(\S+) until (0|[1-9]\d{0,15})$/u.exec(line) ?? [];
  const verifier = readVerifierLine(key);
  return verifier && until !== undefined ? { verifier, until: Number(until) } : null;
}

/** Null when the text is no such line, its key is for something else, or its id does not fit its key. */
export function readVerifierLine(line: string, kind: KeyKind = 'note'): Verifier | null {
  const [, name = '', id = '', encoded = ''] =
    /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/u.exec(line) ?? [];
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes.length !== 1 + RAW_BYTES || !bytes.subarray(0, 1).equals(KIND_BYTE[kind]) || !isKeyName(name))
    return null;
  const raw = bytes.subarray(1);
  if (idOf(name, raw, kind) !== id) return null;
  const key = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, raw]), format: 'der', type: 'spki' });
  return { name, id, key };
}

/** @param text ends with a line break */
export function signNote(text: string, signer: Signer): string {
  const signature = sign(null, Buffer.from(text), signer.privateKey);
  const encoded = Buffer.concat([Buffer.from(signer.id, 'hex'), signature]).toString('base64');
  return `${text}\n— ${signer.name} ${encoded}\n`;
}

/** The signed text, when one of the signatures is by this key; signatures by other keys are passed over. */
export function openNote(note: string, verifier: Verifier): string | null {
  const parts = noteParts(note);
  if (!parts) return null;
  const own = signaturesBy(parts, verifier);
  // A line of our key that does not verify spoils the note, whatever the other lines say.
  const holds = own.every(({ signature }) => verify(null, Buffer.from(parts.text), verifier.key, signature));
  return own.length > 0 && holds ? parts.text : null;
}

export interface NoteParts {
  /** Ends with a line break. */
  readonly text: string;
  readonly signatures: readonly SignatureLine[];
}
interface SignatureLine {
  readonly line: string;
  readonly name: string;
  readonly id: string;
  readonly signature: Buffer;
}

/** Null when it is no note. Nothing is verified. */
export function noteParts(note: string): NoteParts | null {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) return null;
  const lines = note.slice(end + 2, -1).split('\n');
  if (lines.length > MAX_SIGNATURES) return null;
  const signatures = lines.map(signatureOf).filter((one) => one !== null);
  return signatures.length === lines.length ? { text: note.slice(0, end + 1), signatures } : null;
}

/** By name and id of the key; what they state is not verified. */
export const signaturesBy = ({ signatures }: NoteParts, { name, id }: Verifier): SignatureLine[] =>
  signatures.filter((one) => one.name === name && one.id === id);

/** Base64 can write the same bytes in several ways; only one of them is right. */
function signatureOf(line: string): SignatureLine | null {
  const [, name, encoded = ''] = SIGNATURE_LINE.exec(line) ?? [];
  const bytes = Buffer.from(encoded, 'base64');
  if (name === undefined || bytes.toString('base64') !== encoded) return null;
  const [id, signature] = [bytes.subarray(0, ID_BYTES).toString('hex'), bytes.subarray(ID_BYTES)];
  return { line, name, id, signature };
}
