import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { algorithmOf, isSignedBy } from './signature';

const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const ed25519 = generateKeyPairSync('ed25519');
const spki = ({ publicKey }: { publicKey: typeof p256.publicKey }) =>
  publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
const keys = {
  'P-256': {
    key: { algorithm: 'P-256', publicKey: spki(p256) },
    sign: (text: string) =>
      sign('sha256', Buffer.from(text), { key: p256.privateKey, dsaEncoding: 'ieee-p1363' }).toString(
        'base64',
      ),
  },
  Ed25519: {
    key: { algorithm: 'Ed25519', publicKey: spki(ed25519) },
    sign: (text: string) => sign(null, Buffer.from(text), ed25519.privateKey).toString('base64'),
  },
} as const;

describe.each(['P-256', 'Ed25519'] as const)('a signature with %s', (algorithm) => {
  const { key, sign: signWith } = keys[algorithm];
  const other = keys[algorithm === 'P-256' ? 'Ed25519' : 'P-256'];

  it('fits its text and its key', () => {
    expect(algorithmOf(key.publicKey)).toBe(algorithm);
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, another) => {
        const signature = signWith(text);
        expect(isSignedBy(key, text, signature)).toBe(true);
        expect(isSignedBy(key, another, signature)).toBe(another === text);
      }),
      { numRuns: 30 },
    );
  });

  it('fits no other key, and not under another algorithm’s name', () => {
    expect(isSignedBy(other.key, 'text', signWith('text'))).toBe(false);
    expect(isSignedBy({ ...other.key, publicKey: key.publicKey }, 'text', signWith('text'))).toBe(false);
  });

  it('is refused when any of its bytes is another, or it is written otherwise', () => {
    const signature = signWith('text');
    const bytes = Buffer.from(signature, 'base64');
    for (let index = 0; index < bytes.length; index++) {
      const changed = Buffer.from(bytes);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(isSignedBy(key, 'text', changed.toString('base64'))).toBe(false);
    }
    for (const written of [
      '',
      ` ${signature}`,
      `${signature}\n`,
      bytes.toString('base64url').replace(/=+$/, '!'),
    ])
      expect(isSignedBy(key, 'text', written)).toBe(false);
  });
});

describe('a public key', () => {
  it.each([
    ['nothing', ''],
    ['no base64', 'ü'],
    ['no key', Buffer.from('hello').toString('base64')],
    [
      'a key with something behind it',
      Buffer.concat([Buffer.from(spki(p256), 'base64'), Buffer.from('x')]).toString('base64'),
    ],
    ['another curve', spki(generateKeyPairSync('ec', { namedCurve: 'P-384' }))],
    ['RSA', spki(generateKeyPairSync('rsa', { modulusLength: 2048 }))],
  ])('is none when it is %s', (_, text) => expect(algorithmOf(text)).toBeNull());
});
