import { money } from '#kernel';
import { Db } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database';
import type { Filing, FilingDraft } from '../../domain/filing';
import {
  deal,
  filedBy,
  fresh,
  naming,
  party,
  type RegistryUnderTest,
  START,
  startRegistry,
  userFiling,
} from '../../testing/registry-under-test';
import { CancelFilings } from '../cancel-filings';
import { Filings } from '../filings';
import { type PriorityAsked, RankClaims } from './rank-claims';

let database: TestDatabase;
let registry: RegistryUnderTest;
let rankClaims: RankClaims;

beforeAll(async () => {
  database = await createTestDatabase();
  registry = await startRegistry(database.appUrl);
  rankClaims = registry.nest.get(RankClaims);
});
afterAll(async () => {
  await registry.nest.close();
  await database.drop();
});
beforeEach(() => registry.clock.stepTo(START));

const nothing: PriorityAsked = {
  ...{ assetKey: null, grantor: null, at: null, registerNow: false },
  ...{ endNumber: null, releaseNumber: null, juniorNumber: null, seniorNumber: null },
};
const ask = (asked: Partial<PriorityAsked>) => rankClaims.execute({ ...nothing, ...asked });
const ranks = async (asked: Partial<PriorityAsked>) =>
  (await ask(asked)).ranks.map(({ rank, number, share }) => [rank, number, share?.amount ?? null]);

async function file(draft: FilingDraft): Promise<Filing> {
  const [verdict] = await registry.nest.get(Db).run((tx) => registry.nest.get(Filings).file(tx, [draft]));
  if (!verdict || 'refused' in verdict) throw new Error('it was refused');
  registry.clock.advance(1_000);
  return verdict.filed;
}

describe('RankClaims', () => {
  it('ranks what is registered on an asset, lets the payable flow down, and says what would be', async () => {
    const asset = fresh('invoice');
    const first = await file(deal([{ asset, amount: '600' }], { termMonths: 1 }));
    const second = await file(
      userFiling({ collateral: naming(asset).map((item) => ({ ...item, amount: money('500', 'CNY') })) }),
    );
    const [one, two] = [first.number, second.number];
    expect(await ranks({ assetKey: asset })).toEqual([
      [1, one, '600.00'],
      [2, two, '300.00'],
    ]);
    expect(await ranks({ assetKey: asset, at: '2027-01-22T00:00:00Z' })).toEqual([[1, two, '500.00']]);
    expect(await ranks({ assetKey: asset, at: '2026-11-22T08:00:00Z' })).toEqual([[1, one, '600.00']]);
    expect(await ranks({ assetKey: asset, endNumber: one })).toEqual([[1, two, '500.00']]);
    expect(await ranks({ assetKey: asset, juniorNumber: one, seniorNumber: two })).toEqual([
      [1, two, '500.00'],
      [2, one, '400.00'],
    ]);
    expect((await ranks({ assetKey: asset, registerNow: true }))[2]).toEqual([3, null, '0.00']);
    expect(await ask({ assetKey: asset })).toMatchObject({
      standing: 'registered_here_only',
      rest: { amount: '0.00' },
      filingCount: 2,
      complete: true,
      ranks: [{ rule: 'registered_earlier', since: first.filedAt, securedParties: ['First Bank'] }, {}],
    });
  });

  it('keeps what is cancelled out from that moment on, and in before it', async () => {
    const name = fresh('Grantor');
    const filed = await file(userFiling({ grantors: [party(name)] }));
    const before = registry.clock.now().toISOString();
    registry.clock.advance(1_000);
    await registry.nest
      .get(Db)
      .run((tx) => registry.nest.get(CancelFilings).cancel(tx, [filed.id], filedBy, 'discharged'));
    expect(await ask({ grantor: name })).toMatchObject({
      ranks: [],
      unranked: [{ number: filed.number, reason: 'ended' }],
    });
    expect(await ranks({ grantor: name, at: before })).toEqual([[1, filed.number, null]]);
  });

  it.each<[string, Partial<PriorityAsked>]>([
    ['nothing', {}],
    ['an asset and a grantor', { assetKey: 'a', grantor: 'b' }],
    ['a number that is not among them', { assetKey: 'a', endNumber: '1' }],
    ['half an agreement', { assetKey: 'a', juniorNumber: '1' }],
  ])('refuses %s', async (_, asked) => {
    await expect(ask(asked)).rejects.toMatchObject({ code: 'registry.priority_unclear' });
  });
});
