// Reads real invoices that nobody here wrote, from SAMPLES_DIR, and compares every stated field.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { invoiceCheckLine, type CheckedInvoice, type InvoiceCheckLine } from '../check-invoice';
import type { Reading } from '../domain/reading';
import { zipOf } from '../testing/zip';
import { readInvoices } from './read-invoices';
import { Archive, UnpackBudget } from './zip/archive';

const samples = process.env.SAMPLES_DIR;
const describeSamples = samples === undefined ? describe.skip : describe;
const skipped = samples === undefined ? ' (skipped: no samples)' : '';

type Row = Readonly<Record<string, string>>;

function sample(...path: string[]): string {
  return join(samples ?? '', ...path);
}

function expectedRows(): Row[] {
  const file = sample('e-invoices', 'expected.csv');
  if (samples === undefined || !existsSync(file)) return [];
  return parse<Row>(readFileSync(file), { columns: true, bom: true });
}

type Parts = readonly (readonly [string, Uint8Array])[];

async function partsOf(bytes: Uint8Array): Promise<Parts> {
  const archive = await Archive.open(bytes, new UnpackBudget());
  return Promise.all(
    archive.entries.map(async (entry) => [entry.name, await archive.content(entry)] as const),
  );
}

/** What two syntaxes state alike; lines and EN 16931 facts differ in detail. */
function comparable(reading: Reading | undefined): unknown {
  return reading && [reading.status, reading.reasons, invoiceCheckLine('', reading).invoice];
}

async function check(...path: string[]): Promise<InvoiceCheckLine> {
  const readings = await readInvoices(readFileSync(sample(...path)));
  expect(readings).toHaveLength(1);
  return invoiceCheckLine(path.join('/'), readings[0] as (typeof readings)[number]);
}

const TEXTS = [
  ['number', 'number'],
  ['type', 'typeCode'],
  ['issue', 'issueDate'],
  ['due', 'dueDate'],
  ['currency', 'currency'],
  ['seller', 'sellerName'],
  ['buyer', 'buyerName'],
  ['payee', 'payeeName'],
] as const satisfies readonly (readonly [string, keyof CheckedInvoice])[];

const NUMBERS = [
  ['net', 'netAmount'],
  ['gross', 'grossAmount'],
  ['prepaid', 'prepaidAmount'],
  ['payable', 'payableAmount'],
  ['lines', 'lineCount'],
] as const satisfies readonly (readonly [string, keyof CheckedInvoice])[];

function numeric(amount: string | number | null | undefined): number | null {
  return amount === null || amount === undefined || amount === '' ? null : Number(amount);
}

describeSamples(`e-invoice samples${skipped}`, () => {
  const rows = expectedRows();

  test('there are samples of both kinds', () => {
    expect(rows.some(({ file }) => file?.endsWith('.xml'))).toBe(true);
    expect(rows.some(({ file }) => file?.endsWith('.pdf'))).toBe(true);
  });

  test.each(rows.map((row) => [row.file ?? '', row] as const))('%s', async (file, row) => {
    const { status, invoice } = await check('e-invoices', file);
    expect(status).not.toBe('refused');
    expect(invoice).not.toBeNull();
    for (const [column, field] of TEXTS)
      expect([column, invoice?.[field] ?? '']).toEqual([column, row[column]]);
    for (const [column, field] of NUMBERS) {
      expect([column, numeric(invoice?.[field])]).toEqual([column, numeric(row[column])]);
    }
  });

  /** The status by the stated facts alone: types, signs, payees. */
  test.each(rows.map((row) => [row.file ?? '', row] as const))('status of %s', async (file, row) => {
    const { status, flags } = await check('e-invoices', file);
    const isCredit = ['381', '261'].includes(row.type ?? '') || Number(row.gross) < 0;
    expect(flags.includes('credit_note')).toBe(isCredit);
    expect(flags.includes('payee_not_seller')).toBe(row.payee !== '');
    if (isCredit || row.payee !== '') expect(status).toBe('flagged');
    if (row.type === '389') expect(status).toBe('accepted');
  });

  test('one invoice in three containers has one key and says the same', async () => {
    const folder = ['e-invoices', 'zugferd-corpus', 'XML-Rechnung'];
    const read = async (...path: string[]): Promise<Reading | undefined> =>
      (await readInvoices(readFileSync(sample(...folder, ...path))))[0];
    for (const file of readdirSync(sample(...folder, 'CII'))) {
      const cii = await read('CII', file);
      const ubl = await read('UBL', file.replace('.cii.', '.ubl.'));
      const pdf = await read('FX', file.replace('.cii.xml', '.pdf'));
      expect(cii?.key).not.toBeNull();
      expect([ubl?.key, pdf?.key]).toEqual([cii?.key, cii?.key]);
      expect(pdf?.draft).toEqual(cii?.draft);
      expect(comparable(ubl)).toEqual(comparable(cii));
    }
  });

  test('an invoice with a payee and a note of assignment is already assigned; an advance is flagged', async () => {
    const folder = ['e-invoices', 'en16931', 'test', 'testfiles'];
    const byFlag = new Map<string, string[]>();
    for (const file of readdirSync(sample(...folder))) {
      const { flags } = await check(...folder, file);
      for (const flag of flags) byFlag.set(flag, [...(byFlag.get(flag) ?? []), file]);
    }
    expect(byFlag.get('already_assigned')).toEqual([expect.stringContaining('Factoring')]);
    expect(byFlag.get('advance')).toEqual([expect.stringContaining('Forskott_(ej moms)')]);
  });
});

interface UnitCase {
  readonly rule: string;
  readonly fragment: string;
}

/** The fragments of the official unit tests that must break a rule. */
function errorCases(): UnitCase[] {
  const folder = sample('e-invoices', 'en16931', 'test', 'Invoice-unit-UBL');
  if (samples === undefined || !existsSync(folder)) return [];
  return readdirSync(folder).flatMap((file) => {
    const tests = [...readFileSync(join(folder, file), 'utf8').matchAll(/<test>([\s\S]*?)<\/test>/gu)];
    return tests.flatMap(([, test = '']) => {
      const rule = /<error>([^<]+)<\/error>/u.exec(test)?.[1];
      const fragment = /<(Invoice|CreditNote)\s[\s\S]*<\/\1>/u.exec(test)?.[0];
      return rule === undefined || fragment === undefined ? [] : [{ rule, fragment }];
    });
  });
}

describeSamples(`EN 16931 unit tests${skipped}`, () => {
  const cases = errorCases();

  test('there are error cases', () => expect(cases.length).toBeGreaterThan(0));

  test.each(cases.map(({ rule, fragment }, at) => [rule, at, fragment] as const))(
    '%s, case %i',
    async (rule, _, fragment) => {
      const [reading] = await readInvoices(Buffer.from(fragment));
      expect(reading?.status).toBe('refused');
      expect(reading?.reasons.map((reason) => reason.rule)).toContain(rule);
    },
  );
});

describeSamples(`Chinese samples${skipped}`, () => {
  test('the e-fapiao is read and flagged for its identifiers', async () => {
    const { status, flags, invoice } = await check(
      'cn-e-invoices',
      'mof-standard',
      'official-gd-special.xml',
    );
    expect(status).toBe('flagged');
    expect(flags).toContain('identifier_invalid');
    expect(invoice).toMatchObject({
      currency: 'CNY',
      issueDate: '2023-02-23',
      netAmount: '2.00',
      grossAmount: '2.12',
      payableAmount: '2.12',
      lineCount: 1,
    });
  });

  test('the accounting voucher is read with its facts', async () => {
    const { status, flags, invoice } = await check(
      'cn-e-invoices',
      'mof-standard',
      'official-einv-xbrl-special.xml',
    );
    expect(status).toBe('flagged');
    expect(flags).toEqual(expect.arrayContaining(['paid', 'identifier_masked']));
    expect(invoice).toMatchObject({
      currency: 'CNY',
      issueDate: '2023-11-13',
      netAmount: '9000.00',
      grossAmount: '10170.00',
      payableAmount: '10170.00',
    });
  });

  test.each([
    ['as it is', (parts: Parts) => parts, 3],
    ['without its attachment', (parts: Parts) => parts.filter(([name]) => !name.includes('Attach')), null],
  ] as const)('the OFD %s states its values and fails its check digits', async (_, change, lineCount) => {
    const folder = ['cn-e-invoices', 'ofdrw', 'ofdrw-converter'];
    const [file = ''] = readdirSync(sample(...folder));
    const parts = change(await partsOf(readFileSync(sample(...folder, file))));
    const [reading] = await readInvoices(zipOf(parts));
    expect(reading).toMatchObject({ status: 'flagged', flags: ['identifier_invalid'] });
    expect(reading?.key).toBe('L:05000170011199999951');
    expect(reading && invoiceCheckLine(file, reading).invoice).toMatchObject({
      number: '99999951',
      issueDate: '2020-10-10',
      currency: 'CNY',
      netAmount: '300.00',
      grossAmount: '318.00',
      lineCount,
    });
  });
});
