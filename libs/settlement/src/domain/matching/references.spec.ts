import { candidatesIn, referenceKey } from './references';

describe('a reference in a payer’s words', () => {
  it.each([
    ['9314110911/00/M/00/N', '货款 9314110911/00/M/00/N'],
    ['MY-2026-0917', '付MY-2026-0917款'],
    ['A-1-2-3-4-5', 'invoice A-1-2-3-4-5.'],
  ])('%s is found in %s', (reference, text) => {
    expect(candidatesIn(text).map(({ key }) => key)).toContain(referenceKey(reference));
  });

  it('of more parts than anybody writes is not put together', () => {
    const reference = 'A-1-2-3-4-5-6-7';
    expect(candidatesIn(reference).map(({ key }) => key)).not.toContain(referenceKey(reference));
  });

  it('is not found inside a longer number', () => {
    expect(candidatesIn('INV 91234').map(({ key }) => key)).not.toContain('123');
  });
});
