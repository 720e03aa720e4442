// Certificates as files: the same for ever, small, and worth nothing once a single byte is another.
import fc from 'fast-check';
import { openCertificate } from '../../offline';
import {
  certificateContent,
  facts,
  newSigner,
  receiptOf,
  receiptText,
  sealedPdf,
} from '../../testing/certificates';
import { certificatePdf } from './certificate-pdf';
import { certificateFont, printable } from '../printable';

const signer = newSigner();
const content = certificateContent();
const receipt = receiptText(content, [receiptOf(content, signer)], signer);
let pdf: Buffer;

beforeAll(async () => {
  pdf = await sealedPdf(content, receipt, signer);
});

it('is the same, byte by byte, however often it is made, and small', async () => {
  expect(await sealedPdf(content, receipt, signer)).toEqual(pdf);
  expect(pdf.length).toBeLessThan(120_000);
});

it('holds, as receipt and as PDF, and states its content', () => {
  for (const file of [Buffer.from(receipt), pdf])
    expect(openCertificate(file, signer)).toEqual({ certificate: content, reason: null });
});

it('does not hold under another key', () => {
  const other = newSigner();
  for (const file of [Buffer.from(receipt), pdf]) expect(openCertificate(file, other).certificate).toBeNull();
});

it('does not hold once any byte is another, wherever it stands', () => {
  for (const file of [Buffer.from(receipt), pdf])
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), (place, mask) => {
        const changed = Buffer.from(file);
        changed[place] = (changed[place] ?? 0) ^ mask;
        expect(openCertificate(changed, signer).certificate).toBeNull();
      }),
      { numRuns: 300 },
    );
});

it('does not hold when it is cut or something is added', () => {
  for (const file of [Buffer.from(receipt), pdf]) {
    expect(openCertificate(file.subarray(0, -1), signer).certificate).toBeNull();
    expect(openCertificate(Buffer.concat([file, Buffer.from('\n')]), signer).certificate).toBeNull();
  }
});

it.each(['', 'null', '{}', '[]', '%PDF-1.7', '[['.repeat(10_000)])('refuses %.20s', (text) => {
  expect(openCertificate(Buffer.from(text), signer).certificate).toBeNull();
});

it('does not hold with the seal of another certificate', async () => {
  const other = certificateContent({ number: '000000000000000294' });
  const seal = (file: Buffer) => file.subarray(file.lastIndexOf('%youquan'));
  const foreign = await sealedPdf(other, receiptText(other, [receiptOf(other, signer)], signer), signer);
  const exchanged = Buffer.concat([pdf.subarray(0, -seal(pdf).length), seal(foreign)]);
  expect(openCertificate(exchanged, signer).certificate).toBeNull();
});

it.each([
  ['another subject', { subjectId: '019ab000-0000-7000-8000-000000000009' }],
  ['another version', { subjectVersion: 2 }],
  ['a search', { kind: 'search' as const }],
])('does not hold when its receipt is of %s', (_, over) => {
  const about = receiptOf(certificateContent(over), signer);
  expect(openCertificate(Buffer.from(receiptText(content, [about], signer)), signer).reason).toContain(
    'deed',
  );
});

it('needs exactly one receipt', () => {
  const own = receiptOf(content, signer);
  for (const receipts of [[], [own, own]])
    expect(
      openCertificate(Buffer.from(receiptText(content, receipts, signer)), signer).certificate,
    ).toBeNull();
});

it('goes on over pages and prints every item', async () => {
  const item = facts.collateral[0];
  const many = certificateContent({
    registration: {
      ...facts,
      collateral: Array.from({ length: 200 }, () => item).flatMap((one) => one ?? []),
    },
  });
  const long = await certificatePdf({ content: many, receipt, checkpoint: '' });
  const pages = long.toString('latin1').match(/\/Type \/Page\n/g)?.length ?? 0;
  expect(pages).toBeGreaterThan(5);
});

describe('what the font cannot print', () => {
  const { characters } = certificateFont();

  it.each([
    ['𠮷野家', '[U+20BB7]野家'],
    ['好😀', '好[U+1F600]'],
    ['一\n二\t三', '一 二 三'],
    ['杭州明远科技有限公司 Ltd.', '杭州明远科技有限公司 Ltd.'],
    ['㐂䶮', '㐂䶮'],
  ])('%s is written %s', (text, expected) => expect(printable(text, characters)).toBe(expected));

  it('never loses a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const said = printable(text, characters);
        expect(Array.from(said).every((one) => characters.has(one.codePointAt(0) ?? 0))).toBe(true);
        expect(said === '').toBe(text === '');
      }),
    );
  });
});
