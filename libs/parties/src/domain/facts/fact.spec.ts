// Which facts are taken, and which codes no classification has.
import fc from 'fast-check';
import { DomainError, localDate } from '#kernel';
import { isIndustry, isRegion } from './classifications';
import { assertFact, assertMayRecord, type FactKind, profileOf, SME_SIZES } from './fact';

const codeOf = (call: () => unknown): unknown => {
  try {
    call();
    return 'done';
  } catch (error) {
    return error instanceof DomainError ? error.code : error;
  }
};
const today = localDate('2026-06-01');
const wish = (kind: FactKind, value: string, validFrom = today) => ({
  ...{ kind, value, validFrom, source: ' 企业信用信息公示系统 ' },
});

it.each<[FactKind, string]>([
  ['sme_size', 'large'],
  ['sme_size', 'micro'],
  ['industry', 'C13'],
  ['industry', 'C4390'],
  ['industry', 'A011'],
  ['industry', 'T97'],
  ['region', '110000'],
  ['region', '310115'],
  ['region', '820000'],
])('%s: takes %s', (kind, value) => {
  expect(assertFact(wish(kind, ` ${value}`), today)).toMatchObject({ value, source: '企业信用信息公示系统' });
});

it.each<[FactKind, string]>([
  ['sme_size', 'huge'],
  ['sme_size', 'C13'],
  ['industry', '13'],
  ['industry', 'C1'],
  ['industry', 'C12'],
  ['industry', 'C44'],
  ['industry', 'U98'],
  ['industry', 'c13'],
  ['industry', 'C13911'],
  ['industry', 'T98'],
  ['region', '11000'],
  ['region', '160000'],
  ['region', '310015'],
  ['region', '31011X'],
  ['region', '3101150'],
])('%s: refuses %s', (kind, value) => {
  expect(codeOf(() => assertFact(wish(kind, value), today))).toBe('parties.fact_malformed');
});

it('has each division of 01 to 97 in exactly one section', () => {
  const sections = 'ABCDEFGHIJKLMNOPQRST'.split('');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99 }), fc.stringMatching(/^\d{0,2}$/), (division, finer) => {
      const code = `${String(division).padStart(2, '0')}${finer}`;
      const fitting = sections.filter((section) => isIndustry(`${section}${code}`));
      expect(fitting).toHaveLength(division >= 1 && division <= 97 ? 1 : 0);
    }),
  );
});

it('has 34 provinces', () => {
  const all = Array.from({ length: 100 }, (_, index) => `${String(index).padStart(2, '0')}0000`);
  expect(all.filter(isRegion)).toHaveLength(34);
});

it('takes no fact of a day to come, and none about the recorder’s own organisation', () => {
  expect(codeOf(() => assertFact(wish('sme_size', 'small', localDate('2026-06-02')), today))).toBe(
    'parties.fact_in_future',
  );
  expect(codeOf(() => assertMayRecord('a', { organisationId: 'a' }))).toBe('parties.record_own');
  expect(() => assertMayRecord('a', { organisationId: 'b' })).not.toThrow();
});

it('makes a profile of what is known', () => {
  expect(profileOf([])).toEqual({ smeSize: null, industry: null, region: null });
  for (const value of SME_SIZES)
    expect(profileOf([{ kind: 'sme_size', value }])).toMatchObject({ smeSize: value, region: null });
});
