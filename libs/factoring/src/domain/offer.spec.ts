// What may be offered and what may be taken, at the borders of each rule.
import { localDate, money, startOfDay } from '#kernel';
import {
  defaultSurplusTo,
  type OfferTerms,
  type Recourse,
  RECOURSES,
  recourseWords,
  refuseAcceptance,
  refuseTerms,
  SURPLUS_TO,
} from './offer';
import { OFFER_STATES } from './states';

const now = new Date('2026-06-01T02:00:00Z');
const firstDueDate = localDate('2026-08-31');
const beginning = startOfDay(firstDueDate);
const request = { currency: 'CNY', firstDueDate };
const terms = (over: Partial<OfferTerms> = {}): OfferTerms => ({
  advanceRate: '0.8',
  rateAnnual: '0.06',
  dayCount: 'ACT/360',
  fees: [{ name: 'handling', amount: money('1', 'CNY') }],
  recourse: 'with',
  surplusTo: 'supplier',
  validUntil: new Date('2026-06-02T00:00:00Z'),
  ...over,
});
const later = (date: Date, millis: number) => new Date(date.getTime() + millis);

describe('the terms of an offer', () => {
  it.each<[string, Partial<OfferTerms>]>([
    ['as usual', {}],
    ['everything advanced', { advanceRate: '1' }],
    ['a sliver advanced', { advanceRate: '0.0000000001' }],
    ['no interest and no fee', { rateAnnual: '0', fees: [] }],
    ['a rate of 100 %', { rateAnnual: '1' }],
    ['valid for a millisecond', { validUntil: later(now, 1) }],
    ['valid until the first due date begins', { validUntil: beginning }],
  ])('can be offered: %s', (_what, over) => {
    expect(refuseTerms(terms(over), request, now)).toBeNull();
  });

  it.each<[string, Partial<OfferTerms>]>([
    ['factoring.advance_rate_out_of_range', { advanceRate: '0' }],
    ['factoring.advance_rate_out_of_range', { advanceRate: '1.0000000001' }],
    ['factoring.rate_out_of_range', { rateAnnual: '1.0000000001' }],
    ['factoring.fee_invalid', { fees: [{ name: 'a', amount: money('1', 'EUR') }] }],
    ['factoring.fee_invalid', { fees: [{ name: 'a', amount: money('0', 'CNY') }] }],
    ['factoring.fee_invalid', { fees: [{ name: 'a', amount: money('-1', 'CNY') }] }],
    ['factoring.validity_in_past', { validUntil: now }],
    ['factoring.validity_after_due', { validUntil: later(beginning, 1) }],
  ])('are refused: %s %j', (code, over) => {
    expect(refuseTerms(terms(over), request, now)).toMatchObject({ code, kind: 'refused' });
  });
});

describe('taking an offer', () => {
  const validUntil = later(now, 1);
  it.each(OFFER_STATES)('when it is %s', (state) => {
    const refusal = refuseAcceptance({ state, validUntil }, now);
    if (state === 'live') expect(refusal).toBeNull();
    else expect(refusal).toMatchObject({ code: 'factoring.offer_not_live', details: { state } });
  });

  it('is too late at the very instant its validity ends', () => {
    expect(refuseAcceptance({ state: 'live', validUntil: now }, now)).toMatchObject({
      code: 'factoring.offer_expired',
    });
  });
});

describe('recourse', () => {
  it.each<[Recourse, string]>([
    ['with', 'supplier'],
    ['without', 'financier'],
  ])('%s: the surplus goes to the %s unless agreed otherwise', (recourse, to) => {
    expect(defaultSurplusTo(recourse)).toBe(to);
  });

  it('is told in four different ways, each in both languages and with its article', () => {
    const all = RECOURSES.flatMap((recourse) => SURPLUS_TO.map((to) => recourseWords(recourse, to)));
    expect(new Set(all.map(({ en }) => en)).size).toBe(4);
    expect(new Set(all.map(({ zh }) => zh)).size).toBe(4);
    expect(recourseWords('with', 'supplier')).toMatchObject({
      en: expect.stringContaining('766') as string,
      zh: expect.stringContaining('第七百六十六条') as string,
    });
    expect(recourseWords('without', 'financier').en).toMatch(/767.*stays with the financier/);
  });
});
