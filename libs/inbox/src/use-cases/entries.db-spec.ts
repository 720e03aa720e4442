// Tasks on a real database: whatever order deeds are told in, and however often, what waits in the end is the same.
import { ManualClock } from '#kernel';
import { Db, EVERYONE, NO_ONE, query } from '#platform';
import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { AskedStore } from '../data/asked.store';
import { EntryStore } from '../data/entry.store';
import { WhenDealMoves } from '../listeners/when-deal-moves';
import { Entries } from './entries';

const AT = new Date('2026-11-22T08:00:00Z');
/** Ids that grow with the number, as those of deeds do with time. */
const id = (n: number) => `01980000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const US = id(900_000);
const OTHER = id(900_001);
const REVERSED_AND_REPEATED = [2, 1, 0, 1, 2, 0];

let database: TestDatabase;
let source: DataSource;
let db: Db;
let entries: Entries;
const store = new EntryStore();
const clock = new ManualClock(AT);

beforeAll(async () => {
  database = await createTestDatabase();
  source = await new DataSource({ type: 'postgres', url: database.appUrl }).initialize();
  db = new Db(source);
  entries = new Entries(db, store, new AskedStore(), clock);
  await query(
    source.manager,
    `insert into parties.organisation (id, legal_name, search_name, capabilities, status, version, onboarded_at, kind)
     values ($1, 'A bank', 'a bank', '{bank}', 'active', 1, $2, 'enterprise')`,
    [US, AT],
  );
  await query(
    source.manager,
    `insert into parties.organisation (id, legal_name, search_name, capabilities, status, version, onboarded_at, kind)
     values ($1, 'A supplier', 'a supplier', '{supplier}', 'active', 1, $2, 'enterprise')`,
    [OTHER, AT],
  );
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

const kind = 'payout_to_release' as const;
const ask = (deed: number, subjectId: string) =>
  entries.takeDeed(id(deed), [{ organisationId: US, kind, subjectId }], []);
const end = (deed: number, subjectId: string) =>
  entries.takeDeed(id(deed), [], [{ kind, subjectId, state: 'done' }]);
const waiting = async (subjectId: string) =>
  (await store.waiting(db.reads, EVERYONE)).filter((one) => one.subjectId === subjectId);
const states = (subjectId: string) =>
  query<{ state: string }>(db.reads, 'select state from inbox.entry where subject_id = $1', [subjectId]);

it('asks once for one deed, and is done with the deed that ends it', async () => {
  const subject = id(1000);
  await ask(1, subject);
  await ask(1, subject);
  expect(await waiting(subject)).toEqual([{ kind, subjectId: subject, organisationId: US, eventId: id(1) }]);
  await end(2, subject);
  await end(2, subject);
  expect(await states(subject)).toEqual([{ state: 'done' }]);
});

it('does not ask for what a later deed has ended already', async () => {
  const subject = id(1001);
  await end(12, subject);
  await ask(11, subject);
  expect(await states(subject)).toEqual([]);
});

it('lets a deed end nothing that was asked after it', async () => {
  const subject = id(1002);
  await ask(22, subject);
  await end(21, subject);
  expect(await waiting(subject)).toHaveLength(1);
});

it('asks again after the end, in whatever order the three are told', async () => {
  const subject = id(1003);
  const told = [() => ask(31, subject), () => end(32, subject), () => ask(33, subject)];
  for (const place of REVERSED_AND_REPEATED) await told[place]?.();
  expect(await waiting(subject)).toEqual([{ kind, subjectId: subject, organisationId: US, eventId: id(33) }]);
});

it('never leaves a task behind when asking and ending run at the same time', async () => {
  const subjects = Array.from({ length: 20 }, (_, n) => id(2000 + n));
  await Promise.all(subjects.flatMap((subject) => [end(42, subject), ask(41, subject)]));
  for (const subject of subjects) expect(await waiting(subject)).toEqual([]);
});

it('is overdue when its time is over, and seen in no empty scope', async () => {
  const subject = id(1004);
  await entries.takeDeed(
    id(51),
    [{ organisationId: US, kind, subjectId: subject, dueAt: new Date(AT.getTime() + 1000) }],
    [],
  );
  const mark = (at: Date) => db.run((tx) => store.markOverdue(tx, at, 100));
  expect(await mark(AT)).toBe(0);
  expect(await mark(new Date(AT.getTime() + 1000))).toBe(1);
  expect(await states(subject)).toEqual([{ state: 'overdue' }]);
  expect(await store.waiting(db.reads, NO_ONE)).toEqual([]);
});

it('shows an entry to those with its permission alone, and not to the one who asked', async () => {
  const subject = id(1005);
  const maker = id(700);
  await entries.takeDeed(id(61), [{ organisationId: US, kind, subjectId: subject, notFor: maker }], []);
  const seen = async (userId: string, permissions: string[]) =>
    (await store.page(db.reads, EVERYONE, { userId, permissions }, { limit: 200 })).some(
      ({ subjectId }) => subjectId === subject,
    );
  expect(await seen(id(701), ['payout.approve'])).toBe(true);
  expect(await seen(id(701), ['payout.read'])).toBe(false);
  expect(await seen(maker, ['payout.approve'])).toBe(false);
});

it('gives what is due first first, then what waits longest, and nothing that is done or another’s to do', async () => {
  const reader = { userId: id(701), permissions: ['account.verify'] };
  const later = (ms: number) => new Date(AT.getTime() + ms);
  const due = [null, later(3000), later(1000), null, later(2000)];
  const subjects = due.map((_, n) => id(3000 + n));
  for (const [n, dueAt] of due.entries())
    await entries.takeDeed(
      id(71 + n),
      [{ organisationId: US, kind: 'account_to_verify', subjectId: subjects[n] ?? '', dueAt }],
      [],
    );
  await entries.takeDeed(
    id(80),
    [],
    [{ kind: 'account_to_verify', subjectId: subjects[4] ?? '', state: 'done' }],
  );
  await db.run((tx) => store.markOverdue(tx, later(1000), 100));
  const urgent = async (most: number, scope = EVERYONE, who = reader) =>
    (await store.urgent(db.reads, scope, who, most)).map(({ subjectId }) => subjects.indexOf(subjectId));
  expect(await urgent(10)).toEqual([2, 1, 0, 3]);
  expect(await urgent(2)).toEqual([2, 1]);
  expect(await urgent(10, NO_ONE)).toEqual([]);
  expect(await urgent(10, EVERYONE, { ...reader, permissions: ['account.read'] })).toEqual([]);
});

it('tells both sides, once each, that a correction has overtaken an offer', async () => {
  const requestId = id(4000);
  const fact = { offerId: id(4001), requestId, supplierId: OTHER, financierId: US, receivableId: id(4002) };
  const listener = new WhenDealMoves(entries);
  await listener.offerOvertaken(fact, id(90));
  await listener.offerOvertaken(fact, id(90));
  const seen = async (organisationId: string, permission: string) =>
    (
      await store.page(
        db.reads,
        { organisations: [organisationId] },
        { userId: id(701), permissions: [permission] },
        { limit: 200 },
      )
    ).filter(({ subjectId }) => subjectId === requestId);
  for (const side of [US, OTHER])
    expect(await seen(side, 'offer.read')).toEqual([
      expect.objectContaining({ kind: 'offer_diluted', subjectType: 'financing_request' }),
    ]);
  expect(await seen(US, 'receivable.read')).toEqual([]);
  expect(await seen(id(900_002), 'offer.read')).toEqual([]);
});
