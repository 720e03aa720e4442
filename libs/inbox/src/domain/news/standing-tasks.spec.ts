// What waits, rebuilt from deeds, and what is said when the inbox differs.
import type { News } from './news';
import { StandingTasks } from './standing-tasks';

const kind = 'payout_to_release' as const;
const asks = (subjectId: string, organisationId: string | null = 'us'): News => ({
  wishes: [{ organisationId, kind, subjectId }],
  endings: [],
});
const ends = (subjectId: string): News => ({ wishes: [], endings: [{ kind, subjectId, state: 'done' }] });
const waits = (subjectId: string, organisationId = 'us') => ({ kind, subjectId, organisationId });
const rebuilt = (...news: readonly News[]) => {
  const tasks = new StandingTasks();
  for (const one of news) tasks.take(one);
  return tasks;
};

it.each<[string, readonly News[], readonly ReturnType<typeof waits>[]]>([
  ['asked', [asks('a')], [waits('a')]],
  ['asked and ended', [asks('a'), ends('a')], []],
  ['asked again after its end', [asks('a'), ends('a'), asks('a')], [waits('a')]],
  ['asked of the operators, whichever they are', [asks('a', null)], [waits('a', 'them')]],
])('holds when a task that was %s is as it should be', (_, news, waiting) =>
  expect(rebuilt(...news).compare(waiting)).toEqual([]),
);

it.each<[string, readonly News[], readonly ReturnType<typeof waits>[], RegExp]>([
  ['is missing', [asks('a')], [], /does not wait/],
  ['is another organisation’s', [asks('a')], [waits('a', 'them')], /does not wait/],
  ['was ended and waits', [asks('a'), ends('a')], [waits('a')], /ended it/],
  ['nobody asked for', [], [waits('a')], /never asked/],
])('finds a task that %s', (_, news, waiting, problem) => {
  const [finding, ...more] = rebuilt(...news).compare(waiting);
  expect(finding).toMatchObject({ subject: `${kind} a`, problem: expect.stringMatching(problem) as string });
  expect(more).toEqual([]);
});

it('says nothing of what the inbox has not heard of yet', () => {
  const tasks = rebuilt(asks('a'));
  tasks.unheard(asks('a'));
  expect(tasks.compare([])).toEqual([]);
});

it('tells nothing of what is told and not asked', () => {
  const told: News = {
    wishes: [{ organisationId: 'us', kind: 'payout_failed', subjectId: 'a' }],
    endings: [],
  };
  expect(rebuilt(told).compare([])).toEqual([]);
});
