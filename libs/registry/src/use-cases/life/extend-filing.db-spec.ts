// Extending and cancelling by those who filed, on a real database: who may, until when, and what the past still says.
import { newId } from '#kernel';
import { type Actor, Db, EVERYONE } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database';
import {
  actor,
  command,
  deal,
  type RegistryUnderTest,
  START,
  startRegistry,
  userFiling,
} from '../../testing/registry-under-test';

import { FilingStore } from '../../data/filing.store';
import { Filings } from '../filings';
import { FilingQueries } from '../filings.queries';
import { LapseFilings } from '../lapse-filings';
import { RegistryVerify } from '../registry-verify';
import { CancelRegistration } from './cancel-registration';
import { ExtendFiling } from './extend-filing';

let database: TestDatabase;
let registry: RegistryUnderTest;

beforeAll(async () => {
  database = await createTestDatabase();
  registry = await startRegistry(database.appUrl);
});
afterAll(async () => {
  await registry.nest.close();
  await database.drop();
});
beforeEach(() => {
  registry.clock.stepTo(START);
});

const lawyer: Actor = { ...actor(), permissions: new Set(['registration.file']) };
const db = () => registry.nest.get(Db);
const file = async (origin: 'deal' | 'user' = 'user', by = lawyer) => {
  const { userId, organisationId } = by;
  const over = { filedBy: { userId, organisationId }, termMonths: 3 };
  const draft = origin === 'user' ? userFiling(over) : deal([{ asset: newId(1), amount: '1' }], over);
  const [verdict] = await db().run((tx) => registry.nest.get(Filings).file(tx, [draft]));
  if (!verdict || 'refused' in verdict) throw new Error(`not filed: ${verdict?.refused.code}`);
  return verdict.filed;
};
const extend = (id: string, months = 6, by = lawyer) =>
  registry.nest.get(ExtendFiling).execute(command(by), id, months, 'The loan runs on');
const cancel = (id: string, by = lawyer) =>
  registry.nest.get(CancelRegistration).execute(command(by), id, 'Paid in full');
const at = async (id: string, instant: string) =>
  (await registry.nest.get(FilingStore).byIds(db().reads, [id], instant)).get(id);
const findings = () => registry.nest.get(RegistryVerify).verify(db().reads);

it('extends from the end of the term, again and again, and the past says the old end', async () => {
  const { id, filedAt, expiresOn } = await file();
  expect(expiresOn).toBe('2027-02-22');
  registry.clock.advance(1_000);
  expect(await extend(id)).toMatchObject({ expiresOn: '2027-08-22', filedAt, version: 2, state: 'live' });
  expect(await extend(id, 1)).toMatchObject({ expiresOn: '2027-09-22', version: 3 });
  expect(await at(id, filedAt)).toMatchObject({ expiresOn: '2027-02-22', state: 'live' });
  expect(await at(id, '2027-09-01T00:00:00Z')).toMatchObject({ expiresOn: '2027-09-22', state: 'live' });
  expect(await at(id, '2027-09-22T16:00:00Z')).toMatchObject({ state: 'lapsed' });
  expect(await findings()).toEqual([]);
});

it('lapses with the end of the last extension', async () => {
  const { id } = await file();
  await extend(id, 1);
  registry.clock.stepTo(new Date('2027-03-21T15:59:59Z'));
  await registry.nest.get(LapseFilings).execute();
  expect((await registry.nest.get(FilingQueries).one(lawyer, id)).actions).toEqual([
    'amend',
    'extend',
    'cancel',
    'modification_code',
  ]);
  registry.clock.stepTo(new Date('2027-03-22T16:00:00Z'));
  await expect(extend(id)).rejects.toMatchObject({ code: 'registry.filing_ended' });
  await registry.nest.get(LapseFilings).execute();
  expect((await registry.nest.get(FilingQueries).one(lawyer, id)).actions).toEqual([]);
  expect(await findings()).toEqual([]);
});

it('counts extensions that arrive at once one after the other', async () => {
  const { id } = await file();
  const answers = await Promise.all(Array.from({ length: 10 }, () => extend(id, 1)));
  expect(answers.map(({ version }) => version).sort((a, b) => a - b)).toEqual([
    2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
  ]);
  expect((await at(id, '2027-03-01T00:00:00Z'))?.expiresOn).toBe('2027-12-22');
  expect(await findings()).toEqual([]);
});

it('ends once, however many cancel at once, and is never extended again', async () => {
  const { id } = await file();
  const answers = await Promise.allSettled(Array.from({ length: 5 }, () => cancel(id)));
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await expect(cancel(id)).rejects.toMatchObject({ code: 'registry.filing_ended' });
  await expect(extend(id)).rejects.toMatchObject({ code: 'registry.filing_ended' });
  expect(await findings()).toEqual([]);
});

it.each([
  ['registry.filing_not_found', 'user', actor(), 6],
  ['registry.filed_by_another', 'user', actor(newId(1), EVERYONE), 6],
  ['registry.held_by_deal', 'deal', lawyer, 6],
  ['registry.filing_invalid', 'user', lawyer, 361],
] as const)('refuses with %s', async (code, origin, by, months) => {
  const { id } = await file(origin);
  await expect(extend(id, months, by)).rejects.toMatchObject({ code });
  if (months < 361) await expect(cancel(id, by)).rejects.toMatchObject({ code });
  expect((await at(id, '2027-01-01T00:00:00Z'))?.version).toBe(1);
});
