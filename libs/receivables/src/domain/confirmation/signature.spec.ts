import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { algorithmOf, isSignedBy } from './signature';
import {
  assertMayDecideKey,
  KEY_STATES,
  KEY_TRANSITIONS,
  keyFault,
  mayDecideKey,
  mayRevokeKey,
  type SigningKey,
} from './signing-key';
import { isDatedNow } from './statement';

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

describe('a signing key', () => {
  const now = new Date('2026-01-20T02:00:00Z');
  const active: SigningKey = {
    ...{ id: 'key' as SigningKey['id'], organisationId: 'debtor', holderId: 'maker', label: 'office' },
    ...{ algorithm: 'Ed25519', publicKey: spki(ed25519), state: 'active', registeredAt: now },
    ...{ decidedBy: 'checker', decidedAt: now, validUntil: new Date('2028-01-20T00:00:00Z') },
    ...{ revokedBy: null, revokedAt: null, reason: null, version: 2 },
  };
  const maker = { userId: 'maker', organisationId: 'debtor' };

  it.each(KEY_STATES.flatMap((from) => KEY_STATES.map((to) => [from, to] as const)))(
    '%s -> %s',
    (from, to) => {
      const allowed = {
        proposed: ['active', 'declined', 'revoked'],
        ...{ active: ['revoked'], declined: [], revoked: [] },
      };
      expect(KEY_TRANSITIONS[from].includes(to)).toBe((allowed[from] as string[]).includes(to));
      expect(mayRevokeKey({ state: from })).toBe(from === 'proposed' || from === 'active');
    },
  );

  it('is decided on once, by somebody else than its holder', () => {
    expect(mayDecideKey({ state: 'proposed', holderId: 'maker' }, 'checker')).toBe(true);
    expect(() => assertMayDecideKey({ state: 'proposed', holderId: 'maker' }, 'checker')).not.toThrow();
    const refused = (holderId: string, state: SigningKey['state']) => {
      expect(mayDecideKey({ state, holderId }, 'maker')).toBe(false);
      return () => assertMayDecideKey({ state, holderId }, 'maker');
    };
    expect(refused('maker', 'proposed')).toThrow(/does not approve/);
    expect(refused('other', 'active')).toThrow(/active/);
  });

  it('signs for its holder while it is in force', () => expect(keyFault(active, maker, now)).toBeUndefined());

  it.each([
    ['that nobody knows', undefined, maker],
    ['that awaits approval', { ...active, state: 'proposed', validUntil: null } as const, maker],
    ['that was revoked', { ...active, state: 'revoked' } as const, maker],
    ['whose time is over', { ...active, validUntil: now }, maker],
    ['of a colleague', active, { ...maker, userId: 'checker' }],
    ['of another organisation', active, { ...maker, organisationId: 'supplier' }],
  ])('does not sign: one %s', (_, key, signer) => {
    expect(keyFault(key, signer, now)?.code).toBe('receivables.key_unusable');
  });

  it.each([
    ['2026-01-20T02:00:00.000Z', true],
    ['2026-01-20T01:50:00.000Z', true],
    ['2026-01-20T02:10:00.000Z', true],
    ['2026-01-20T01:49:59.999Z', false],
    ['2026-01-20T02:10:00.001Z', false],
    ['2026-01-20T02:00:00Z', false],
    ['yesterday', false],
  ])('is dated by its device, at most ten minutes off: %s', (signedAt, is) => {
    expect(isDatedNow(signedAt, now)).toBe(is);
  });
});
