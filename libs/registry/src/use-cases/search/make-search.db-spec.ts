import { createHash } from 'node:crypto';
import { canonicalJson, DomainError, money, shardOf } from '#kernel';
import { Db, EVERYONE, NO_ONE, PageQuery, query } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database';
import type { Filing, FilingDraft } from '../../domain/filing';
import { parseRegistryNumber } from '../../domain/filing-number';
import type { SearchTerms } from '../../domain/search';
import {
  actor,
  command,
  naming,
  party,
  type RegistryUnderTest,
  START,
  startRegistry,
  userFiling,
} from '../../testing/registry-under-test';
import { Filings } from '../filings';
import { LapseFilings } from '../lapse-filings';
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
  exactOnly: false,
  at: null,
  after: null,
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
    ['a name nobody has', { name: 'Acme Trading', exactOnly: true }, []],
    ['a name without its legal form', { name: 'Acme Trading' }, [1, 2]],
    ['a name in traditional characters', { name: '杭州明遠科技' }, [0]],
    ['a name by its sound', { name: '航洲名远可技有限公司' }, [0]],
    ['a name in Pinyin', { name: 'Hangzhou Mingyuan Keji' }, [0]],
    ['a name with a wrong first letter', { name: 'Ecme Trading Ltd.' }, [1, 2]],
    ['a name without its place', { name: '明远科技' }, [0]],
    ['a name of others', { name: '杭州远大贸易有限公司' }, []],
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

  it('states class, rule and score, exact hits first, and what just misses', async () => {
    const said = await search({ name: 'Acme Traiding Ltd' });
    expect(said.hits.map((hit) => [hit.class, hit.rule, hit.score, hit.matchedName])).toEqual(
      Array(2).fill(['similar', 'grantor_name_letters', 0.91, 'Acme Trading Ltd']),
    );
    expect(said).toMatchObject({ hitCount: 2, next: null, nearMisses: [], nearMissCount: 0 });
    const missed = await search({ name: 'Acme Trodimg Ltd' });
    expect(missed).toMatchObject({
      hits: [],
      nearMisses: [{ legalName: 'Acme Trading Ltd', score: 0.81 }],
      nearMissCount: 1,
    });
    expect(await search({ name: 'Acme Trodimg Ltd', exactOnly: true })).toMatchObject({ nearMissCount: 0 });
  });

  it('explains each hit', async () => {
    const { hits, complete } = await search({ by: 'asset', assetKey: 'invoice:1' });
    expect(hits.map((hit) => [hit.class, hit.rule])).toEqual(Array(2).fill(['exact', 'asset_key_exact']));
    expect(complete).toBe(true);
  });
});

describe('a search with more hits than a certificate holds', () => {
  it('counts them all and is continued without a gap', async () => {
    const one = 'Crowded House Ltd';
    const drafted = Array.from({ length: 501 }, (_, index) =>
      userFiling({ grantors: [party(index % 2 === 0 ? one : 'Crowded Horse Ltd')] }),
    );
    await db.run((tx) => registry.nest.get(Filings).file(tx, drafted));
    registry.clock.advance(1_000);
    const first = await search({ name: one });
    expect([first.hits.length, first.hitCount, first.complete]).toEqual([500, 501, false]);
    expect(first.hits.slice(0, 251).every((hit) => hit.class === 'exact')).toBe(true);
    registry.clock.advance(1_000);
    await db.run((tx) => registry.nest.get(Filings).file(tx, [userFiling({ grantors: [party(one)] })]));
    const rest = await search({ name: one, at: first.searchedAt, after: first.next });
    expect([rest.hits.length, rest.hitCount, rest.next]).toEqual([1, 501, null]);
    const seen = [...first.hits, ...rest.hits].map(({ filing }) => filing.id);
    expect(new Set(seen).size).toBe(501);
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

  it('shows neither the searcher nor the terms, not even to who guesses them', async () => {
    const [one, other] = [
      await search({ name: 'Acme Trading Ltd' }),
      await search({ name: 'Acme Trading Ltd' }),
    ];
    expect(one.termsHash).not.toBe(other.termsHash);
    const salted = (salt: string) =>
      createHash('sha256').update(Buffer.from(salt, 'base64')).update(canonicalJson(one.terms)).digest('hex');
    expect(salted(one.termsSalt)).toBe(one.termsHash);
    expect(salted('')).not.toBe(one.termsHash);
    // An id carries a shard, and the log states the id: it must not be that of the searcher.
    const shards = new Set<number>();
    for (let count = 0; count < 8; count++)
      shards.add(shardOf((await search({ name: 'Acme Trading Ltd' })).id));
    expect(shards.size).toBeGreaterThan(1);
  });
});
