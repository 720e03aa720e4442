// A text as a fingerprint under a key.
import { createHmac, type KeyObject } from 'node:crypto';

export interface FingerprintVersion {
  readonly version: number;
  readonly key: KeyObject;
}

/** 128 bits of an HMAC-SHA-256 (NIST SP 800-107, 5.3.3): the table stays narrow and nobody finds a second text. */
const BYTES = 16;

/** In hexadecimal digits. */
export function fingerprintOf({ text }: { readonly text: string }, { key }: FingerprintVersion): string {
  return createHmac('sha256', key)
    .update(text)
    .digest('hex')
    .slice(0, 2 * BYTES);
}
