// Natural persons in the register on a real database: found by their whole number, read by nobody, whatever key is the
// newest, and told who looked.
import { createSecretKey } from 'node:crypto';
import { newId } from '#kernel';
import { type Actor, Db, EVERYONE, FingerprintKey, type FingerprintVersion, NO_ONE, query } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database';
import type { Filing, FilingDraft } from '../../domain/filing';
import {
  actor,
  command,
  party,
  type RegistryUnderTest,
  startRegistry,
  userFiling,
} from '../../testing/registry-under-test';
import { Filings } from '../filings';
import { MakeSearch } from '../search/make-search';
import { PersonAccesses } from './person-accesses';
import { PersonMarks } from './person-marks';
import { SearchPerson } from './search-person';

const WANG = '11010519491231002X';
/** Another birth, the same mask. */
const LIKE_WANG = '11010519520119002X';
const home = newId(1);
const searcher = actor();
let database: TestDatabase;
let registry: RegistryUnderTest;
let versions: jest.SpyInstance<Promise<readonly FingerprintVersion[]>>;
let first: readonly FingerprintVersion[];

beforeAll(async () => {
  database = await createTestDatabase();
  registry = await startRegistry(database.appUrl);
  const key = registry.nest.get(FingerprintKey, { strict: false });
  first = await key.versions();
  versions = jest.spyOn(key, 'versions');
});
afterAll(async () => {
  await registry.nest.close();
  await database.drop();
});

const db = () => registry.nest.get(Db);
const person = (identifier: string, organisationId: string | null = null) => ({
  ...{ ...party('王小明'), identifierScheme: 'PERSON', identifier, organisationId },
});
async function file(over: Partial<FilingDraft>): Promise<Filing> {
  const [verdict] = await db().run((tx) => registry.nest.get(Filings).file(tx, [userFiling(over)]));
  if (!verdict || 'refused' in verdict) throw new Error('it was refused');
  registry.clock.advance(1_000);
  return verdict.filed;
}
const look = (number: string, by: Actor = searcher) =>
  registry.nest.get(SearchPerson).execute(command(by), {
    ...{ number, purpose: 'Loan 7', includeEnded: false, includeArchived: false, reference: '2026-7' },
  });
const found = async (number: string) => (await look(number)).hits.map(({ filing }) => filing.id);
const accesses = (scope: Actor['scope']) =>
  registry.nest.get(PersonAccesses).page({ ...actor(), scope }, { limit: 50 });

it('finds a person by the whole number, and tells two of one mask apart', async () => {
  const filed = await file({ grantors: [person(WANG, home), person(LIKE_WANG)] });
  const other = await file({ grantors: [person(LIKE_WANG)] });
  expect(filed.grantors[0]?.identifier).toMatch(/^1101\*{10}002X#[0-9A-F]{12}$/);
  expect(await found('1101 0519 4912 3100 2x')).toEqual([filed.id]);
  expect(await found(LIKE_WANG)).toEqual([filed.id, other.id]);
  expect(await found('110105194912310046')).toEqual([]);
});

it('keeps the number nowhere', async () => {
  await look(WANG);
  const tables = await query<{ name: string }>(
    db().reads,
    `select table_schema || '.' || table_name as name from information_schema.tables
     where table_schema in ('registry', 'audit', 'platform') and table_type = 'BASE TABLE'`,
  );
  expect(tables.length).toBeGreaterThan(20);
  for (const { name } of tables) {
    const rows = await query(db().reads, `select 1 from ${name} t where t::text ~ '19491231' limit 1`);
    expect([name, rows]).toEqual([name, []]);
  }
});

it('finds a person under a new key too, who is then known under both', async () => {
  versions.mockResolvedValue([{ version: 2, key: createSecretKey(Buffer.alloc(32, 5)) }, ...first]);
  const before = await found(WANG);
  expect(before).toHaveLength(1);
  const again = await file({ grantors: [person(WANG)] });
  expect(await found(WANG)).toEqual([...before, again.id]);
  const left = () => registry.nest.get(PersonMarks).withoutVersion(db().reads, 2);
  expect(await left()).toBe(1);
  await file({ grantors: [person(LIKE_WANG)] });
  expect(await left()).toBe(0);
  versions.mockResolvedValue([{ version: 2, key: createSecretKey(Buffer.alloc(32, 5)) }]);
  expect(await found(WANG)).toEqual([...before, again.id]);
  versions.mockResolvedValue(first);
});

it('gives one person one mark, however many file at once', async () => {
  const filings = await Promise.all(
    Array.from({ length: 8 }, () => file({ grantors: [person('G12345678')] })),
  );
  expect(new Set(filings.map(({ grantors }) => grantors[0]?.identifier)).size).toBe(1);
});

it('tells who looked, to the operator and to the person, and to nobody else', async () => {
  const mine = await accesses({ organisations: [home] });
  expect(mine.length).toBeGreaterThan(0);
  expect(new Set(mine.map(({ masked }) => masked)).size).toBe(1);
  expect(mine[0]).toMatchObject({ purpose: 'Loan 7', byOrganisation: searcher.organisationId });
  expect((await accesses(EVERYONE)).length).toBeGreaterThan(mine.length);
  expect(await accesses({ organisations: [searcher.organisationId] })).toEqual([]);
  expect(await accesses(NO_ONE)).toEqual([]);
});

it('refuses a number of no person, and a person’s number in the common search', async () => {
  const refused = { code: 'registry.search_invalid' };
  await expect(look('110105194912310021')).rejects.toMatchObject(refused);
  await expect(look('1')).rejects.toMatchObject(refused);
  const filed = await file({ grantors: [person(WANG)] });
  for (const identifier of [WANG, filed.grantors[0]?.identifier ?? '']) {
    const terms = { ...{ name: null, assetKey: null, invoiceNumber: null, debtorName: null, number: null } };
    const flags = { includeEnded: false, exactOnly: false, at: null, after: null };
    const search = registry.nest
      .get(MakeSearch)
      .execute(command(searcher), { by: 'identifier', identifier, ...terms, ...flags });
    await expect(search).rejects.toMatchObject({ ...refused, errors: [{ pointer: '/identifier' }] });
  }
});
