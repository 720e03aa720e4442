import { amountInWords, instantInWords } from './plain-figures';

it.each([
  [
    '2026-11-22T08:00:00.000001Z',
    '2026年11月22日 16:00:00.000001（北京时间）',
    '2026-11-22 08:00:00.000001 UTC',
  ],
  ['2026-12-31T16:00:00Z', '2027年01月01日 00:00:00（北京时间）', '2026-12-31 16:00:00 UTC'],
  [
    '2028-02-28T15:59:59.999999Z',
    '2028年02月28日 23:59:59.999999（北京时间）',
    '2028-02-28 15:59:59.999999 UTC',
  ],
  ['yesterday', 'yesterday', 'yesterday'],
])('the instant %s reads well in both languages', (text, zh, en) => {
  expect(instantInWords(text)).toEqual({ zh, en });
});

it.each([
  ['CNY 900.00', 'CNY 900.00'],
  ['CNY 1000.00', 'CNY 1,000.00'],
  ['CNY 1234567890123.45', 'CNY 1,234,567,890,123.45'],
  ['JPY 1000000', 'JPY 1,000,000'],
  ['All of CNY 1000.00', 'All of CNY 1000.00'],
])('the amount %s has its thousands marked', (text, shown) => {
  expect(amountInWords(text)).toBe(shown);
});
