// The modification code of a registration (PBoC Order 2021 No. 7, Art. 10 and 17): who shows it may change the registration in place of
// the organisation that filed it. It is made by chance and long enough that nobody finds it by trying.

/** Crockford's base 32: no letter that is read as a digit. 16 characters are 80 bits. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;
const GROUP = 4;
const READ_AS: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** @param bytes 16 of them, by chance; answers four groups of four characters */
export function codeFrom(bytes: Uint8Array): string {
  const characters = Array.from(bytes.subarray(0, LENGTH), (byte) => ALPHABET.charAt(byte % ALPHABET.length));
  if (characters.length < LENGTH) throw new RangeError(`A code is made of ${LENGTH} bytes.`);
  return Array.from({ length: LENGTH / GROUP }, (_, at) =>
    characters.slice(at * GROUP, (at + 1) * GROUP).join(''),
  ).join('-');
}

/** As people write it: groups or none, small letters, full width, O for 0. */
const plain = (code: string): string =>
  code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/[OIL]/g, (letter) => READ_AS[letter] ?? letter);

/** What is hashed and kept: the same code of another registration is another. */
export const codeText = (filingId: string, code: string): string => `${filingId}\n${plain(code)}`;
