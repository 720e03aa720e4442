import { DomainError, money } from '#kernel';
import { Db, EVERYONE, NO_ONE, PageQuery, query } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import type { Filing, FilingDraft } from '../domain/filing';
import { parseRegistryNumber } from '../domain/filing-number';
import type { SearchTerms } from '../domain/search';
import {
  actor,
  command,
  naming,
  party,
  type RegistryUnderTest,
  START,
  startRegistry,
  userFiling,
} from '../testing/registry-under-test';
import { Filings } from './filings';
import { LapseFilings } from './lapse-filings';
import { MakeSearch } from './make-search';
import { SearchQueries } from './searches.queries';

let database: TestDatabase;
let registry: RegistryUnderTest;
let db: Db;
let makeSearch: MakeSearch;
let queries: SearchQueries;
let filed: Filing[];

const nothing: SearchTerms = {
  by: 'name',
  name: null,
  identifier: null,
  assetKey: null,
  invoiceNumber: null,
  debtorName: null,
  number: null,
  includeEnded: false,
  at: null,
};
const searcher = actor();
const search = (terms: Partial<SearchTerms>) =>
  makeSearch.execute(command(searcher), { ...nothing, ...terms });
const foundBy = async (terms: Partial<SearchTerms>) => {
  const { hits } = await search(terms);
  return hits.map(({ filing }) => filed.findIndex(({ id }) => id === filing.id));
};
const page = () => new PageQuery();

const drafts: Partial<FilingDraft>[] = [
  {
    grantors: [
      { ...party('杭州明远科技有限公司'), identifierScheme: 'USCC', identifier: '91110000802100433B' },
    ],
  },
  {
    grantors: [party('Acme Trading Ltd')],
    securedParties: [party('杭州明远科技有限公司')],
    collateral: naming('invoice:1').map((item) => ({
      ...item,
      amount: money('1', 'CNY'),
      invoiceNumber: '0123 4567',
      debtorName: '华东 重工',
    })),
  },
  { grantors: [party('Acme Trading Ltd')], termMonths: 1, collateral: naming('invoice:1') },
];

beforeAll(async () => {
  database = await createTestDatabase();
  registry = await startRegistry(database.appUrl);
  db = registry.nest.get(Db);
  makeSearch = registry.nest.get(MakeSearch);
  queries = registry.nest.get(SearchQueries);
  const verdicts = await db.run((tx) => registry.nest.get(Filings).file(tx, drafts.map(userFiling)));
  filed = verdicts.flatMap((verdict) => ('filed' in verdict ? [verdict.filed] : []));
});
afterAll(async () => {
  await registry.nest.close();
  await database.drop();
});
beforeEach(() => registry.clock.stepTo(START));

describe('MakeSearch', () => {
  it.each<[string, Partial<SearchTerms>, number[]]>([
    ['a grantor’s name', { name: '杭州明远科技有限公司' }, [0]],
    ['a name in full width and other spaces', { name: 'ＡＣＭＥ  trading　LTD' }, [1, 2]],
    ['a name nobody has', { name: 'Acme Trading' }, []],
    ['an identifier', { by: 'identifier', identifier: '9111-0000 802100433b' }, [0]],
    ['an unknown identifier', { by: 'identifier', identifier: '1' }, []],
    ['an asset', { by: 'asset', assetKey: 'invoice:1' }, [1, 2]],
    ['an asset in another spelling', { by: 'asset', assetKey: 'Invoice:1' }, []],
    [
      'an invoice and its debtor',
      { by: 'invoice', invoiceNumber: '０１２３４５６７', debtorName: '华东重工' },
      [1],
    ],
    [
      'an invoice of another debtor',
      { by: 'invoice', invoiceNumber: '01234567', debtorName: '华西重工' },
      [],
    ],
  ])('finds by %s', async (_, terms, expected) => {
    expect(await foundBy(terms)).toEqual(expected);
  });

  it('finds by number, as people write it', async () => {
    const number = filed[1]?.number ?? '';
    expect(await foundBy({ by: 'number', number: number.replace(/(\d{6})/g, '$1 ') })).toEqual([1]);
  });

  it('drops what has lapsed at that instant, and shows it when asked', async () => {
    registry.clock.moveTo(new Date('2026-12-22T16:00:00Z'));
    expect(await foundBy({ name: 'Acme Trading Ltd' })).toEqual([1]);
    const all = await search({ name: 'Acme Trading Ltd', includeEnded: true });
    expect(all.hits.map(({ filing }) => filing.state)).toEqual(['live', 'lapsed']);
    expect(await foundBy({ name: 'Acme Trading Ltd', at: '2026-12-22T15:59:59Z' })).toEqual([1, 2]);
    expect(await foundBy({ name: 'Acme Trading Ltd', at: '2026-11-22T07:59:59Z' })).toEqual([]);
  });

  it('refuses incomplete terms and the future, and records nothing', async () => {
    const before = await queries.page(EVERYONE, page());
    await expect(search({ by: 'invoice', invoiceNumber: '1' })).rejects.toMatchObject({
      code: 'registry.search_invalid',
      errors: [{ pointer: '/debtorName' }],
    });
    await expect(search({ name: 'a', at: '2030-01-01T00:00:00Z' })).rejects.toBeInstanceOf(DomainError);
    expect(await queries.page(EVERYONE, page())).toEqual(before);
  });

  it('explains each hit', async () => {
    const { hits, complete } = await search({ by: 'asset', assetKey: 'invoice:1' });
    expect(hits.map((hit) => [hit.class, hit.rule])).toEqual(Array(2).fill(['exact', 'asset_key_exact']));
    expect(complete).toBe(true);
  });
});

describe('the certificate', () => {
  it('says the same later, whatever has become of its hits', async () => {
    const given = await search({ name: 'Acme Trading Ltd' });
    registry.clock.moveTo(new Date('2026-12-23T00:00:00Z'));
    await registry.nest.get(LapseFilings).execute();
    const later = await queries.certificate(searcher.scope, given.id);
    expect(JSON.stringify(later)).toBe(JSON.stringify(given));
    expect(later.standing).toBe('registered_here_only');
    expect(parseRegistryNumber(later.number)).not.toBeNull();
  });

  it('is for the searcher and the registrar only', async () => {
    const { id } = await search({ name: 'x' });
    expect((await queries.certificate(EVERYONE, id)).id).toBe(id);
    for (const scope of [actor().scope, NO_ONE])
      await expect(queries.certificate(scope, id)).rejects.toMatchObject({
        code: 'registry.search_not_found',
      });
    expect(await queries.page(NO_ONE, page())).toEqual([]);
    const [newest] = await queries.page(searcher.scope, page());
    expect(newest).toMatchObject({ terms: { by: expect.any(String) as string } });
  });

  it('leaves a line in the book and a deed', async () => {
    const { id, termsHash } = await search({ name: 'Acme Trading Ltd' });
    const [row] = await query(
      db.reads,
      `select s.terms_hash as "termsHash", cardinality(s.hit_ids) as hits, d.action, d.user_id as "userId"
       from registry.search s join audit.deed d on d.subject_id = s.id where s.id = $1`,
      [id],
    );
    expect(row).toEqual({ termsHash, hits: 2, action: 'registry.search_made', userId: searcher.userId });
  });
});
