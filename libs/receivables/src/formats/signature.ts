// Public keys as browsers export them, and signatures as they make them (WebCrypto): ECDSA over P-256 with SHA-256 as the
// two numbers side by side, and Ed25519.
import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { Proofs } from '../domain/confirmation/bundle';
import type { KeyAlgorithm } from '../domain/confirmation/signing-key';

/** Base64 can write the same bytes in several ways; only one of them is right. */
function bytesOf(base64: string): Buffer | null {
  const bytes = Buffer.from(base64, 'base64');
  return bytes.toString('base64') === base64 ? bytes : null;
}

function readKey(publicKey: string): KeyObject | null {
  const der = bytesOf(publicKey);
  if (!der) return null;
  try {
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    // One key has one text, so that it cannot be registered twice.
    return Buffer.from(key.export({ format: 'der', type: 'spki' })).equals(der) ? key : null;
  } catch {
    return null;
  }
}

/** @param publicKey SubjectPublicKeyInfo, base64; null for what is no key of these kinds in its one form */
export function algorithmOf(publicKey: string): KeyAlgorithm | null {
  const key = readKey(publicKey);
  if (key?.asymmetricKeyType === 'ed25519') return 'Ed25519';
  const isP256 = key?.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1';
  return isP256 ? 'P-256' : null;
}

/** @param signature base64 */
export function isSignedBy(
  { algorithm, publicKey }: { readonly algorithm: KeyAlgorithm; readonly publicKey: string },
  text: string,
  signature: string,
): boolean {
  const [key, bytes] = [readKey(publicKey), bytesOf(signature)];
  if (!key || !bytes || algorithmOf(publicKey) !== algorithm) return false;
  const data = Buffer.from(text);
  return algorithm === 'Ed25519'
    ? verify(null, data, key, bytes)
    : verify('sha256', data, { key, dsaEncoding: 'ieee-p1363' }, bytes);
}

/** What evidence is checked with. */
export const proofs: Proofs = {
  isSignedBy,
  sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
};
