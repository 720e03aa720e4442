// Stands for node:crypto in the browser's build: SHA-256 and the checking of ed25519 and ECDSA over P-256, by audited pure
// JavaScript. Web cryptography would do, but it has no synchronous call and not every browser allows it to a page from a file.
import { p256 } from '@noble/curves/nist.js';
import { hashes, verify as verifyEd25519 } from '@noble/ed25519';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { Bytes } from './bytes';

hashes.sha512 = sha512;

export interface KeyObject {
  readonly asymmetricKeyType: 'ed25519' | 'ec';
  readonly asymmetricKeyDetails: { readonly namedCurve?: string };
  /** The key itself, without what stands before it in a SubjectPublicKeyInfo. */
  readonly raw: Uint8Array;
  export(): Bytes;
}

/** What stands before the key in a SubjectPublicKeyInfo of each kind, hexadecimal, and how long the key is. */
const KINDS = [
  { type: 'ed25519', prefix: '302a300506032b6570032100', bytes: 32, details: {} },
  {
    type: 'ec',
    ...{ prefix: '3059301306072a8648ce3d020106082a8648ce3d030107034200', bytes: 65 },
    details: { namedCurve: 'prime256v1' },
  },
] as const;

export function createHash(_algorithm: 'sha256') {
  const state = sha256.create();
  const hash = {
    update(part: string | Uint8Array) {
      state.update(typeof part === 'string' ? new TextEncoder().encode(part) : part);
      return hash;
    },
    digest(encoding?: 'hex') {
      const bytes = new Bytes(state.digest());
      return encoding ? bytes.toString(encoding) : bytes;
    },
  };
  return hash;
}

/** @throws TypeError for what is no key of these kinds */
export function createPublicKey({ key }: { readonly key: Uint8Array }): KeyObject {
  const given = new Bytes(key);
  const kind = KINDS.find(
    ({ prefix, bytes }) =>
      given.length === prefix.length / 2 + bytes && given.toString('hex').startsWith(prefix),
  );
  if (!kind) throw new TypeError('This is no public key.');
  const raw = given.subarray(-kind.bytes);
  if (kind.type === 'ec') p256.Point.fromBytes(raw);
  return {
    asymmetricKeyType: kind.type,
    asymmetricKeyDetails: kind.details,
    raw,
    export: () => new Bytes(given),
  };
}

/** False also for what is no signature at all. P-256 signs the hash; a signature is the two numbers side by side. */
export function verify(
  _hash: 'sha256' | null,
  data: Uint8Array,
  given: KeyObject | { readonly key: KeyObject },
  signature: Uint8Array,
): boolean {
  const { asymmetricKeyType, raw } = 'key' in given ? given.key : given;
  try {
    // Node takes both of the numbers that may stand for one signature.
    return asymmetricKeyType === 'ec'
      ? p256.verify(signature, data, raw, { lowS: false, prehash: true, format: 'compact' })
      : verifyEd25519(signature, data, raw, { zip215: false });
  } catch {
    return false;
  }
}

function notHere(): never {
  throw new TypeError('This page checks; it does not sign.');
}
export const createPrivateKey = notHere;
export const sign = notHere;
