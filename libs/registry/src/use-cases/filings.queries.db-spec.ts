// Lists of registrations by state, grantor and number, and what a filter never brings to somebody else.
import { type Actor, Db, EVERYONE } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import {
  actor,
  command,
  fresh,
  party,
  type RegistryUnderTest,
  startRegistry,
  userFiling,
} from '../testing/registry-under-test';
import { Filings } from './filings';
import { type FilingFilter, FilingQueries } from './filings.queries';
import { CancelRegistration } from './life/cancel-registration';

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

const lawyer: Actor = { ...actor(), permissions: new Set(['registration.file']) };
const file = async (grantor: string, termMonths = 12) => {
  const { userId, organisationId } = lawyer;
  const draft = userFiling({ filedBy: { userId, organisationId }, grantors: [party(grantor)], termMonths });
  const [verdict] = await registry.nest.get(Db).run((tx) => registry.nest.get(Filings).file(tx, [draft]));
  if (!verdict || 'refused' in verdict) throw new Error('not filed');
  return verdict.filed;
};
const listed = async (filter: Partial<FilingFilter>, scope = lawyer.scope) =>
  (await registry.nest.get(FilingQueries).page(scope, { limit: 50, ...filter })).map(({ number }) => number);

it('finds by state, by part of a grantor’s name however it is typed, and by number alone', async () => {
  const name = fresh('宁波Ｈaichuan物流公司');
  const [live, ended, short] = [await file(name), await file(name), await file(fresh('他人'), 1)];
  await registry.nest.get(CancelRegistration).execute(command(lawyer), ended.id, 'Paid');
  registry.clock.advance(40 * 86_400_000);
  expect(await listed({})).toEqual([short.number, ended.number, live.number]);
  expect(await listed({ state: 'live' })).toEqual([live.number]);
  expect(await listed({ state: 'lapsed' })).toEqual([short.number]);
  expect(await listed({ state: 'cancelled', grantor: 'haichuan' })).toEqual([ended.number]);
  expect(await listed({ grantor: 'HAICHUAN 物流' })).toEqual([ended.number, live.number]);
  expect(await listed({ grantor: '%' })).toEqual([]);
  const spaced = `${short.number.slice(0, 4)} ${short.number.slice(4)}`;
  expect(await listed({ number: spaced, state: 'live' })).toEqual([short.number]);
  expect(await listed({ number: '999999999999999999' })).toEqual([]);
  const stranger = actor().scope;
  for (const filter of [{ number: live.number }, { grantor: name }, { state: 'live' as const }])
    expect(await listed(filter, stranger)).toEqual([]);
  expect(await listed({ number: live.number }, EVERYONE)).toEqual([live.number]);
});
