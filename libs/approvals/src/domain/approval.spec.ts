import { DomainError } from '#kernel';
import { actionsOn, APPROVAL_MOVES, APPROVAL_STATES, assertDecidable, assertWithdrawable } from './approval';

const NOW = new Date('2026-11-23T02:00:00Z');
const LATER = new Date('2026-11-26T02:00:00Z');
const waiting = { state: 'waiting', madeBy: 'maker', expiresAt: LATER } as const;
const who = (userId: string, ...permissions: string[]) => ({ userId, permissions: new Set(permissions) });
const codeOf = (work: () => void): string => {
  try {
    work();
    return 'done';
  } catch (error) {
    if (error instanceof DomainError) return error.code.replace('approvals.', '');
    throw error;
  }
};

describe('what may become of an approval', () => {
  const pairs = APPROVAL_STATES.flatMap((from) => APPROVAL_STATES.map((to) => [from, to] as const));
  it.each(pairs)('%s -> %s', (from, to) =>
    expect(APPROVAL_MOVES[from].includes(to)).toBe(from === 'waiting' && to !== 'waiting'),
  );
});

describe('who decides', () => {
  it.each([
    ['a second person who may do the deed', who('checker', 'limit.set'), NOW, 'done'],
    ['the maker', who('maker', 'limit.set'), NOW, 'maker_is_checker'],
    ['somebody who may not do the deed', who('checker', 'limit.read'), NOW, 'checker_may_not'],
    ['a second person in the last moment', who('checker', 'limit.set'), new Date(+LATER - 1), 'done'],
    ['a second person too late', who('checker', 'limit.set'), LATER, 'approval_expired'],
  ])('%s', (_, by, now, outcome) =>
    expect(codeOf(() => assertDecidable(waiting, by, 'limit.set', now))).toBe(outcome),
  );

  it.each(APPROVAL_STATES.filter((state) => state !== 'waiting'))('nobody once it is %s', (state) => {
    const ended = { ...waiting, state };
    expect(codeOf(() => assertDecidable(ended, who('checker', 'limit.set'), 'limit.set', NOW))).toBe(
      'approval_ended',
    );
    expect(codeOf(() => assertWithdrawable(ended, who('maker'), NOW))).toBe('approval_ended');
    expect(actionsOn(ended, who('checker', 'limit.set'), 'limit.set', NOW)).toEqual([]);
  });

  it('only the maker withdraws, in time', () => {
    expect(codeOf(() => assertWithdrawable(waiting, who('maker'), NOW))).toBe('done');
    expect(codeOf(() => assertWithdrawable(waiting, who('checker'), NOW))).toBe('not_the_maker');
    expect(codeOf(() => assertWithdrawable(waiting, who('maker'), LATER))).toBe('approval_expired');
  });
});

it('the screen offers what would not be refused', () => {
  expect(actionsOn(waiting, who('maker', 'limit.set'), 'limit.set', NOW)).toEqual(['withdraw']);
  expect(actionsOn(waiting, who('checker', 'limit.set'), 'limit.set', NOW)).toEqual(['approve', 'decline']);
  expect(actionsOn(waiting, who('checker'), 'limit.set', NOW)).toEqual([]);
  expect(actionsOn(waiting, who('checker', 'limit.set'), 'limit.set', LATER)).toEqual([]);
});
