import fc from 'fast-check';
import { type BulkEntry, repetitionsOf, type UsedReference } from './bulk';

const entry = (reference: string, contentHash = 'a'): BulkEntry => ({ reference, contentHash });
const used = (contentHash: string | null): UsedReference => ({ filingId: 'f', number: '1', contentHash });
const told = (entries: readonly BulkEntry[], before: readonly (readonly [string, UsedReference])[] = []) =>
  repetitionsOf(entries, new Map(before)).map((one) => {
    if (one === null) return 'new';
    return 'before' in one ? 'before' : one.refused.code;
  });

describe('repetitions in a bulk call', () => {
  it.each([
    ['a new reference', [entry('A')], [], ['new']],
    ['a reference twice', [entry('A'), entry('A')], [], ['new', 'desk.reference_twice']],
    ['the same registration again', [entry('A')], [['A', used('a')]], ['before']],
    ['another one under it', [entry('A', 'b')], [['A', used('a')]], ['desk.reference_used']],
    ['one that came in a file', [entry('A')], [['A', used(null)]], ['desk.reference_used']],
  ] as const)('%s', (_, entries, before, expected) => {
    expect(told(entries, before)).toEqual(expected);
  });

  it('let each reference through at most once', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('A', 'B', 'C', 'D'), { maxLength: 20 }), (references) => {
        const verdicts = told(references.map((one) => entry(one)));
        const through = references.filter((_, place) => verdicts[place] === 'new');
        expect(through.sort()).toEqual([...new Set(references)].sort());
      }),
    );
  });
});
