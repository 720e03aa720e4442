// What stands for node:crypto in the page, against Node's own: the same keys, hashes and signatures hold, and no others.
import { createHash as nodeHash, generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { createHash, createPublicKey, verify } from './crypto';

const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const ed25519 = generateKeyPairSync('ed25519');
const spki = ({ publicKey }: { publicKey: typeof p256.publicKey }) =>
  new Uint8Array(publicKey.export({ format: 'der', type: 'spki' }));

it('hashes as Node does', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(
        nodeHash('sha256').update(bytes).digest('hex'),
      );
    }),
  );
});

describe.each([
  [
    'P-256',
    p256,
    (data: Uint8Array) => sign('sha256', data, { key: p256.privateKey, dsaEncoding: 'ieee-p1363' }),
  ],
  ['Ed25519', ed25519, (data: Uint8Array) => sign(null, data, ed25519.privateKey)],
] as const)('%s', (_, pair, signWith) => {
  const key = createPublicKey({ key: spki(pair) });

  it('takes what Node signed, and nothing that was changed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1 }), fc.nat(63), (data, at) => {
        const signature = new Uint8Array(signWith(data));
        expect(verify('sha256', data, { key }, signature)).toBe(true);
        const changed = Uint8Array.from(signature, (byte, index) => (index === at ? byte ^ 1 : byte));
        expect(verify('sha256', data, key, changed)).toBe(false);
        const other = Uint8Array.from(data, (byte, index) => (index === 0 ? byte ^ 1 : byte));
        expect(verify('sha256', other, key, signature)).toBe(false);
        expect(verify('sha256', data, key, new Uint8Array())).toBe(false);
      }),
      { numRuns: 25 },
    );
  });

  it('writes the key as it was', () => expect([...key.export()]).toEqual([...spki(pair)]));
});

it.each([
  ['nothing', new Uint8Array()],
  ['another curve', spki(generateKeyPairSync('ec', { namedCurve: 'P-384' }))],
  [
    'a point that is not on the curve',
    Uint8Array.from(spki(p256), (byte, at) => (at === 60 ? byte ^ 1 : byte)),
  ],
])('takes no key that is %s', (_, key) => expect(() => createPublicKey({ key })).toThrow());
