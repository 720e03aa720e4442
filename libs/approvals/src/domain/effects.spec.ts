import fc from 'fast-check';
import { changesBetween, effectsOf } from './effects';

const written = (action: string, subjectId: string, subjectVersion: number) => ({
  ...{ action, subjectType: 'thing', subjectId, subjectVersion },
});
const deeds = fc.array(
  fc.record({
    action: fc.constantFrom('a.b_c', 'a.d_e'),
    subjectType: fc.constantFrom('thing', 'other'),
    subjectId: fc.constantFrom('1', '2', '3'),
    subjectVersion: fc.integer({ min: 1, max: 3 }),
  }),
  { maxLength: 6 },
);

describe('what a deed writes', () => {
  it('is the same when it is written again', () =>
    fc.assert(fc.property(deeds, (list) => changesBetween(effectsOf(list), effectsOf(list)).length === 0)));

  it('is another when any subject is in another version', () =>
    fc.assert(
      fc.property(deeds, fc.nat(), (list, pick) => {
        fc.pre(list.length > 0);
        const at = pick % list.length;
        const moved = list.map((deed, index) =>
          index === at ? { ...deed, subjectVersion: deed.subjectVersion + 1 } : deed,
        );
        return changesBetween(effectsOf(list), effectsOf(moved)).length > 0;
      }),
    ));

  it('does not depend on the ids of what it makes', () =>
    expect(
      changesBetween(effectsOf([written('a.b_c', 'new', 1)]), effectsOf([written('a.b_c', 'newer', 1)])),
    ).toEqual([]));

  it.each([
    ['another subject', [written('a.b_c', 'x', 2)], [written('a.b_c', 'y', 2)], ['a.b_c']],
    ['one deed more', [], [written('a.b_c', 'x', 2)], ['a.b_c']],
    ['one deed less', [written('a.b_c', 'x', 2)], [], ['a.b_c']],
    ['a change in place of a first', [written('a.b_c', 'x', 1)], [written('a.d_e', 'x', 2)], ['a.b_c']],
  ])('%s is named', (_, then, now, changed) =>
    expect(changesBetween(effectsOf(then), effectsOf(now))).toEqual(changed),
  );
});
