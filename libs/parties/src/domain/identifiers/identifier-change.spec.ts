import { addDays, localDate } from '#kernel';
import type { Identifier } from '../identifier';
import { assertIdentifierChange, type IdentifierWish } from './identifier-change';

const TODAY = localDate('2026-06-01');
const USCC: Identifier = { scheme: 'USCC', value: '91110000802100433B' };
const VAT: Identifier = { scheme: 'VAT', value: 'DE 111-111-111' };
const codeOf = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    return (error as { code: unknown }).code;
  }
  return null;
};
const wish = (change: Partial<IdentifierWish>): IdentifierWish => ({
  ...{ scheme: 'VAT', value: 'FR12345678901', change: 'added', changedOn: TODAY, evidence: 'certificate' },
  ...change,
});

it.each([
  ['a new number', {}, [USCC], null],
  ['the same value under another scheme', { value: USCC.value }, [USCC], null],
  [
    'a USCC with a wrong check character',
    { scheme: 'USCC', value: '91110000802100433A' },
    [USCC],
    'identifier_invalid',
  ],
  [
    'an LEI with wrong check digits',
    { scheme: 'LEI', value: '5493001KJTIIGC8Y1R13' },
    [USCC],
    'identifier_invalid',
  ],
  ['a right LEI', { scheme: 'LEI', value: '5493001KJTIIGC8Y1R12' }, [USCC], null],
  ['one it has, written otherwise', { value: 'de111111111' }, [USCC, VAT], 'identifier_held'],
  ['one of tomorrow', { changedOn: addDays(TODAY, 1) }, [USCC], 'identifier_misdated'],
  ['the eleventh', {}, Array.from({ length: 10 }, () => USCC), 'identifiers_missing'],
] as const)('adding %s', (_, change, identifiers, code) => {
  expect(codeOf(() => assertIdentifierChange(wish(change), { identifiers }, TODAY))).toBe(
    code === null ? null : `parties.${code}`,
  );
});

it.each([
  ['one of two', { value: 'DE111111111' }, [USCC, VAT], null],
  ['the only one', { ...USCC }, [USCC], 'identifier_last'],
  ['one it has not', { value: 'DE222222222' }, [USCC, VAT], 'identifier_not_held'],
  ['one under another scheme', { scheme: 'LOCAL', value: 'DE111111111' }, [USCC, VAT], 'identifier_not_held'],
] as const)('retiring %s', (_, change, identifiers, code) => {
  const retired = wish({ ...change, change: 'retired' } as Partial<IdentifierWish>);
  expect(codeOf(() => assertIdentifierChange(retired, { identifiers }, TODAY))).toBe(
    code === null ? null : `parties.${code}`,
  );
});

it('retires a number as it was written', () => {
  const retired = wish({ value: 'de111111111', change: 'retired' });
  expect(assertIdentifierChange(retired, { identifiers: [USCC, VAT] }, TODAY)).toBe(VAT);
});
