// The few ways of Node's Buffer that the verification code uses, for browsers, which have none.
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const DIGITS = new Map(Array.from(ALPHABET, (letter, value) => [letter, value]));
const BYTE = 0xff;

type Encoding = 'utf8' | 'hex' | 'base64';

/** As Node reads it: letters that are none of base64 are passed over, and an unfinished group is cut. */
function fromBase64(text: string): number[] {
  const bytes: number[] = [];
  let [held, bits] = [0, 0];
  for (const letter of text) {
    const value = DIGITS.get(letter);
    if (value === undefined) continue;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & BYTE);
  }
  return bytes;
}

const fromHex = (text: string): number[] =>
  (text.match(/[0-9a-f]{2}/gi) ?? []).map((pair) => Number.parseInt(pair, 16));

/** How many characters one call is given; more do not fit on the stack. */
const AT_ONCE = 0x8000;

function toBase64(bytes: Uint8Array): string {
  let letters = '';
  for (let at = 0; at < bytes.length; at += AT_ONCE)
    letters += String.fromCharCode(...bytes.subarray(at, at + AT_ONCE));
  return btoa(letters);
}

export class Bytes extends Uint8Array {
  equals(other: Uint8Array): boolean {
    return this.length === other.length && this.every((byte, index) => byte === other[index]);
  }

  override toString(encoding: Encoding = 'utf8'): string {
    if (encoding === 'hex') return [...this].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    if (encoding === 'base64') return toBase64(this);
    return new TextDecoder().decode(this);
  }
}

export const makingBytes = {
  from(given: string | Uint8Array, encoding: Encoding = 'utf8'): Bytes {
    if (typeof given !== 'string') return new Bytes(given);
    if (encoding === 'base64') return new Bytes(fromBase64(given));
    return new Bytes(encoding === 'hex' ? fromHex(given) : new TextEncoder().encode(given));
  },
  of: (...bytes: number[]): Bytes => new Bytes(bytes),
  concat: (parts: readonly Uint8Array[]): Bytes => new Bytes(parts.flatMap((part) => [...part])),
};

Object.assign(globalThis, { Buffer: makingBytes });
