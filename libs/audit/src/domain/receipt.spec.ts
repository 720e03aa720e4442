import { generateKeyPairSync, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { canonicalJson } from '#kernel';
import { signCheckpoint } from './checkpoint';
import { commitment, type DeedRow, hashOfLeaf, leafOf, open } from './leaf';
import { leafHash, nodeHash } from './merkle';
import { readSigner } from './note';
import { type Receipt, refuteReceipt } from './receipt';

const key = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
const signer = readSigner('log.example', key);
const deed: DeedRow = {
  id: '01933333-3333-7000-8000-000000000001',
  at: '2026-11-22T02:00:00.123000Z',
  userId: '01933333-3333-7000-8000-000000000002',
  organisationId: '01933333-3333-7000-8000-000000000003',
  visibleTo: [],
  action: 'registry.filing_made',
  subjectType: 'registry.filing',
  subjectId: '01933333-3333-7000-8000-000000000004',
  subjectVersion: 1,
  details: { number: '7788', amount: { currency: 'CNY', amount: '125000.00' }, parties: ['甲', '乙'] },
};
const salt = randomBytes(32);
const neighbour = leafHash(Buffer.from('another deed'));

function receiptOf(of: DeedRow, parts: readonly ('actor' | 'details')[]): Receipt {
  const leaf = leafOf(of, salt);
  const root = nodeHash(neighbour, hashOfLeaf(leaf));
  return {
    format: 'youquan/receipt/1',
    leaf,
    opened: Object.fromEntries(parts.map((part) => [part, open(of, salt, part)])),
    leafIndex: 1,
    inclusion: [neighbour.toString('base64')],
    checkpoint: signCheckpoint({ size: 2, root, previous: 0, at: '2026-11-22T02:00:01.000Z' }, signer),
    keyId: `${signer.name}+${signer.id}`,
  };
}
const receipt = receiptOf(deed, ['actor', 'details']);
const asRead = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('canonical JSON', () => {
  it('is the same whatever the order of keys, and reads as the same value', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const backwards = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(asRead(backwards))).toBe(canonicalJson(asRead(value)));
        expect(JSON.parse(canonicalJson(asRead(value)))).toEqual(asRead(value));
      }),
    );
  });

  it('sorts by UTF-16 code units and writes no blanks, as RFC 8785 has it', () => {
    const value = {
      '\u20ac': 1,
      '\r': 2,
      '1': 3,
      '\ud83d\ude00': 4,
      '\ufb33': 5,
      ö: [null, true, 1e21, 0.5],
    };
    expect(canonicalJson(value)).toBe(
      '{"\\r":2,"1":3,"ö":[null,true,1e+21,0.5],"\u20ac":1,"\ud83d\ude00":4,"\ufb33":5}',
    );
  });
});

describe('a leaf', () => {
  it('tells neither who nor what', () => {
    const text = canonicalJson(leafOf(deed, salt));
    for (const secret of [deed.userId, deed.organisationId, '7788', '125000.00', '甲'])
      expect(text).not.toContain(secret);
    expect(text).toContain('registry.filing_made');
  });

  it('commits to every field of the deed', () => {
    const changes: Partial<DeedRow>[] = [
      { id: deed.subjectId },
      { at: '2026-11-22T02:00:00.123001Z' },
      { userId: null },
      { organisationId: null },
      { visibleTo: [deed.subjectId] },
      { action: 'registry.filing_lapsed' },
      { subjectType: 'registry.search' },
      { subjectId: deed.id },
      { subjectVersion: 2 },
      { details: {} },
    ];
    const hashes = changes.map((change) => hashOfLeaf(leafOf({ ...deed, ...change }, salt)).toString('hex'));
    expect(new Set([hashOfLeaf(leafOf(deed, salt)).toString('hex'), ...hashes]).size).toBe(
      changes.length + 1,
    );
    expect(Object.keys(deed).sort()).toEqual(changes.flatMap((change) => Object.keys(change)).sort());
  });

  it('differs for the same deed under another salt', () => {
    expect(leafOf(deed, randomBytes(32)).commitments).not.toEqual(leafOf(deed, salt).commitments);
  });

  it('opens one part without telling the salt of the other', () => {
    const { salt: shown, value } = open(deed, salt, 'details');
    expect(commitment(Buffer.from(shown, 'base64'), value)).toBe(leafOf(deed, salt).commitments.details);
    expect(shown).not.toBe(open(deed, salt, 'actor').salt);
    expect(shown).not.toBe(salt.toString('base64'));
  });
});

describe('a receipt', () => {
  it.each([[['actor', 'details']], [['details']], [[]]] as ('actor' | 'details')[][][])(
    'holds with %j opened',
    (parts) => {
      expect(refuteReceipt(asRead(receiptOf(deed, parts)), signer)).toBeNull();
    },
  );

  const other = readSigner(
    'log.example',
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  );
  it('is refused under another key', () =>
    expect(refuteReceipt(receipt, other)).toContain('not signed by this key'));

  it.each<[string, object, string]>([
    [
      'other details',
      { opened: { details: { ...receipt.opened.details, value: { number: '0002' } } } },
      'details',
    ],
    ['another actor', { opened: { actor: { ...receipt.opened.actor, value: null } } }, 'actor'],
    [
      'another salt',
      { opened: { details: { ...receipt.opened.details, salt: salt.toString('base64') } } },
      'details',
    ],
    ['another leaf', { leaf: { ...receipt.leaf, subjectVersion: 2 } }, 'another root'],
    ['an earlier time', { leaf: { ...receipt.leaf, at: '2025-11-22T02:00:00.123000Z' } }, 'another root'],
    ['another index', { leafIndex: 0 }, 'another root'],
    ['an index beyond the log', { leafIndex: 2 }, 'not in a tree'],
    ['a negative index', { leafIndex: -1 }, 'leaf index is malformed'],
    ['no proof', { inclusion: [] }, 'too few'],
    ['a proof that is no list', { inclusion: 'x' }, 'inclusion proof is malformed'],
    [
      'a checkpoint of a larger log',
      { checkpoint: receipt.checkpoint.replace('\n2\n', '\n3\n') },
      'not signed',
    ],
    ['an unknown format', { format: 'youquan/receipt/2' }, 'is not a youquan/receipt/1'],
    ['a leaf with a field more', { leaf: { ...receipt.leaf, more: 1 } }, 'leaf is malformed'],
    ['a part that no deed has', { opened: { more: receipt.opened.details } }, 'opened parts are malformed'],
    [
      'a part without a value',
      { opened: { details: { salt: salt.toString('base64') } } },
      'opened parts are malformed',
    ],
  ])('is refused with %s', (_, change, reason) => {
    expect(refuteReceipt(asRead({ ...receipt, ...change }), signer)).toContain(reason);
  });

  it('of any shape is judged, never a crash', () => {
    const shapes = fc.oneof(
      fc.jsonValue(),
      fc
        .dictionary(fc.constantFrom(...Object.keys(receipt)), fc.jsonValue())
        .map((part) => ({ ...receipt, ...part })),
    );
    fc.assert(
      fc.property(shapes, (shape) => {
        const reason = refuteReceipt(asRead(shape), signer);
        if (reason === null)
          expect(asRead({ ...(shape as object), keyId: 0, id: 0 })).toMatchObject({ leaf: receipt.leaf });
      }),
    );
    const deep = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`) as unknown;
    const { salt: shown } = open(deed, salt, 'details');
    expect(
      refuteReceipt({ ...receipt, opened: { details: { salt: shown, value: deep } } }, signer),
    ).toContain('malformed');
  });
});
