// The modification code on a real database: what it opens, to whom, and what ends it.
import { newId } from '#kernel';
import { type Actor, Db, query } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database';
import {
  actor,
  command,
  deal,
  party,
  type RegistryUnderTest,
  startRegistry,
  userFiling,
} from '../../testing/registry-under-test';
import { AmendmentStore } from '../../data/life/amendment.store';
import type { Filing } from '../../domain/filing';
import type { AskedContent } from '../../domain/history/amendment';
import { Filings } from '../filings';
import { FilingQueries } from '../filings.queries';
import { AmendFiling } from './amend-filing';
import { CancelRegistration } from './cancel-registration';
import { ExtendFiling } from './extend-filing';
import { IssueModificationCode } from './issue-modification-code';

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

const files = new Set(['registration.file']);
const filer: Actor = { ...actor(), permissions: files };
/** Of another organisation, which sees its own alone. */
const agent: Actor = { ...actor(newId(1)), permissions: files };
const db = () => registry.nest.get(Db);
const file = async (origin: 'user' | 'deal' = 'user'): Promise<Filing> => {
  const { userId, organisationId } = filer;
  const over = { filedBy: { userId, organisationId } };
  const draft = origin === 'user' ? userFiling(over) : deal([{ asset: newId(1), amount: '1' }], over);
  const [verdict] = await db().run((tx) => registry.nest.get(Filings).file(tx, [draft]));
  if (!verdict || 'refused' in verdict) throw new Error('not filed');
  return verdict.filed;
};
const issue = async (id: string, by = filer) =>
  (await registry.nest.get(IssueModificationCode).execute(by, id)).modificationCode;
const extend = (id: string, code: string | null, by = agent) =>
  registry.nest.get(ExtendFiling).execute(command(by), id, 1, 'the loan runs on', code);
const cancel = (id: string, code: string | null, by = agent) =>
  registry.nest.get(CancelRegistration).execute(command(by), id, 'paid', code);
const amend = async (
  { id, version, maximumAmount }: Filing,
  change: Partial<AskedContent>,
  { code, by }: { readonly code: string | null; readonly by: Actor },
) => {
  const { content } = await registry.nest
    .get(AmendmentStore)
    .content(db().reads, id, 'infinity', maximumAmount);
  return registry.nest.get(AmendFiling).execute(command(by), id, {
    ...{ version, reason: 'agreed', modificationCode: code },
    content: { ...content, ...change },
  });
};

it('lets whoever shows it amend, extend and cancel in place of who filed', async () => {
  const filing = await file();
  const code = await issue(filing.id);
  const extended = await extend(filing.id, code.toLowerCase().replaceAll('-', ' '));
  expect(extended).toMatchObject({ version: 2, actions: ['by_code'] });
  const other = { grantors: [{ no: null, value: party('Renamed Ltd') }] };
  const amended = await amend({ ...filing, version: 2 }, other, { code, by: agent });
  expect(amended).toMatchObject({ version: 3, grantors: [{ legalName: 'Renamed Ltd' }] });
  expect(await cancel(filing.id, code)).toMatchObject({ state: 'cancelled' });
  await expect(extend(filing.id, code)).rejects.toMatchObject({ code: 'registry.filing_ended' });
});

it('is asked of everybody but who filed, and of one registration alone', async () => {
  const [filing, other] = [await file(), await file()];
  const code = await issue(other.id);
  await expect(extend(filing.id, null)).rejects.toMatchObject({ code: 'registry.filing_not_found' });
  for (const wrong of [code, '0000-0000-0000-0000', ''])
    for (const change of [extend, cancel])
      await expect(change(filing.id, wrong)).rejects.toMatchObject({ code: 'registry.code_wrong' });
  await expect(amend(filing, {}, { code, by: agent })).rejects.toMatchObject({ code: 'registry.code_wrong' });
  expect(await extend(filing.id, null, filer)).toMatchObject({ version: 2 });
  expect(await extend(filing.id, 'whatever', filer)).toMatchObject({ version: 3 });
});

it('is ended by the next one and by a change of the secured parties, and by no other', async () => {
  const filing = await file();
  const first = await issue(filing.id);
  const code = await issue(filing.id);
  await expect(extend(filing.id, first)).rejects.toMatchObject({ code: 'registry.code_wrong' });
  const renamed = { grantors: [{ no: null, value: party('Another Ltd') }] };
  const { version } = await amend(filing, renamed, { code: null, by: filer });
  expect(await extend(filing.id, code)).toMatchObject({ version: version + 1 });
  const sold = { securedParties: [{ no: null, value: party('Bank of Elsewhere') }] };
  await amend({ ...filing, version: version + 1 }, sold, { code: null, by: filer });
  await expect(extend(filing.id, code)).rejects.toMatchObject({ code: 'registry.code_wrong' });
  expect(await extend(filing.id, await issue(filing.id))).toMatchObject({ version: version + 3 });
});

it('is given to who filed alone, and never for what a deal holds', async () => {
  const [filing, held] = [await file(), await file('deal')];
  await expect(issue(filing.id, agent)).rejects.toMatchObject({ code: 'registry.filing_not_found' });
  const seeing: Actor = { ...agent, scope: filer.scope };
  await expect(issue(filing.id, seeing)).rejects.toMatchObject({ code: 'registry.filed_by_another' });
  await expect(issue(held.id)).rejects.toMatchObject({ code: 'registry.held_by_deal' });
  await expect(extend(held.id, '0000-0000-0000-0000')).rejects.toMatchObject({ code: 'registry.code_wrong' });
  await cancel(filing.id, null, filer);
  await expect(issue(filing.id)).rejects.toMatchObject({ code: 'registry.filing_ended' });
});

it('is offered where it may be used', async () => {
  const { id } = await file();
  const one = (by: Actor) => registry.nest.get(FilingQueries).one(by, id);
  expect((await one(filer)).actions).toEqual(['amend', 'extend', 'cancel', 'modification_code']);
  expect((await one({ ...agent, scope: filer.scope })).actions).toEqual(['by_code']);
});

it('stands nowhere as it is, and its lines are for good', async () => {
  const { id } = await file();
  const code = await issue(id);
  const found = await query(
    db().reads,
    `select 1 from registry.modification_code m where m::text like $1 or encode(m.code_hash, 'escape') like $1
     union all select 1 from audit.deed d where d.details::text like $1`,
    [`%${code}%`],
  );
  expect(found).toEqual([]);
  for (const sql of [
    'update registry.modification_code set ordinal = 9',
    'delete from registry.modification_code',
  ])
    await expect(query(db().reads, sql)).rejects.toThrow('permission denied');
});
