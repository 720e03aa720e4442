// Leaving on a real database: asked by the organisation, decided by the operator, and no deal slips through meanwhile.
import { setTimeout as sleep } from 'node:timers/promises';
import { AcceptOffer, MakeOffer, OpenRequest } from '#factoring';
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database';
import { DealMarket, type Member, plain } from '../../../../../test/support/deal-market';
import { Organisations } from '../organisations';
import { DecideDeparture } from './decide-departure';
import { DepartureQueries } from './departures.queries';
import { OffboardOrganisation } from './offboard-organisation';
import { RequestDeparture } from './request-departure';

let database: TestDatabase;
let market: DealMarket;
let operator: Member;
let supplier: Member;
let debtor: Member;

beforeAll(async () => {
  database = await createTestDatabase();
  market = await DealMarket.start(database.appUrl);
  const member = await market.member('operator', false);
  const permissions = new Set([...member.permissions, 'organisation.onboard']);
  operator = { ...member, permissions, scope: { organisations: 'all' } };
  supplier = await market.member('supplier');
  debtor = await market.member('core_enterprise', false);
});
afterAll(async () => {
  await market.nest.close();
  await database.drop();
});

const ask = (by: Member) => market.nest.get(RequestDeparture).execute(plain(by), { reason: '业务调整' });
const decide = (id: string, decision: 'granted' | 'refused', answer?: string, by = operator) =>
  market.nest.get(DecideDeparture).execute(plain(by), id, { decision, ...(answer && { answer }) });
const statusOf = async ({ organisationId }: Member) =>
  (await market.nest.get(Organisations).require(market.db.reads, organisationId)).status;
const refusal = (name: string) => ({ code: `parties.${name}` });

/** A financier with a live offer that the supplier may take. */
async function offered() {
  const financier = await market.member('factor');
  await market.limit(financier, debtor);
  const receivable = await market.receivable(supplier, debtor, '1000.00', '2026-09-01');
  const request = await market.nest.get(OpenRequest).execute(plain(supplier), {
    receivables: [{ receivableId: receivable.id }],
    financierIds: [financier.organisationId],
  });
  const offer = await market.nest.get(MakeOffer).execute(plain(financier), {
    ...{ requestId: request.id, advanceRate: '0.8', rateAnnual: '0.06', recourse: 'with' },
    validUntil: new Date(market.clock.now().getTime() + 86_400_000).toISOString(),
  });
  return { financier, accept: () => market.nest.get(AcceptOffer).execute(plain(supplier), offer.id) };
}
const leave = ({ organisationId }: Member) =>
  market.nest.get(OffboardOrganisation).execute(plain(operator), organisationId, { reason: 'race' });

describe('a request to leave', () => {
  it('is granted where nothing is open, and the organisation is gone', async () => {
    const guest = await market.member('registry_user', false);
    const { id, obstacles } = await ask(guest);
    expect(obstacles).toEqual([]);
    await expect(ask(guest)).rejects.toMatchObject(refusal('departure_asked'));
    await expect(decide(id, 'granted', undefined, guest)).rejects.toMatchObject(refusal('departure_own'));
    expect(await decide(id, 'granted')).toMatchObject({ state: 'granted', actions: [] });
    expect(await statusOf(guest)).toBe('left');
    await expect(decide(id, 'refused', 'late')).rejects.toMatchObject(refusal('departure_closed'));
  });

  it('shows what keeps it here, and is not granted meanwhile; it is refused with a reason or taken back', async () => {
    const member = await market.member('supplier', false);
    await market.receivable(member, debtor, '5.00', '2026-09-01');
    const { id } = await ask(member);
    const seen = await market.nest.get(DepartureQueries).page(operator, { limit: 10, state: 'open' });
    expect(seen.items).toMatchObject([
      { id, obstacles: [{ what: 'open_receivables', count: 1 }], actions: ['grant', 'refuse'] },
    ]);
    await expect(decide(id, 'granted')).rejects.toMatchObject(refusal('business_open'));
    await expect(decide(id, 'refused')).rejects.toMatchObject(refusal('departure_answer_missing'));
    expect(await decide(id, 'refused', '尚有应收账款')).toMatchObject({ state: 'refused' });
    const again = await ask(member);
    const stranger = await market.member('supplier', false);
    const withdraw = (by: Member) => market.nest.get(RequestDeparture).withdraw(plain(by), again.id);
    await expect(withdraw(stranger)).rejects.toMatchObject(refusal('departure_not_found'));
    expect(await withdraw(member)).toMatchObject({ state: 'withdrawn', answer: null });
    expect(await statusOf(member)).toBe('active');
  });
});

describe('a deal at the same instant', () => {
  it('waits for a financier that is leaving, and is refused', async () => {
    const { financier, accept } = await offered();
    const actor = operator;
    let acceptance: Promise<unknown> = Promise.resolve();
    await market.db.run(async (tx) => {
      await market.nest.get(OffboardOrganisation).leave(tx, actor, financier.organisationId, 'race');
      acceptance = accept().then(
        () => 'accepted',
        (error: unknown) => error,
      );
      await waiting();
    });
    expect(await acceptance).toMatchObject({ code: 'factoring.financier_inactive' });
    expect(await statusOf(financier)).toBe('left');
  });

  it('is made or the financier leaves, and never both', async () => {
    for (let round = 0; round < 8; round++) {
      const { financier, accept } = await offered();
      const [deal, departure] = await Promise.allSettled([accept(), leave(financier)]);
      expect([deal.status, departure.status].filter((one) => one === 'fulfilled')).toHaveLength(1);
      expect(await statusOf(financier)).toBe(departure.status === 'fulfilled' ? 'left' : 'active');
    }
  });
});

/** Until somebody waits for a row that another transaction has locked. */
async function waiting(): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const [row] = await market.rows<{ count: number }>(
      `select count(*)::int as count from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if ((row?.count ?? 0) > 0) return;
    await sleep(10);
  }
  throw new Error('nobody waits');
}
