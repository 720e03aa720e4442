// Reminders on a real database: at their days, each once, the last one with a word to the administrators.
import { ManualClock } from '#kernel';
import { Db, EVERYONE, Parameters, query } from '#platform';
import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { AskedStore } from '../data/asked.store';
import { EntryStore } from '../data/entry.store';
import { Entries } from './entries';
import { RemindDebtors } from './remind-debtors';

const AT = new Date('2026-11-22T08:00:00Z');
const DAY_MS = 86_400_000;
const id = (n: number) => `01980000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const US = id(900_000);
const BEFORE_THE_FIRST = 9;

let database: TestDatabase;
let source: DataSource;
let db: Db;
let clock: ManualClock;
let reminding: RemindDebtors;
let entries: Entries;
const store = new EntryStore();

beforeEach(async () => {
  database = await createTestDatabase();
  source = await new DataSource({ type: 'postgres', url: database.appUrl }).initialize();
  db = new Db(source);
  clock = new ManualClock(AT);
  entries = new Entries(db, store, new AskedStore(), clock);
  reminding = new RemindDebtors(db, store, new Parameters(), clock);
  await query(
    source.manager,
    `insert into parties.organisation (id, legal_name, search_name, capabilities, status, version, onboarded_at, kind)
     values ($1, 'A buyer', 'a buyer', '{core_enterprise}', 'active', 1, $2, 'enterprise')`,
    [US, AT],
  );
});
afterEach(async () => {
  await source.destroy();
  await database.drop();
});

const ask = (n: number) =>
  entries.take(id(n), [{ organisationId: US, kind: 'receivable_to_answer', subjectId: id(n) }]);
const told = async () =>
  (
    await query<{ kind: string }>(
      db.reads,
      `select kind from inbox.entry where state = 'told' order by opened_at, kind`,
      [],
    )
  ).map(({ kind }) => kind);
const later = async (days: number) => {
  clock.advance(AT.getTime() + days * DAY_MS - clock.now().getTime());
  await reminding.execute();
};

it('reminds on the tenth, the twentieth and the twenty-seventh day, each once, of many tasks at once', async () => {
  for (const n of [1, 2, 3]) await ask(n);
  await later(BEFORE_THE_FIRST);
  expect(await told()).toEqual([]);
  await later(10);
  await later(11);
  expect(await told()).toEqual(['answer_reminder']);
  await later(20);
  expect(await told()).toHaveLength(2);
  await later(27);
  await later(40);
  expect(await told()).toEqual([
    ...['answer_reminder', 'answer_reminder'],
    ...['answer_escalated', 'answer_reminder'],
  ]);
});

it('reminds once of what was forgotten for long, and not of what is answered', async () => {
  await ask(1);
  await ask(2);
  await entries.take(id(3), [], [{ kind: 'receivable_to_answer', subjectId: id(2), state: 'done' }]);
  await later(30);
  expect(await told()).toEqual(['answer_escalated', 'answer_reminder']);
  expect(await store.waiting(db.reads, EVERYONE)).toHaveLength(1);
});

it('says nothing to who has answered everything', async () => {
  await ask(1);
  await entries.take(id(2), [], [{ kind: 'receivable_to_answer', subjectId: id(1), state: 'done' }]);
  await later(30);
  expect(await told()).toEqual([]);
});
