import { Db, query } from '#platform';
import { type ManualClock, money, shardOf } from '#kernel';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import type { FilingDraft } from '../domain/filing';
import { parseRegistryNumber } from '../domain/filing-number';
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
} from '../testing/registry-under-test';
import { Filings, type FilingVerdict } from './filings';
import { LapseFilings } from './lapse-filings';
import { RegistryVerify } from './registry-verify';

let database: TestDatabase;
let registry: RegistryUnderTest;
let clock: ManualClock;
let db: Db;
let filings: Filings;

beforeAll(async () => {
  database = await createTestDatabase();
  registry = await startRegistry(database.appUrl);
  clock = registry.clock;
  db = registry.nest.get(Db);
  filings = registry.nest.get(Filings);
});
afterAll(async () => {
  await registry.nest.close();
  await database.drop();
});
beforeEach(() => {
  registry.told.length = 0;
  clock.stepTo(START);
});

const file = (drafts: readonly FilingDraft[]) => db.run((tx) => filings.file(tx, drafts));
const fileOne = async (draft: FilingDraft) => {
  const [verdict] = await file([draft]);
  if (!verdict) throw new Error('no verdict');
  return verdict;
};
const code = (verdict: FilingVerdict | undefined) =>
  verdict && 'refused' in verdict ? verdict.refused.code : 'filed';
const filingOf = (verdict: FilingVerdict | undefined) => {
  if (!verdict || !('filed' in verdict)) throw new Error(`not filed: ${code(verdict)}`);
  return verdict.filed;
};
const claimed = async (asset: string) => (await filings.claims(db.reads, [asset])).get(asset);

describe('Filings.file', () => {
  it('writes a batch: book, present state, deeds; numbers of its own, each with check digits', async () => {
    const drafts = [userFiling(), deal([{ asset: fresh('asset'), amount: '900' }]), userFiling()];
    const filed = (await file(drafts)).map(filingOf);
    const ids = filed.map(({ id }) => id);
    expect(new Set(filed.map(({ number }) => number)).size).toBe(3);
    for (const { id, number } of filed) expect(parseRegistryNumber(number)?.shard).toBe(shardOf(id));
    const [counts] = await query(
      db.reads,
      `select (select count(*)::int from registry.filing where id = any($1)) as filings,
         (select count(*)::int from registry.filing_party where filing_id = any($1)) as parties,
         (select count(*)::int from registry.collateral where filing_id = any($1)) as collateral,
         (select count(*)::int from registry.filing_current where filing_id = any($1) and state = 'live') as live,
         (select count(*)::int from audit.deed where subject_id = any($1) and subject_version = 1) as deeds`,
      [ids],
    );
    expect(counts).toEqual({ filings: 3, parties: 6, collateral: 3, live: 3, deeds: 3 });
  });

  it('refuses what breaks a rule, with pointers, and files its neighbours', async () => {
    const verdicts = await file([userFiling(), userFiling({ grantors: [], termMonths: 361 }), userFiling()]);
    expect(verdicts.map(code)).toEqual(['filed', 'registry.filing_invalid', 'filed']);
    const [, refused] = verdicts;
    expect(refused).toMatchObject({
      refused: { errors: [{ pointer: '/grantors' }, { pointer: '/termMonths' }] },
    });
  });

  it('leaves no trace when the caller rolls back', async () => {
    const asset = fresh('asset');
    const failing = db.run(async (tx) => {
      await filings.file(tx, [deal([{ asset, amount: '900' }])]);
      throw new Error('the deal fell through');
    });
    await expect(failing).rejects.toThrow('fell through');
    expect(await claimed(asset)).toBeUndefined();
    expect(code(await fileOne(deal([{ asset, amount: '900' }])))).toBe('filed');
  });
});

describe('exclusive claims', () => {
  it('take an asset in parts, and no part twice', async () => {
    const asset = fresh('asset');
    const take = (amount: string) => deal([{ asset, amount }]);
    expect(code(await fileOne(take('600')))).toBe('filed');
    const refused = await fileOne(take('300.01'));
    expect(refused).toMatchObject({
      refused: {
        code: 'registry.asset_claimed',
        kind: 'conflict',
        details: {
          claimed: money('600', 'CNY'),
          payable: money('900', 'CNY'),
          wanted: money('300.01', 'CNY'),
        },
      },
    });
    expect(code(await fileOne(take('300')))).toBe('filed');
    expect(await claimed(asset)).toMatchObject({ claimed: money('900', 'CNY') });
  });

  it('keep the payable amount that the first one gave', async () => {
    const asset = fresh('asset');
    await fileOne(deal([{ asset, amount: '1' }]));
    expect(code(await fileOne(deal([{ asset, amount: '1', payable: '899' }])))).toBe(
      'registry.payable_changed',
    );
  });

  it('of which one does not fit take nothing at all', async () => {
    const [full, free] = [fresh('asset'), fresh('asset')];
    await fileOne(deal([{ asset: full, amount: '900' }]));
    const both = deal([full, free].map((asset) => ({ asset, amount: '1' })));
    expect(code(await fileOne(both))).toBe('registry.asset_claimed');
    expect(await claimed(free)).toBeUndefined();
  });

  it('in one batch are judged in order', async () => {
    const asset = fresh('asset');
    const verdicts = await file(['600', '600', '300'].map((amount) => deal([{ asset, amount }])));
    expect(verdicts.map(code)).toEqual(['filed', 'registry.asset_claimed', 'filed']);
  });

  it.each([
    ['the whole', '900', 1],
    ['thirds', '300', 3],
  ])('of 200 at once that want %s exactly as many fit as there is room for', async (_, amount, fitting) => {
    const asset = fresh('asset');
    const verdicts = await Promise.all(Array.from({ length: 200 }, () => fileOne(deal([{ asset, amount }]))));
    expect(verdicts.filter((verdict) => 'filed' in verdict)).toHaveLength(fitting);
    expect(new Set(verdicts.map(code))).toEqual(new Set(['filed', 'registry.asset_claimed']));
    expect(await claimed(asset)).toMatchObject({ claimed: money('900', 'CNY') });
  });

  it('of many that name the same assets in different orders never wait for each other in a circle', async () => {
    const assets = Array.from({ length: 6 }, () => fresh('asset'));
    const shuffled = (seed: number) => assets.map((asset, index) => ({ asset, at: (index * 5 + seed) % 6 }));
    const verdicts = await Promise.all(
      Array.from({ length: 60 }, (_, seed) =>
        fileOne(
          deal(
            shuffled(seed)
              .sort((a, b) => a.at - b.at)
              .map(({ asset }) => ({ asset, amount: '20' })),
          ),
        ),
      ),
    );
    expect(verdicts.filter((verdict) => 'filed' in verdict)).toHaveLength(45);
  });
});

describe('the time of filing', () => {
  it('is the clock, and inside a batch one microsecond later for each filing against one grantor', async () => {
    const grantors = [party(fresh('grantor'))];
    const filed = (await file([1, 2, 3].map(() => userFiling({ grantors })))).map(filingOf);
    expect(filed.map(({ filedAt }) => filedAt)).toEqual([
      '2026-11-22T08:00:00.000000Z',
      '2026-11-22T08:00:00.000001Z',
      '2026-11-22T08:00:00.000002Z',
    ]);
  });

  it('never goes back when the clock does', async () => {
    const grantors = [party(fresh('grantor'))];
    const first = filingOf(await fileOne(userFiling({ grantors })));
    clock.stepTo(new Date(START.getTime() - 3_600_000));
    const second = filingOf(await fileOne(userFiling({ grantors })));
    expect(second.filedAt).toBe('2026-11-22T08:00:00.000001Z');
    expect(second.filedAt > first.filedAt).toBe(true);
  });

  it('is never shared by two of many concurrent filings, also joint ones', async () => {
    const [a, b] = [party(fresh('grantor')), party(fresh('grantor'))];
    const sides = [[a], [b], [a, b], [b, a]];
    const verdicts = await Promise.all(
      Array.from({ length: 80 }, (_, index) => fileOne(userFiling({ grantors: sides[index % 4] ?? [a] }))),
    );
    for (const grantor of [a, b]) {
      const times = verdicts
        .map(filingOf)
        .filter(({ grantors }) => grantors.includes(grantor))
        .map(({ filedAt }) => filedAt);
      expect(times).toHaveLength(60);
      expect(new Set(times).size).toBe(60);
    }
    expect(await registry.nest.get(RegistryVerify).verify(db.reads)).toEqual([]);
  });
});

describe('a filing of a user on an asset that a deal holds', () => {
  it('is stored, and told of when the secured party is another', async () => {
    const asset = fresh('asset');
    await fileOne(deal([{ asset, amount: '1' }], { securedParties: [party('Factor A')] }));
    const other = filingOf(await fileOne(userFiling({ collateral: naming(asset) })));
    expect(registry.told).toEqual([
      { name: 'registry.competing_claim_filed', payload: { filingId: other.id, assetKeys: [asset] } },
    ]);
  });

  it('is told of when deal and filing come in one batch, of which the deal is filed first', async () => {
    const asset = fresh('asset');
    const grantors = [party(fresh('grantor'))];
    const held = deal([{ asset, amount: '1' }], { grantors, securedParties: [party('Factor A')] });
    const [user, first] = (await file([userFiling({ grantors, collateral: naming(asset) }), held])).map(
      filingOf,
    );
    expect([first?.origin, first?.filedAt]).toEqual(['deal', '2026-11-22T08:00:00.000000Z']);
    expect([user?.origin, user?.filedAt]).toEqual(['user', '2026-11-22T08:00:00.000001Z']);
    expect(registry.told).toHaveLength(1);
  });

  it('raises nothing when the holder files it, or nobody holds the asset', async () => {
    const asset = fresh('asset');
    const securedParties = [party('Factor A')];
    await fileOne(deal([{ asset, amount: '1' }], { securedParties }));
    await file([
      userFiling({ collateral: naming(asset), securedParties }),
      userFiling({ collateral: naming(fresh('asset')) }),
      userFiling(),
    ]);
    expect(registry.told).toEqual([]);
  });
});

describe('a deal on an asset that a user has filed on', () => {
  const securedParties = [party('Factor A')];
  const held = (asset: string) => deal([{ asset, amount: '1' }], { securedParties });

  it('is refused when the secured party is another, who would rank first, and takes nothing', async () => {
    const [asset, free] = [fresh('asset'), fresh('asset')];
    const first = filingOf(await fileOne(userFiling({ collateral: naming(asset) })));
    await fileOne(userFiling({ collateral: naming(asset), securedParties: [party('Second Bank')] }));
    const both = deal(
      [free, asset].map((one) => ({ asset: one, amount: '1' })),
      { securedParties },
    );
    const [refused, neighbour] = await file([both, held(free)]);
    expect(refused).toMatchObject({
      refused: {
        code: 'registry.competing_earlier_filing',
        kind: 'conflict',
        details: { assetKey: asset, number: first.number, filedAt: first.filedAt },
      },
    });
    expect(code(neighbour)).toBe('filed');
    expect(await claimed(asset)).toBeUndefined();
    expect(await claimed(free)).toMatchObject({ claimed: money('1', 'CNY') });
    expect(await registry.nest.get(RegistryVerify).verify(db.reads)).toEqual([]);
  });

  it('is filed when the user filed for the same secured party, also under another name of an organisation', async () => {
    const asset = fresh('asset');
    const organisationId = filedBy.organisationId;
    const [old, now] = ['Old Name', 'New Name'].map((name) => ({ ...party(name), organisationId }));
    await fileOne(userFiling({ collateral: naming(asset), securedParties: old ? [old] : [] }));
    const verdict = await fileOne(deal([{ asset, amount: '1' }], { securedParties: now ? [now] : [] }));
    expect(code(verdict)).toBe('filed');
  });

  it('is filed from the instant at which the earlier registration has lapsed, noted or not', async () => {
    const asset = fresh('asset');
    await fileOne(userFiling({ collateral: naming(asset), termMonths: 1 }));
    clock.moveTo(new Date('2026-12-22T15:59:59.999Z'));
    expect(code(await fileOne(held(asset)))).toBe('registry.competing_earlier_filing');
    clock.moveTo(new Date('2026-12-22T16:00:00.000Z'));
    expect(code(await fileOne(held(asset)))).toBe('filed');
  });

  it('never passes it unseen: at once, either the deal is refused or the user’s filing is told of', async () => {
    const assets = Array.from({ length: 30 }, () => fresh('asset'));
    const races = await Promise.all(
      assets.map((asset) =>
        Promise.all([fileOne(held(asset)), fileOne(userFiling({ collateral: naming(asset) }))]),
      ),
    );
    const warned = JSON.stringify(registry.told);
    races.forEach(([verdict], index) => {
      const isWarned = warned.includes(`"${assets[index] ?? ''}"`);
      expect(code(verdict)).toBe(isWarned ? 'filed' : 'registry.competing_earlier_filing');
    });
  });
});

describe('a lapse', () => {
  it('comes with the end of the term, gives back the claim, and leaves a deed', async () => {
    const asset = fresh('asset');
    const filed = filingOf(await fileOne(deal([{ asset, amount: '900' }], { termMonths: 1 })));
    expect(filed).toMatchObject({ expiresOn: '2026-12-22', expiresAt: '2026-12-22T16:00:00.000000Z' });
    clock.moveTo(new Date('2026-12-22T15:59:59.999Z'));
    await registry.nest.get(LapseFilings).execute();
    expect(await claimed(asset)).toMatchObject({ claimed: money('900', 'CNY') });
    clock.moveTo(new Date('2026-12-22T16:00:00.000Z'));
    await registry.nest.get(LapseFilings).execute();
    await registry.nest.get(LapseFilings).execute();
    expect(await claimed(asset)).toMatchObject({ claimed: money('0', 'CNY') });
    const deeds = await query(
      db.reads,
      'select action, subject_version as version, user_id as "userId" from audit.deed where subject_id = $1 order by 2',
      [filed.id],
    );
    expect(deeds).toEqual([
      { action: 'registry.filing_made', version: 1, userId: filedBy.userId },
      { action: 'registry.filing_lapsed', version: 2, userId: null },
    ]);
    expect(await registry.nest.get(RegistryVerify).verify(db.reads)).toEqual([]);
  });
});

describe('the database itself', () => {
  it.each([
    ['update registry.filing set number = number', 'permission denied'],
    ['delete from registry.filing_party', 'permission denied'],
    ['update registry.collateral set description = description', 'permission denied'],
    ['truncate registry.search', 'permission denied'],
    [`update registry.asset_claim set claimed_amount = payable_amount + 1`, 'asset_claim_fits'],
    [`update registry.asset_claim set claimed_amount = -1`, 'asset_claim_fits'],
  ])('refuses %s', async (sql, reason) => {
    await fileOne(deal([{ asset: fresh('asset'), amount: '1' }]));
    await expect(query(db.reads, sql)).rejects.toThrow(reason);
  });
});
