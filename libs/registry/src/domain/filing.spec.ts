import { CATEGORIES, CATEGORY_TEXTS } from './category';
import { assetKeysOf, FILING_STATES, FILING_TRANSITIONS, type FilingDraft, type FilingState } from './filing';

const allowed: [FilingState, FilingState][] = [
  ['live', 'lapsed'],
  ['live', 'cancelled'],
  ['live', 'revoked'],
];

describe('the states of a filing', () => {
  const pairs = FILING_STATES.flatMap((from) => FILING_STATES.map((to) => [from, to] as const));
  it.each(pairs)('%s -> %s', (from, to) => {
    const expected = allowed.some(([a, b]) => a === from && b === to);
    expect(FILING_TRANSITIONS[from].includes(to)).toBe(expected);
  });
});

describe('categories', () => {
  it('are the seven of Order 2021 No. 7, each with a name in both languages', () => {
    expect(CATEGORIES).toHaveLength(7);
    for (const { en, zh } of Object.values(CATEGORY_TEXTS)) expect([en, zh]).not.toContain('');
  });
});

describe('assetKeysOf', () => {
  it('names each asset once', () => {
    const collateral = ['a', null, 'b', 'a'].map((assetKey) => ({ assetKey }));
    expect(assetKeysOf({ collateral } as unknown as FilingDraft)).toEqual(['a', 'b']);
  });
});
