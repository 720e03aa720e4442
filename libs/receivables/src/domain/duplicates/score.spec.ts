import { localDate, money } from '#kernel';
import { amountRelation, bandOf, bandsAround, tellingDigits } from './amount-shape';
import { searchedTexts, storedTexts } from './fingerprint';
import type { Compared } from './match';
import { numberShape, relationOf } from './number-shape';
import { partMatches } from './part-sums';
import { compare } from './score';
import { pairMatches } from './screening';

const base: Compared = {
  ...{ id: 'a', supplierId: 'seller', debtorId: 'buyer', number: 'INV-2026-004711' },
  ...{ issueDate: localDate('2026-03-05'), dueDate: null, amount: money('1234.56', 'CNY'), standing: 'live' },
};
const other = (wish: Partial<Compared>): Compared => ({ ...base, id: 'b', ...wish });

describe('numbers', () => {
  it.each([
    ['INV-2026-004711', 'ＩＮＶ－２０２６－００４７１１', 'same'],
    ['INV-2026-004711', 'INV-2O26-0047I1', 'same'],
    ['RE0004711', 'NO.RE0004711', 'same'],
    ['RE0004711', '4711', 'same'],
    ['A-2026-004711', 'B-2026-004711', 'other_prefix'],
    ['40004711', '40004171', 'slip'],
    ['40004711', '4000711', 'slip'],
    ['40004711', '40004721', 'neighbour_slip'],
    ['40004711', '40004712', 'series'],
    ['40004711', '40009999', 'other'],
    ['12', '21', 'series'],
    ['40004711', '40004765', 'series'],
    ['A-12', 'B-21', 'other'],
    ['no digits', 'none here', 'other'],
  ])('%s and %s: %s', (a, b, relation) => {
    expect(relationOf(numberShape(a), numberShape(b))).toBe(relation);
    expect(relationOf(numberShape(b), numberShape(a))).toBe(relation);
  });
});

describe('amounts', () => {
  it.each([
    ['1234.56', '1234.56', 'same'],
    ['1234.56', '1235.00', 'rounded'],
    ['98765.43', '98770.00', 'rounded'],
    ['1234.56', '1236.56', 'other'],
    ['1000.00', '1010.00', 'other'],
  ])('%s and %s: %s', (a, b, relation) => expect(amountRelation(a, b)).toBe(relation));

  it('meet in a band with what they were rounded from', () => {
    for (const [a, b] of [
      ['1199.60', '1200.00'],
      ['999.99', '1000.00'],
    ] as const)
      expect(bandsAround(a)).toContain(bandOf(b));
  });

  it.each([
    ['1200.00', 2],
    ['1234.56', 6],
    ['0.50', 1],
  ])('%s has %i telling digits', (amount, digits) => expect(tellingDigits(amount)).toBe(digits));
});

describe('a pair', () => {
  it.each<[string, Partial<Compared>]>([
    ['a number typed again', { number: 'INV-2026-004171' }],
    ['letters for digits', { number: 'INV-2O26-004711' }],
    [
      'another prefix word and a shifted date',
      { number: 'NO.2026-004711', issueDate: localDate('2026-03-08') },
    ],
    ['day and month swapped', { number: '2026-004711', issueDate: localDate('2026-05-03') }],
    ['a rounded amount', { number: '2026-004711', amount: money('1235.00', 'CNY') }],
    ['another currency', { number: '2026-004711', amount: money('1234.56', 'USD') }],
    ['another seller', { supplierId: 'rival' }],
    ['another buyer', { debtorId: 'else' }],
  ])('is near with %s', (_, wish) =>
    expect(compare(other(wish), base, false)).toMatchObject({ class: 'near' }),
  );

  it.each<[string, Partial<Compared>]>([
    ['the next number of the day', { number: 'INV-2026-004712' }],
    ['the rent of next month', { number: 'INV-2026-004902', issueDate: localDate('2026-04-05') }],
    ['another amount', { number: 'INV-2026-004171', amount: money('777.77', 'CNY') }],
    ['neither seller nor buyer', { supplierId: 'rival', debtorId: 'else' }],
    ['a twin that was rejected', { number: '2026-004711' }],
  ])('is nothing with %s', (why, wish) => {
    const earlier = why.includes('rejected') ? { ...base, standing: 'gone' as const } : base;
    expect(compare(other(wish), earlier, false)).toBeNull();
  });

  it('is a reissue after a credit note, and not before it', () => {
    const credited = { ...base, standing: 'credited' as const };
    const again = other({ number: 'INV-2026-005000', issueDate: localDate('2026-03-20') });
    expect(compare(again, credited, false)).toMatchObject({ class: 'reissued' });
    expect(compare({ ...again, issueDate: localDate('2026-03-01') }, credited, false)).toBeNull();
  });

  it('proves nothing by an amount that recurs', () => {
    const twin = other({ number: 'X-900001' });
    const usual = ['2026-02-05', '2026-01-05'].map((day, index) =>
      other({ id: `c${index.toString()}`, number: `Y-${index.toString()}00`, issueDate: localDate(day) }),
    );
    expect(pairMatches(twin, [base])).toHaveLength(1);
    expect(pairMatches(twin, [base, ...usual])).toEqual([]);
  });
});

describe('parts', () => {
  const part = (id: string, amount: string, place: number) => ({
    invoice: other({ id, number: id, amount: money(amount, 'CNY') }),
    place,
  });
  const all = () => true;

  it.each([
    ['split', [part('w', '98765.43', 0), part('x', '40000.11', 1), part('y', '58765.32', 2)], ['x', 'y']],
    ['merged', [part('x', '40000.11', 0), part('y', '58765.32', 1), part('w', '98765.43', 2)], ['w']],
  ])('are %s by the order in which they came', (found, placed, ids) => {
    const matches = partMatches(placed, all);
    expect(matches.map(({ id }) => id).sort()).toEqual(ids);
    expect(matches.every((one) => one.class === found)).toBe(true);
  });

  it.each([
    ['round amounts', [part('x', '1000.00', 0), part('y', '2000.00', 1), part('w', '3000.00', 2)]],
    ['no sum', [part('x', '1000.01', 0), part('y', '2000.02', 1), part('w', '3000.00', 2)]],
  ])('are not seen in %s', (_, placed) => expect(partMatches(placed, all)).toEqual([]));

  it('are looked for only where something is new', () => {
    const placed = [part('x', '40000.11', 0), part('y', '58765.32', 1), part('w', '98765.43', 2)];
    expect(partMatches(placed, () => false)).toEqual([]);
  });
});

describe('fingerprints', () => {
  const parties = { seller: ['VAT:DE1', 'LOCAL:HRB1'], buyer: ['USCC:X'] };
  const texts = (list: readonly { text: string }[]) => new Set(list.map(({ text }) => text));

  it('are one of each kind, and found again by each identifier', () => {
    const stored = storedTexts(base, parties);
    expect(stored.map(({ kind }) => kind)).toEqual(['number', 'content', 'band', 'presented']);
    const searched = texts(searchedTexts(base, parties));
    for (const { text } of stored) expect(searched.has(text)).toBe(true);
    for (const { text } of storedTexts(base, { ...parties, seller: ['LOCAL:HRB1'] }))
      expect(searched.has(text)).toBe(true);
  });

  it('meet across the end of a month, and not for another amount', () => {
    const late = { ...base, issueDate: localDate('2026-03-31') };
    const early = { ...base, number: 'Z-1', issueDate: localDate('2026-04-02') };
    const meet = (a: typeof base, b: typeof base) => {
      const searched = texts(searchedTexts(a, parties));
      return storedTexts(b, parties).filter(({ text }) => searched.has(text)).length;
    };
    expect(meet(early, late)).toBe(3);
    expect(meet(late, early)).toBe(3);
    expect(meet(late, { ...early, amount: money('777.00', 'CNY') })).toBe(0);
  });
});
