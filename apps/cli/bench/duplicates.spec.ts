import { measureDuplicates } from './duplicates';
import { corpusOf } from './duplicates/corpus';
import { figuresOf } from './duplicates/judge';
import { FAMILIES } from './duplicates/mutations';

const size = { seed: 7, honest: 3_000, each: 60, sellers: 20 };

describe('the duplicate detector', () => {
  it('keeps its bars on a small corpus', async () => {
    const { families, exactRecall, nearRecall, precision, flagged } = await measureDuplicates(size);
    expect(families.map(({ family, cases }) => [family, cases])).toEqual(
      FAMILIES.map((family) => [family, 60]),
    );
    expect(exactRecall).toBeGreaterThanOrEqual(0.99);
    expect(nearRecall).toBeGreaterThanOrEqual(0.95);
    expect(precision).toBeGreaterThanOrEqual(0.98);
    expect(flagged).toBeGreaterThan(9 * 60 - 1);
  });

  it('finds reissues and does not hold them', async () => {
    const { families } = await measureDuplicates(size);
    const reissue = families.find(({ family }) => family === 'reissue');
    expect(reissue?.classes).toEqual({ reissued: 60 });
  });
});

describe('the figures', () => {
  const corpus = corpusOf({ ...size, honest: 300, each: 3 });
  const at = corpus.truths.findIndex(({ family }) => family === 'retyped');
  const [origin = -1] = corpus.truths[at]?.origins ?? [];

  it('count a match with the origin as found', () => {
    const figures = figuresOf(corpus, [{ at, class: 'near', otherAts: [origin] }]);
    expect(figures.families.find(({ family }) => family === 'retyped')).toMatchObject({
      ...{ found: 1, cases: 3, told: 1, wrong: 0, precision: 1 },
    });
    expect(figures).toMatchObject({ precision: 1, wrong: 0, flagged: 1 });
  });

  it('count a match with anything else as missed, and a match of an honest invoice as wrong', () => {
    const figures = figuresOf(corpus, [
      { at, class: 'near', otherAts: [origin + 1] },
      { at: 0, class: 'near', otherAts: [1] },
    ]);
    expect(figures.families.every(({ found }) => found === 0)).toBe(true);
    expect(figures).toMatchObject({ wrong: 2, precision: 0, honest: { invoices: 300, wrong: 1 } });
    expect(figures.families.find(({ family }) => family === 'retyped')).toMatchObject({
      ...{ told: 1, wrong: 1, precision: 0 },
    });
  });

  it('come from the same corpus for the same seed', () => {
    expect(corpusOf({ ...size, honest: 300, each: 3 })).toEqual(corpus);
    expect(corpusOf({ ...size, honest: 300, each: 3, seed: 8 })).not.toEqual(corpus);
  });
});
