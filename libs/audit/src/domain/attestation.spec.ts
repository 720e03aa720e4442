import { generateKeyPairSync, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { attest, type Attestation, openAttestation } from './attestation';
import { signCheckpoint } from './checkpoint';
import { type DeedRow, hashOfLeaf, leafOf, open } from './leaf';
import { readSigner } from './note';
import { type Receipt, RECEIPT_FORMAT } from './receipt';

const newSigner = (name = 'log.example') =>
  readSigner(
    name,
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  );
const signer = newSigner();
const FORMAT = 'example/promise/1';

const deed: DeedRow = {
  id: '01933333-3333-7000-8000-000000000001',
  at: '2026-11-22T02:00:00.123000Z',
  ...{ userId: null, organisationId: null, visibleTo: [] },
  action: 'factoring.notice_arrived',
  subjectType: 'notice',
  subjectId: '01933333-3333-7000-8000-000000000004',
  subjectVersion: 2,
  details: { debtorId: 'D', arrivedAt: '2026-11-22T02:00:00.123Z' },
};
function receiptOf(row: DeedRow): Receipt {
  const salt = randomBytes(32);
  const leaf = leafOf(row, salt);
  const checkpoint = { size: 1, root: hashOfLeaf(leaf), previous: 0, at: '2026-11-22T02:00:01.000Z' };
  return {
    ...{ format: RECEIPT_FORMAT, leaf, leafIndex: 0, inclusion: [] },
    opened: { details: open(row, salt, 'details') },
    checkpoint: signCheckpoint(checkpoint, signer),
    keyId: `${signer.name}+${signer.id}`,
  };
}
const content = { 账户: '6222 0000 0000', amounts: ['1.00', '2.50'], none: null };
const signed = attest({ format: FORMAT, content, receipts: [receiptOf(deed)] }, signer);
const asRead = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const reasonFor = (value: unknown, verifier = signer) => {
  const opened = openAttestation(value, FORMAT, verifier);
  return typeof opened === 'string' ? opened : null;
};

describe('an attestation', () => {
  it('holds as it was written, whatever the order of its keys', () => {
    expect(openAttestation(asRead(signed), FORMAT, signer)).toEqual(signed);
    const backwards = Object.fromEntries(Object.entries(signed).reverse());
    expect(reasonFor(asRead(backwards))).toBeNull();
  });

  it('does not hold with any one byte of its file changed', () => {
    const file = Buffer.from(JSON.stringify(signed));
    const holds: number[] = [];
    for (let at = 0; at < file.length; at += 1)
      for (const flip of [1, 2, 4, 8, 16, 32, 128]) {
        const changed = Buffer.from(file);
        changed[at] = (changed[at] ?? 0) ^ flip;
        try {
          if (reasonFor(JSON.parse(changed.toString('utf8'))) === null) holds.push(at);
        } catch {
          continue;
        }
      }
    expect(holds).toEqual([]);
  });

  it.each<[string, () => unknown, string]>([
    ['other content', () => ({ ...signed, content: { ...content, none: 0 } }), 'not signed'],
    ['a receipt less', () => ({ ...signed, receipts: [] }), 'not signed'],
    ['a receipt more', () => ({ ...signed, receipts: [...signed.receipts, receiptOf(deed)] }), 'not signed'],
    ['a field more', () => ({ ...signed, more: 1 }), 'is not a example/promise/1'],
    ['a field less', () => ({ ...signed, receipts: undefined }), 'is not a example/promise/1'],
    ['another format', () => ({ ...signed, format: 'example/promise/2' }), 'is not a example/promise/1'],
    ['no signature', () => ({ ...signed, signature: '' }), 'not signed'],
    [
      'two signatures',
      () => ({ ...signed, signature: `${signed.signature}\n${signed.signature}` }),
      'not signed',
    ],
    [
      'the signature written in another way',
      () => ({
        ...signed,
        signature: signed.signature.replace(/(.)=$/, (_, last: string) => `${next(last)}=`),
      }),
      'not signed',
    ],
    [
      "a checkpoint's signature",
      () => ({ ...signed, signature: signed.receipts[0]?.checkpoint.split('\n').at(-2) }),
      'not signed',
    ],
    ['a signature by another key', () => attest(signed, newSigner()), 'not signed'],
    ['a signature under another name', () => attest(signed, newSigner('other.example')), 'not signed'],
    [
      'a receipt that does not hold, though signed',
      () => attest({ ...signed, receipts: [{ ...receiptOf(deed), leafIndex: 1 }] }, signer),
      'a receipt does not hold',
    ],
  ])('is refused with %s', (_, change, reason) => {
    expect(reasonFor(asRead(change()))).toContain(reason);
  });

  it('of any shape is judged, never a crash', () => {
    const shapes = fc.oneof(
      fc.jsonValue(),
      fc
        .dictionary(fc.constantFrom(...Object.keys(signed)), fc.jsonValue())
        .map((part): unknown => ({ ...signed, ...part })),
    );
    fc.assert(
      fc.property(shapes, (shape) => {
        const opened = openAttestation(asRead(shape), FORMAT, signer);
        if (typeof opened !== 'string') expect(opened).toEqual(asRead(signed));
      }),
    );
    const deep = JSON.parse(`${'['.repeat(20_000)}${']'.repeat(20_000)}`) as unknown;
    expect(reasonFor({ ...signed, content: deep } satisfies Attestation)).toBe('it is malformed');
  });
});

/** The next letter of base64: before a "=", it stands for the same bytes. */
function next(letter: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  return letters[letters.indexOf(letter) + 1] ?? '';
}
