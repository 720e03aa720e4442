// Stands for node:crypto in the browser's build: SHA-256 and the checking of ed25519, by audited pure JavaScript. Web
// cryptography would do, but it has no synchronous call and not every browser allows it to a page from a file.
import { hashes, verify as verifyEd25519 } from '@noble/ed25519';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { Bytes } from './bytes';

hashes.sha512 = sha512;
const RAW_BYTES = 32;

interface PublicKey {
  readonly asymmetricKeyType: 'ed25519';
  readonly raw: Uint8Array;
}

export function createHash(_algorithm: 'sha256') {
  const state = sha256.create();
  const hash = {
    update(part: string | Uint8Array) {
      state.update(typeof part === 'string' ? new TextEncoder().encode(part) : part);
      return hash;
    },
    digest: () => new Bytes(state.digest()),
  };
  return hash;
}

/** The last 32 bytes of a SubjectPublicKeyInfo are the key itself. */
export const createPublicKey = ({
  key,
}: {
  readonly key: Uint8Array;
}): PublicKey & { export: () => Bytes } => ({
  asymmetricKeyType: 'ed25519',
  raw: key.subarray(-RAW_BYTES),
  export: () => new Bytes(key),
});

/** False also for what is no signature at all. */
export function verify(_: null, data: Uint8Array, { raw }: PublicKey, signature: Uint8Array): boolean {
  try {
    return verifyEd25519(signature, data, raw, { zip215: false });
  } catch {
    return false;
  }
}

function notHere(): never {
  throw new TypeError('This page checks; it does not sign.');
}
export const createPrivateKey = notHere;
export const sign = notHere;
