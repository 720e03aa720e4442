import { type AccountTest, isDue, nextTryAt } from './account-test';

const asked = new Date('2026-11-23T08:00:00Z');
const test = (change: Partial<AccountTest>): AccountTest => ({
  ...{ id: 'T', accountId: 'A', bank: 'bank', askedAt: asked, triedAt: null, tries: 0 },
  ...{ outcome: null, refusal: null },
  ...change,
});

it.each([
  [0, 1],
  [1, 1],
  [2, 2],
  [3, 4],
  [6, 32],
  [7, 60],
  [500, 60],
])('after %i tries the bank is asked again in %i minutes', (tries, minutes) => {
  const triedAt = new Date('2026-11-23T09:30:00Z');
  const at = nextTryAt(test({ tries, triedAt: tries === 0 ? null : triedAt }));
  expect(at.getTime() - (tries === 0 ? asked : triedAt).getTime()).toBe(minutes * 60_000);
});

it('asks nobody before its time, nor once there is an answer', () => {
  const later = new Date(asked.getTime() + 60_000);
  expect(isDue(test({}), new Date(later.getTime() - 1))).toBe(false);
  expect(isDue(test({}), later)).toBe(true);
  expect(isDue(test({ outcome: 'paid' }), later)).toBe(false);
  expect(isDue(test({ outcome: 'refused', refusal: 'AC01' }), later)).toBe(false);
});
