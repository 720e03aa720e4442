import { Test } from '@nestjs/testing';
import { AuditModule } from '#audit';
import { type DomainError, ManualClock, type Money, money, newId } from '#kernel';
import { OnboardOrganisation } from '#parties';
import {
  type Actor,
  Db,
  EVERYONE,
  type LibrarySchema,
  PlatformModule,
  query,
  type Scope,
  WITHOUT_SIGN_IN,
} from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { RiskModule } from '../risk.module';
import { Limits } from './limits';
import { LimitQueries } from './limits.queries';
import { SetLimit } from './set-limit';

const yuan = (amount: string) => money(amount, 'CNY');
const clock = new ManualClock(new Date('2026-11-22T01:00:00Z'));
const none: readonly LibrarySchema[] = [];

describe('setting limits', () => {
  let database: TestDatabase;
  let db: Db;
  let setLimit: SetLimit;
  let limits: Limits;
  let queries: LimitQueries;
  let onboarding: OnboardOrganisation;
  let close: () => Promise<void>;

  beforeAll(async () => {
    database = await createTestDatabase();
    const settings = { databaseUrl: database.appUrl, poolSize: 12, logLevel: 'silent', clock, schemas: none };
    const module = await Test.createTestingModule({
      imports: [PlatformModule.forProcess(settings), AuditModule, RiskModule],
    }).compile();
    [db, setLimit, limits] = [module.get(Db), module.get(SetLimit), module.get(Limits)];
    queries = module.get(LimitQueries);
    onboarding = module.get(OnboardOrganisation, { strict: false });
    close = () => module.close();
  });
  afterAll(async () => {
    await close();
    await database.drop();
  });

  let number = 0;
  const organisation = async (capability: 'bank' | 'core_enterprise', value = `REG ${++number}`) => {
    const identifiers = [{ scheme: 'LOCAL', value } as const];
    const wish = { legalName: `Company ${++number}`, capabilities: [capability], identifiers };
    return db.run((tx) => onboarding.onboard(tx, { userId: null, organisationId: null }, wish));
  };
  const actorOf = (organisationId: string, scope: Scope = { organisations: [organisationId] }): Actor => ({
    ...WITHOUT_SIGN_IN,
    ...{ userId: newId(1), organisationId, roles: ['risk_officer'], scope, sessionId: newId(1) },
    permissions: new Set(['limit.read', 'limit.set', 'exposure.read']),
  });
  const set = (actor: Actor, debtorId: string, limit: Money, expectedVersion?: number) =>
    setLimit.execute(
      { actor, idempotency: null },
      { debtorId, limit, ...(expectedVersion !== undefined && { expectedVersion }) },
    );
  const refused = (work: Promise<unknown>, code: string, details: object = {}) =>
    expect(work).rejects.toMatchObject({ code, details });
  const parties = async () => {
    const [bank, debtor] = [await organisation('bank'), await organisation('core_enterprise')];
    return { actor: actorOf(bank.id), bank, debtor };
  };

  it('makes a limit, changes it in view of the last, and leaves a deed each time', async () => {
    const { actor, bank, debtor } = await parties();
    const first = await set(actor, debtor.id, yuan('100.5'));
    expect(first).toEqual({
      ...{ id: first.id, financierId: bank.id, debtorId: debtor.id, debtorName: debtor.legalName },
      ...{
        currency: 'CNY',
        limit: yuan('100.50'),
        used: yuan('0'),
        headroom: yuan('100.50'),
        excess: yuan('0'),
      },
      ...{ version: 1, setAt: '2026-11-22T01:00:00.000Z', actions: ['set'] },
    });
    clock.advance(60_000);
    const second = await set(actor, debtor.id, yuan('80'), 1);
    expect(second).toMatchObject({
      id: first.id,
      limit: yuan('80'),
      version: 2,
      setAt: '2026-11-22T01:01:00.000Z',
    });
    expect((await queries.limits(actor, { limit: 50 })).items).toEqual([second]);
    const deeds = await query<object>(
      db.reads,
      `select action, subject_version as version, user_id as "by", details from audit.deed
       where subject_id = $1 order by subject_version`,
      [first.id],
    );
    expect(deeds).toEqual([
      {
        ...{ action: 'risk.limit_set', version: 1, by: actor.userId },
        details: { debtorId: debtor.id, limit: yuan('100.50'), limitBefore: null, used: yuan('0') },
      },
      {
        ...{ action: 'risk.limit_changed', version: 2, by: actor.userId },
        details: { debtorId: debtor.id, limit: yuan('80'), limitBefore: yuan('100.50'), used: yuan('0') },
      },
    ]);
  });

  it('refuses a decision in view of anything but the present limit', async () => {
    const { actor, debtor } = await parties();
    await refused(set(actor, debtor.id, yuan('1'), 1), 'risk.limit_not_found');
    await set(actor, debtor.id, yuan('100'));
    await refused(set(actor, debtor.id, yuan('1')), 'risk.limit_exists', { version: 1, limit: yuan('100') });
    await set(actor, debtor.id, yuan('90'), 1);
    await refused(set(actor, debtor.id, yuan('1'), 1), 'risk.limit_changed', {
      version: 2,
      limit: yuan('90'),
    });
    await set(actor, debtor.id, money('5', 'USD'));
    expect((await queries.limits(actor, { limit: 50, currency: 'CNY' })).items).toHaveLength(1);
  });

  it('lets one of ten officers win, for the first limit and for the next', async () => {
    const { actor, debtor } = await parties();
    const race = async (expectedVersion?: number) => {
      const tries = Array.from({ length: 10 }, (_, n) =>
        set(actor, debtor.id, yuan(String(n + 1)), expectedVersion),
      );
      const codes = (await Promise.allSettled(tries)).map((one) =>
        one.status === 'fulfilled' ? 'won' : (one.reason as DomainError).code,
      );
      return codes.sort();
    };
    expect(await race()).toEqual([...Array<string>(9).fill('risk.limit_exists'), 'won']);
    expect(await race(1)).toEqual([...Array<string>(9).fill('risk.limit_changed'), 'won']);
  });

  it('takes a limit below what is in use, shows the excess and offers no room', async () => {
    const { actor, bank, debtor } = await parties();
    await set(actor, debtor.id, yuan('100'));
    const dealId = newId(9);
    await db.run((tx) => limits.reserve(tx, dealId, bank.id, [{ debtorId: debtor.id, amount: yuan('60') }]));
    const cut = await set(actor, debtor.id, yuan('25'), 1);
    expect(cut).toMatchObject({ used: yuan('60'), headroom: yuan('0'), excess: yuan('35'), version: 2 });
    const raised = await set(actor, debtor.id, yuan('70'), 2);
    expect(raised).toMatchObject({ used: yuan('60'), headroom: yuan('10'), excess: yuan('0') });
    expect(await limits.verify(db.reads)).toEqual([]);
  });

  it('finds the debtor by an identifier, however it is spaced', async () => {
    const { actor } = await parties();
    const debtor = await organisation('core_enterprise', 'HRB-778899');
    const limit = yuan('3');
    const command = { actor, idempotency: null };
    const made = await setLimit.execute(command, { debtorIdentifier: 'hrb 778899', limit });
    expect(made).toMatchObject({ debtorId: debtor.id, debtorName: debtor.legalName });
    await refused(setLimit.execute(command, { debtorIdentifier: 'HRB-1', limit }), 'risk.debtor_unknown');
    await refused(setLimit.execute(command, { limit }), 'risk.debtor_unstated');
    const both = { debtorId: debtor.id, debtorIdentifier: 'HRB-778899', limit };
    await refused(setLimit.execute(command, both), 'risk.debtor_unstated');
  });

  it('refuses what is no limit, no debtor, or no financier', async () => {
    const { actor, bank, debtor } = await parties();
    await refused(set(actor, debtor.id, yuan('-0.01')), 'risk.limit_negative');
    await refused(set(actor, debtor.id, { amount: '0.001', currency: 'CNY' }), 'kernel.amount_too_precise');
    await refused(set(actor, newId(1), yuan('1')), 'risk.debtor_unknown');
    await refused(set(actor, bank.id, yuan('1')), 'risk.own_debt');
    await refused(set(actorOf(debtor.id), bank.id, yuan('1')), 'risk.not_a_financier');
    expect((await queries.limits(actor, { limit: 50 })).items).toEqual([]);
  });

  it('lets a suspended debtor’s limit go down only', async () => {
    const { actor, debtor } = await parties();
    await set(actor, debtor.id, yuan('10'));
    await query(db.reads, `update parties.organisation set status = 'suspended' where id = $1`, [debtor.id]);
    await refused(set(actor, debtor.id, yuan('11'), 1), 'risk.debtor_suspended');
    await refused(set(actor, debtor.id, money('1', 'USD')), 'risk.debtor_suspended');
    expect(await set(actor, debtor.id, yuan('9'), 1)).toMatchObject({ version: 2 });
  });

  it('shows exposures by debtor and currency, the largest deals first, and those of others to nobody', async () => {
    const { actor, bank, debtor } = await parties();
    const line = await set(actor, debtor.id, yuan('1000'));
    await set(actor, debtor.id, money('1000', 'USD'));
    const deals = Array.from({ length: 23 }, (_, n) => ({ dealId: newId(9), amount: yuan(String(n + 1)) }));
    for (const { dealId, amount } of deals)
      await db.run((tx) => limits.reserve(tx, dealId, bank.id, [{ debtorId: debtor.id, amount }]));
    const { items } = await queries.board(actor, { limit: 50 });
    expect(items.map(({ currency, used, moreDeals }) => [currency, used, moreDeals])).toEqual(
      expect.arrayContaining([
        ['CNY', yuan('276'), true],
        ['USD', money('0', 'USD'), false],
      ]),
    );
    const own = items.find(({ id }) => id === line.id);
    expect(own?.deals.map(({ dealId }) => dealId)).toEqual(
      [...deals]
        .reverse()
        .slice(0, 20)
        .map(({ dealId }) => dealId),
    );
    const first = await queries.deals(actor, line.id, { limit: 20 });
    expect([first.items.length, first.next]).toEqual([20, first.items.at(-1)?.dealId]);
    const rest = await queries.deals(actor, line.id, { limit: 20, cursor: first.next ?? '' });
    expect([...first.items, ...rest.items].map(({ dealId }) => dealId).sort()).toEqual(
      deals.map(({ dealId }) => dealId).sort(),
    );
    expect(rest.next).toBeNull();

    const stranger = actorOf((await organisation('bank')).id);
    await refused(queries.deals(stranger, line.id, { limit: 50 }), 'risk.limit_not_found');
    expect((await queries.board(stranger, { limit: 50 })).items).toEqual([]);
    const watcher = actorOf(newId(1), EVERYONE);
    expect(
      (await queries.limits(watcher, { limit: 50, debtorId: debtor.id })).items.map(({ actions }) => actions),
    ).toEqual([[], []]);
  });

  it('pages through limits', async () => {
    const { actor } = await parties();
    for (let n = 0; n < 3; n++) await set(actor, (await organisation('core_enterprise')).id, yuan('1'));
    const first = await queries.limits(actor, { limit: 2 });
    const rest = await queries.limits(actor, { limit: 2, cursor: first.next ?? '' });
    expect([first.items.length, rest.items.length, rest.next]).toEqual([2, 1, null]);
    expect(new Set([...first.items, ...rest.items].map(({ id }) => id)).size).toBe(3);
  });
});
