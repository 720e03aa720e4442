import fc from 'fast-check';
import { localDate, money } from '#kernel';
import { receivableForTest } from '../receivable-for-test';
import {
  isDueAgain,
  isVerifiable,
  judgeAnswer,
  refuseAsking,
  standingOf,
  type TaxAnswer,
  TAX_RESULTS,
  taxQuery,
} from './tax-check';

const cny = (amount: string) => money(amount, 'CNY');
const known = {
  issueDate: localDate('2026-10-01'),
  total: cny('1130.00'),
  sellerIds: ['S1', 'S2'],
  buyerIds: ['B1'],
  credited: cny('0.00'),
};
const found: Extract<TaxAnswer, { status: 'found' }> = {
  ...{ status: 'found', isVoid: false, issueDate: known.issueDate, total: known.total },
  ...{ sellerId: 'S2', buyerId: 'B1', red: null },
};
const red = (amount: string) => ({ number: '26000000000000000001', amount: cny(amount) });

describe('an answer of the tax bureau', () => {
  it.each<[string, TaxAnswer, object]>([
    ['the same invoice', found, { kind: 'equal', differing: [] }],
    ['another amount', { ...found, total: cny('1130.01') }, { kind: 'different', differing: ['amount'] }],
    [
      'another day, seller and buyer',
      { ...found, issueDate: localDate('2026-10-02'), sellerId: 'X', buyerId: 'S1' },
      { kind: 'different', differing: ['issue_date', 'seller', 'buyer'] },
    ],
    ['a void one', { ...found, isVoid: true }, { kind: 'void' }],
    ['a void one of somebody else', { ...found, isVoid: true, sellerId: 'X' }, { kind: 'different' }],
    ['a red letter', { ...found, red: red('100.00') }, { kind: 'red', red: red('100.00') }],
    ['all of it red', { ...found, red: red('1130.00') }, { kind: 'red', red: red('1130.00') }],
    ['none', { status: 'not_found' }, { kind: 'not_found' }],
    ['no answer', { status: 'unavailable', why: 'quota' }, { kind: 'unavailable', why: 'quota' }],
  ])('%s', (_, answer, verdict) => expect(judgeAnswer(known, answer)).toMatchObject(verdict));

  it('tells of red letters only what is not known yet, until nothing is left', () => {
    const after = (credited: string, amount: string) =>
      judgeAnswer({ ...known, credited: cny(credited) }, { ...found, red: red(amount) });
    expect(after('40.00', '100.00')).toMatchObject({ kind: 'red', red: { amount: cny('60.00') } });
    expect(after('100.00', '100.00')).toMatchObject({ kind: 'equal', red: null });
    expect(after('1130.00', '1130.00')).toMatchObject({ kind: 'red' });
  });

  it('is never good when anything in it differs', () =>
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean(), (day, total, seller, buyer) => {
        const answer: TaxAnswer = {
          ...found,
          ...(day ? {} : { issueDate: localDate('2026-09-30') }),
          ...(total ? {} : { total: cny('1.00') }),
          ...(seller ? {} : { sellerId: 'B1' }),
          ...(buyer ? {} : { buyerId: 'S1' }),
        };
        const { kind } = judgeAnswer(known, answer);
        expect(kind === 'equal').toBe(day && total && seller && buyer);
      }),
    ));
});

const DIGITAL = { invoiceKey: 'D:26312000000000000017', payable: cny('1.00'), registered: cny('1.00') };
const receivable = receivableForTest(DIGITAL);

describe('an invoice', () => {
  it('is put to the bureau by number, an older one by code and number', () => {
    expect(taxQuery('c', receivable)).toMatchObject({ code: null, number: '26312000000000000017' });
    const twelve = receivableForTest({ ...DIGITAL, invoiceKey: 'L:03100190010412345678' });
    expect(taxQuery('c', twelve)).toMatchObject({ code: '031001900104', number: '12345678' });
    const ten = receivableForTest({ ...DIGITAL, invoiceKey: 'L:310019001012345678' });
    expect(taxQuery('c', ten)).toMatchObject({ code: '3100190010', number: '12345678' });
  });

  it('can be checked when it is a Chinese VAT invoice in yuan', () => {
    expect(isVerifiable(receivable)).toBe(true);
    expect(isVerifiable({ ...receivable, payable: money('1.00', 'EUR') })).toBe(false);
    expect(isVerifiable({ ...receivable, invoiceKey: 'G:DE1:INV-1:380' })).toBe(false);
  });
});

describe('asking', () => {
  const ground = {
    ...{ hasBureau: true, today: localDate('2026-11-22'), asked: 4, quota: 5, years: 5, waiting: false },
  };
  const issued = (date: string) => ({ ...receivable, issueDate: localDate(date) });
  const code = (change: object, one = issued('2026-10-01')) =>
    refuseAsking(one, { ...ground, ...change })?.code ?? null;

  it('is allowed within quota and years', () => {
    expect(code({})).toBeNull();
    expect(code({}, issued('2021-11-22'))).toBeNull();
  });
  it.each([
    ['receivables.tax_quota_used', { asked: 5 }],
    ['receivables.tax_bureau_missing', { hasBureau: false }],
    ['receivables.tax_check_waiting', { waiting: true }],
  ])('is refused: %s', (expected, change) => expect(code(change)).toBe(expected));
  it('is refused for what is too old or no Chinese invoice', () => {
    expect(code({}, issued('2021-11-21'))).toBe('receivables.tax_invoice_too_old');
    expect(code({}, { ...receivable, invoiceKey: 'G:DE1:1:380' })).toBe('receivables.tax_not_verifiable');
  });
});

describe('where an invoice stands', () => {
  const now = new Date('2026-11-22T10:00:00Z');
  const ground = { hasBureau: true, verifiable: true, now, freshHours: 24 };
  const answered = (kind: (typeof TAX_RESULTS)[number], at: string) => ({ kind, answeredAt: new Date(at) });

  it('is good for so many hours', () => {
    expect(standingOf(answered('equal', '2026-11-21T10:00:00Z'), ground)).toBe('good');
    expect(standingOf(answered('equal', '2026-11-21T09:59:59Z'), ground)).toBe('stale');
    expect(standingOf(null, ground)).toBe('unchecked');
  });
  it('is bad after any other answer, and no missing bureau makes that good', () => {
    for (const kind of ['different', 'not_found', 'void', 'red'] as const)
      for (const hasBureau of [true, false])
        expect(standingOf(answered(kind, '2026-11-22T09:00:00Z'), { ...ground, hasBureau })).toBe('bad');
  });
  it('says so where nothing can be checked', () => {
    expect(standingOf(null, { ...ground, hasBureau: false })).toBe('no_bureau');
    expect(standingOf(null, { ...ground, verifiable: false })).toBe('not_verifiable');
  });
});

describe('checks on a schedule', () => {
  const last = new Date('2026-11-01T00:00:00Z');
  const due = (id: string, day: string) =>
    isDueAgain(last, { receivableId: id, now: new Date(`2026-11-${day}T00:00:00Z`), everyDays: 7 });

  it('come again after the days, spread over one more', () => {
    expect(due('0-0000', '08')).toBe(true);
    expect(due('0-ffff', '08')).toBe(false);
    expect(due('0-ffff', '09')).toBe(true);
    expect(due('0-0000', '07')).toBe(false);
    expect(isDueAgain(null, { receivableId: '0-ffff', now: last, everyDays: 7 })).toBe(true);
  });
});
