// Reads real invoices that nobody here wrote, from SAMPLES_DIR, and compares every stated field.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { invoiceCheckLine, type CheckedInvoice, type InvoiceCheckLine } from '../check-invoice';
import { readInvoices } from './read-invoices';

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
  const xml = rows.filter(({ file }) => file?.endsWith('.xml'));
  const pdf = rows.filter(({ file }) => file?.endsWith('.pdf'));

  test('there are samples of both kinds', () => {
    expect(xml.length).toBeGreaterThan(0);
    expect(pdf.length).toBeGreaterThan(0);
  });

  test.each(xml.map((row) => [row.file ?? '', row] as const))('%s', async (file, row) => {
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
  test.each(xml.map((row) => [row.file ?? '', row] as const))('status of %s', async (file, row) => {
    const { status, flags } = await check('e-invoices', file);
    const isCredit = ['381', '261'].includes(row.type ?? '') || Number(row.gross) < 0;
    expect(flags.includes('credit_note')).toBe(isCredit);
    expect(flags.includes('payee_not_seller')).toBe(row.payee !== '');
    if (isCredit || row.payee !== '') expect(status).toBe('flagged');
    if (row.type === '389') expect(status).toBe('accepted');
  });

  test('one invoice in two syntaxes has one key', async () => {
    const folder = ['e-invoices', 'zugferd-corpus', 'XML-Rechnung'];
    for (const file of readdirSync(sample(...folder, 'CII'))) {
      const [cii] = await readInvoices(readFileSync(sample(...folder, 'CII', file)));
      const [ubl] = await readInvoices(
        readFileSync(sample(...folder, 'UBL', file.replace('.cii.', '.ubl.'))),
      );
      expect(cii?.key).not.toBeNull();
      expect(ubl?.key).toBe(cii?.key);
    }
  });

  test.each(pdf.map(({ file }) => file ?? ''))('%s is refused by name of its format', async (file) => {
    const { status, reasons, invoice } = await check('e-invoices', file);
    expect(status).toBe('refused');
    expect(reasons.map(({ rule }) => rule)).toEqual(['documents.format_not_read']);
    expect(reasons[0]?.message).toContain('PDF');
    expect(invoice).toBeNull();
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

  test('XBRL and OFD are named, not read', async () => {
    const xbrl = await check('cn-e-invoices', 'mof-standard', 'official-einv-xbrl-special.xml');
    expect(xbrl.reasons[0]?.message).toContain('XBRL');
    const folder = ['cn-e-invoices', 'ofdrw', 'ofdrw-converter'];
    const [ofd = ''] = readdirSync(sample(...folder));
    expect((await check(...folder, ofd)).reasons[0]?.message).toContain('OFD');
  });
});
