// What ended long ago leaves lists and ordinary searches, and is found by who asks for the archive.
import { type Actor, Db } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database';
import type { SearchTerms } from '../../domain/search';
import {
  actor,
  command,
  fresh,
  party,
  type RegistryUnderTest,
  START,
  startRegistry,
  userFiling,
} from '../../testing/registry-under-test';
import { Filings } from '../filings';
import { FilingQueries } from '../filings.queries';
import { LapseFilings } from '../lapse-filings';
import { CancelRegistration } from '../life/cancel-registration';
import { RankClaims } from '../priority/rank-claims';
import { MakeSearch } from './make-search';

const DAY_MS = 86_400_000;
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

const person = (...permissions: string[]): Actor => ({ ...actor(), permissions: new Set(permissions) });
const lawyer = person('registration.file');
const reader = person();
const daysOn = (days: number) => {
  registry.clock.stepTo(new Date(START.getTime() + days * DAY_MS));
};
const file = async (grantor: string, termMonths = 12) => {
  const { userId, organisationId } = lawyer;
  const draft = userFiling({ filedBy: { userId, organisationId }, grantors: [party(grantor)], termMonths });
  const db = registry.nest.get(Db);
  const [verdict] = await db.run((tx) => registry.nest.get(Filings).file(tx, [draft]));
  if (!verdict || 'refused' in verdict) throw new Error(`not filed: ${verdict?.refused.code}`);
  return verdict.filed;
};
const cancel = (id: string) =>
  registry.nest.get(CancelRegistration).execute(command(lawyer), id, 'Discharged');
const nothing = {
  ...{ name: null, identifier: null, assetKey: null, invoiceNumber: null, debtorName: null, number: null },
  ...{ includeEnded: false, exactOnly: true, at: null, after: null },
};
const numbersOf = async (terms: Partial<SearchTerms> & Pick<SearchTerms, 'by'>) => {
  const found = await registry.nest.get(MakeSearch).execute(command(reader), { ...nothing, ...terms });
  expect(found.hitCount).toBe(found.hits.length);
  return found.hits.map(({ filing }) => filing.number);
};
const listed = async (archived?: 'yes' | 'no') => {
  const filter = { limit: 100, ...(archived ? { archived } : {}) };
  const page = await registry.nest.get(FilingQueries).page(lawyer.scope, filter);
  return page.map(({ number }) => number);
};

it('has a registration from a year after its cancellation on', async () => {
  const name = fresh('Archive Ltd');
  const { id, number, filedAt } = await file(name);
  await cancel(id);
  const by = 'name' as const;
  daysOn(364);
  expect(await numbersOf({ by, name })).toEqual([]);
  expect(await numbersOf({ by, name, includeEnded: true })).toEqual([number]);
  expect([await listed(), await listed('yes')]).toEqual([[number], []]);

  daysOn(366);
  expect(await numbersOf({ by, name, includeEnded: true })).toEqual([]);
  expect(await numbersOf({ by, name, includeEnded: true, includeArchived: true })).toEqual([number]);
  const byNumber = { by: 'number' as const, number };
  expect(await numbersOf({ ...byNumber, includeEnded: true })).toEqual([]);
  expect(await numbersOf({ ...byNumber, includeEnded: true, includeArchived: true })).toEqual([number]);
  expect([await listed(), await listed('no'), await listed('yes')]).toEqual([[], [], [number]]);
  // Whoever knows its id still reads it, and the past is what it was.
  expect(await registry.nest.get(FilingQueries).one(lawyer, id)).toMatchObject({
    number,
    state: 'cancelled',
  });
  expect(await numbersOf({ by, name, at: filedAt })).toEqual([number]);
});

it('counts from the end of the term, extended or not, and never holds what lives', async () => {
  const name = fresh('Terms Ltd');
  const [short, long] = [await file(name, 1), await file(name, 36)];
  const wide = { by: 'name' as const, name, includeEnded: true };
  daysOn(30 + 364);
  await registry.nest.get(LapseFilings).execute();
  expect(await numbersOf(wide)).toEqual([short.number, long.number]);
  daysOn(30 + 368);
  expect(await numbersOf(wide)).toEqual([long.number]);
  expect(await numbersOf({ ...wide, includeArchived: true })).toEqual([short.number, long.number]);
  expect(await listed('yes')).toContain(short.number);
  expect(await listed()).toContain(long.number);
});

it('is not asked for without the ended ones', async () => {
  await expect(numbersOf({ by: 'name', name: 'Anybody', includeArchived: true })).rejects.toMatchObject({
    code: 'registry.search_invalid',
    errors: [{ pointer: '/includeArchived' }],
  });
});

it('takes no rank away: ranks of the past are worked out from all that was', async () => {
  const name = fresh('Ranked Ltd');
  const { id, number, filedAt } = await file(name);
  registry.clock.advance(DAY_MS);
  await cancel(id);
  daysOn(800);
  const asked = {
    ...{ assetKey: null, registerNow: false, endNumber: null, releaseNumber: null },
    ...{ juniorNumber: null, seniorNumber: null },
  };
  const ranks = await registry.nest.get(RankClaims).execute({ ...asked, grantor: name, at: filedAt });
  expect(JSON.stringify(ranks)).toContain(number);
});
