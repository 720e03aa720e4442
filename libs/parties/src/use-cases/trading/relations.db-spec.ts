// Trading relations on a real database: two sides, sizes fixed at signing, one relation for a contract.
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database';
import { DealMarket, type Member, plain } from '../../../../../test/support/deal-market';
import { localDate } from '#kernel';
import type { SmeSize } from '../../domain/facts/fact';
import { RecordFact } from '../facts/record-fact';
import { Organisations } from '../organisations';
import { DecideRelation } from './decide-relation';
import { ProposeRelation } from './propose-relation';
import { Relations } from './relations';
import { RelationQueries } from './relations.queries';

let database: TestDatabase;
let market: DealMarket;
let operator: Member;

beforeAll(async () => {
  database = await createTestDatabase();
  market = await DealMarket.start(database.appUrl);
  const member = await market.member('operator', false);
  operator = { ...member, scope: { organisations: 'all' } };
});
afterAll(async () => {
  await market.nest.close();
  await database.drop();
});

const side = async (capability: 'supplier' | 'core_enterprise'): Promise<Member> => {
  const member = await market.member(capability, false);
  return { ...member, permissions: new Set([...member.permissions, 'relation.agree']) };
};
const size = (of: Member, value: SmeSize, from: string) =>
  market.nest.get(RecordFact).execute(plain(operator), of.organisationId, {
    ...{ kind: 'sme_size', value, validFrom: localDate(from), source: '企业信用信息公示系统' },
  });
const propose = async (by: Member, to: Member, contractNumber = 'HT-2026-01') => {
  const other = await market.nest.get(Organisations).require(market.db.reads, to.organisationId);
  return market.nest.get(ProposeRelation).execute(plain(by), {
    ...{ partner: other.identifiers[0]?.value ?? '', side: sideOf(by) },
    ...{ contractNumber, since: localDate('2024-01-01'), signedOn: localDate('2025-03-01') },
    ...{ paymentTermDays: 60, noAssignmentClause: true },
  });
};
const sideOf = ({ name }: Member) => (name.startsWith('supplier') ? 'supplier' : 'debtor');
const decide = (by: Member, id: string, decision: 'confirmed' | 'declined', reason?: string) =>
  market.nest.get(DecideRelation).execute(plain(by), id, { decision, ...(reason && { reason }) });
const confirmedOf = (supplier: Member, debtor: Member) =>
  market.nest
    .get(Relations)
    .confirmed(market.db.reads, [{ supplierId: supplier.organisationId, debtorId: debtor.organisationId }]);

it('holds when the other side confirms, with the sizes of the day of signing', async () => {
  const [supplier, debtor] = [await side('supplier'), await side('core_enterprise')];
  await size(supplier, 'small', '2024-01-01');
  await size(supplier, 'medium', '2026-01-01');
  await size(debtor, 'large', '2020-01-01');
  const { id, actions } = await propose(supplier, debtor);
  expect(actions).toEqual([]);
  expect(await confirmedOf(supplier, debtor)).toEqual([]);
  const queue = await market.nest.get(RelationQueries).page(debtor, { limit: 10 });
  expect(queue.items).toMatchObject([{ id, supplierName: supplier.name, actions: ['confirm', 'decline'] }]);
  expect(await decide(debtor, id, 'confirmed')).toMatchObject({
    ...{ state: 'confirmed', supplierSize: 'small', debtorSize: 'large', version: 2, actions: [] },
  });
  market.clock.advance(1000);
  await size(supplier, 'micro', '2024-01-01');
  expect(await confirmedOf(supplier, debtor)).toMatchObject([
    { id, supplierSize: 'small', noAssignmentClause: true, signedOn: '2025-03-01' },
  ]);
});

it('is nothing while one side says it alone, and ends when it is declined', async () => {
  const [supplier, debtor] = [await side('supplier'), await side('core_enterprise')];
  const { id } = await propose(debtor, supplier);
  await expect(decide(debtor, id, 'confirmed')).rejects.toMatchObject({ code: 'parties.relation_own' });
  await expect(decide(await side('supplier'), id, 'confirmed')).rejects.toMatchObject({
    code: 'parties.relation_not_found',
  });
  await expect(decide(supplier, id, 'declined')).rejects.toMatchObject({
    code: 'parties.relation_reason_missing',
  });
  await expect(propose(supplier, debtor)).rejects.toMatchObject({ code: 'parties.relation_known' });
  await decide(supplier, id, 'declined', 'no such contract');
  await expect(decide(supplier, id, 'confirmed')).rejects.toMatchObject({ code: 'parties.relation_decided' });
  await expect(propose(supplier, debtor)).resolves.toMatchObject({ state: 'proposed' });
  expect(await confirmedOf(supplier, debtor)).toEqual([]);
});

it('names a partner that is here, on the right side', async () => {
  const [supplier, other] = [await side('supplier'), await side('supplier')];
  await expect(propose(supplier, other)).rejects.toMatchObject({ code: 'parties.relation_side' });
  const wish = {
    ...{ partner: 'NOBODY/1', contractNumber: 'x', paymentTermDays: 0 },
    side: 'supplier',
    ...{ since: localDate('2024-01-01'), signedOn: localDate('2024-01-01'), noAssignmentClause: false },
  } as const;
  await expect(market.nest.get(ProposeRelation).execute(plain(supplier), wish)).rejects.toMatchObject({
    code: 'parties.partner_unknown',
  });
});

it('is stated once for a contract, however many state it at once', async () => {
  const [supplier, debtor] = [await side('supplier'), await side('core_enterprise')];
  const both = await Promise.allSettled([propose(supplier, debtor), propose(debtor, supplier)]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

it('cannot be confirmed by its proposer in SQL either', async () => {
  const [supplier, debtor] = [await side('supplier'), await side('core_enterprise')];
  const { id } = await propose(supplier, debtor);
  await expect(
    market.rows(
      `update parties.trading_relation set state = 'confirmed', decided_by = $2, decided_at = now(),
         decider_organisation_id = proposer_organisation_id where id = $1`,
      [id, supplier.userId],
    ),
  ).rejects.toMatchObject({ driverError: { code: '23514' } });
});
