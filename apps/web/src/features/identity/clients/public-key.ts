// A pasted public key, as JWK or PEM, in the one form that the server takes.
import type { View } from '../../../api/client';

export type Jwk = View<'ClientKeyBody'>['jwk'];

const KINDS = [{ name: 'ECDSA', namedCurve: 'P-256' }, { name: 'Ed25519' }] as const;

/** Null when it is neither. A private key is never sent: only its public members are taken. */
export async function readPublicKey(text: string): Promise<Jwk | null> {
  const found = text.includes('-----BEGIN PUBLIC KEY-----') ? await ofPem(text) : ofJson(text);
  const { kty, crv, x, y } = found ?? {};
  if (kty === 'EC' && crv === 'P-256' && x !== undefined && y !== undefined) return { kty, crv, x, y };
  if (kty === 'OKP' && crv === 'Ed25519' && x !== undefined) return { kty, crv, x };
  return null;
}

function ofJson(text: string): JsonWebKey | null {
  try {
    return JSON.parse(text) as JsonWebKey | null;
  } catch {
    return null;
  }
}

async function ofPem(text: string): Promise<JsonWebKey | null> {
  const base64 = text.replace(/-----[A-Z ]+-----/g, '').replace(/\s/g, '');
  for (const kind of KINDS) {
    try {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const key = await crypto.subtle.importKey('spki', bytes, kind, true, ['verify']);
      return await crypto.subtle.exportKey('jwk', key);
    } catch {
      continue;
    }
  }
  return null;
}
