import { localDate, newId } from '#kernel';
import { Db, Parameters } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { type RegistryUnderTest, START, startRegistry } from '../testing/registry-under-test';
import { FilingParameters } from './filing-parameters';

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

describe('the figures of a filing', () => {
  it('are those of its day, also for those who ask at the same moment around midnight', async () => {
    await registry.nest.get(Db).run((tx) =>
      registry.nest.get(Parameters).set(tx, {
        id: newId(1),
        name: 'registry.term_max_months',
        value: '480',
        effectiveFrom: '2027-01-01',
        source: 'a new order',
        setBy: newId(1),
        setAt: START,
      }),
    );
    const figures = registry.nest.get(FilingParameters);
    const days = ['2026-12-31', '2027-01-01', '2026-12-31', '2027-01-01'].map(localDate);
    const most = async () =>
      (await Promise.all(days.map((day) => figures.outside(day)))).map(({ termMaxMonths }) => termMaxMonths);
    expect(await most()).toEqual([360, 480, 360, 480]);
    expect(await most()).toEqual([360, 480, 360, 480]);
  });
});
