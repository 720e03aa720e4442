import fc from 'fast-check';
import { addDays, localDate } from '#kernel';
import {
  assertGroup,
  assertMembership,
  type GroupMembership,
  membersOn,
  MOST_MEMBERS,
} from './connected-group';

const TODAY = localDate('2026-06-01');
const codeOf = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    return (error as { code: unknown }).code;
  }
  return null;
};
const ids = (count: number) => Array.from({ length: count }, (_, index) => `organisation ${index}`);

it.each([
  ['two', ids(2), TODAY, null],
  ['as many as there may be', ids(MOST_MEMBERS), TODAY, null],
  ['none', [], TODAY, 'parties.group_size'],
  ['one alone', ids(1), TODAY, 'parties.group_size'],
  ['one twice', ['a', 'b', 'a'], TODAY, 'parties.group_size'],
  ['too many', ids(MOST_MEMBERS + 1), TODAY, 'parties.group_size'],
  ['two from tomorrow on', ids(2), addDays(TODAY, 1), 'parties.group_misdated'],
])('a group of %s', (_, members, from, code) => {
  expect(codeOf(() => assertGroup(members, from, TODAY))).toBe(code);
});

it.each([
  ['joins', true, ['a'], TODAY, null],
  ['leaves', false, ['a', 'b'], TODAY, null],
  ['joins again', true, ['a', 'b'], TODAY, 'parties.membership_unchanged'],
  ['leaves without having belonged', false, ['a'], TODAY, 'parties.membership_unchanged'],
  ['joins tomorrow', true, ['a'], addDays(TODAY, 1), 'parties.group_misdated'],
  ['joins a full group', true, ids(MOST_MEMBERS), TODAY, 'parties.group_size'],
] as const)('an organisation %s', (_, belongs, on, validFrom, code) => {
  const wish = { belongs, validFrom, source: 'annual report' };
  expect(codeOf(() => assertMembership(wish, 'b', on, TODAY))).toBe(code);
});

describe('who belongs on a day', () => {
  const fact = (organisationId: string, belongs: boolean, day: string, order: number): GroupMembership => ({
    ...{ id: `${order}` as GroupMembership['id'], groupId: 'g', organisationId, belongs },
    ...{ validFrom: localDate(day), source: 's', recordedBy: 'u', recordedAt: new Date(order * 1000) },
  });
  const facts = [
    fact('a', true, '2024-01-01', 1),
    fact('b', true, '2024-01-01', 1),
    fact('b', false, '2025-01-01', 2),
    fact('c', true, '2025-06-01', 3),
    fact('c', false, '2025-06-01', 4),
  ];

  it.each([
    ['2023-12-31', []],
    ['2024-12-31', ['a', 'b']],
    ['2025-01-01', ['a']],
    ['2025-06-01', ['a']],
  ])('%s: %j', (day, members) => {
    expect(membersOn(facts, localDate(day)).sort()).toEqual(members);
  });

  it('does not depend on the order in which facts are read', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(facts, { minLength: facts.length }), (shuffled) => {
        expect(membersOn(shuffled, localDate('2025-06-01')).sort()).toEqual(['a']);
      }),
    );
  });
});
