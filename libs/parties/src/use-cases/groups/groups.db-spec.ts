// Groups of connected clients on a real database: who sees which, what held on a day, and books that nobody rewrites.
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database';
import { DealMarket, type Member, plain } from '../../../../../test/support/deal-market';
import { localDate } from '#kernel';
import { NO_ONE } from '#platform';
import { Organisations } from '../organisations';
import { Groups } from './groups';
import { GroupQueries } from './groups.queries';
import { RecordMembership } from './record-membership';
import { StateGroup } from './state-group';

let database: TestDatabase;
let market: DealMarket;
let operator: Member;
let bank: Member;
let rival: Member;
let clients: readonly [Member, Member, Member];

const stater = async (capability: 'operator' | 'bank'): Promise<Member> => {
  const member = await market.member(capability, false);
  const permissions = new Set([...member.permissions, 'group.state', 'group.read']);
  const scope = capability === 'operator' ? { organisations: 'all' as const } : member.scope;
  return { ...member, permissions, scope };
};
beforeAll(async () => {
  database = await createTestDatabase();
  market = await DealMarket.start(database.appUrl);
  operator = await stater('operator');
  [bank, rival] = [await stater('bank'), await stater('bank')];
  clients = [
    await market.member('core_enterprise', false),
    await market.member('supplier', false),
    await market.member('core_enterprise', false),
  ];
});
afterAll(async () => {
  await market.nest.close();
  await database.drop();
});

const numberOf = async ({ organisationId }: Member) => {
  const one = await market.nest.get(Organisations).require(market.db.reads, organisationId);
  return one.identifiers[0]?.value ?? '';
};
const state = async (by: Member, name: string, members: readonly Member[], from = '2024-01-01') =>
  market.nest.get(StateGroup).execute(plain(by), {
    ...{ name, reason: 'control', source: '2023 年报', validFrom: localDate(from) },
    members: await Promise.all(members.map(async (one) => ({ number: await numberOf(one) }))),
  });
const record = async (by: Member, id: string, member: Member, belongs: boolean, from: string) =>
  market.nest.get(RecordMembership).execute(plain(by), id, {
    ...{ member: await numberOf(member), belongs, validFrom: localDate(from), source: '登记变更' },
  });
const groupsOf = async (by: Member, of: Member, day: string) => {
  const scope = { organisations: [by.organisationId] };
  const ids = [of.organisationId];
  const found = await market.nest.get(Groups).of(market.db.reads, scope, ids, localDate(day));
  return (found.get(of.organisationId) ?? []).map(({ name, memberIds }) => [name, memberIds.length]);
};
const listed = async (by: Member) =>
  (await market.nest.get(GroupQueries).page(by, { limit: 10 })).items.map(({ name }) => name);

it('is seen by the financier that stated it; what the operator states, by all', async () => {
  const [parent, supplier, sister] = clients;
  await state(bank, 'of the bank', [parent, supplier]);
  const { forAll, actions } = await state(operator, 'of all', [parent, sister]);
  expect({ forAll, actions }).toEqual({ forAll: true, actions: ['record'] });
  expect(await groupsOf(bank, parent, '2026-06-01')).toEqual([
    ['of the bank', 2],
    ['of all', 2],
  ]);
  expect(await groupsOf(rival, parent, '2026-06-01')).toEqual([['of all', 2]]);
  expect(await groupsOf(rival, supplier, '2026-06-01')).toEqual([]);
  expect(await listed(bank)).toEqual(['of all', 'of the bank']);
  expect(await listed(rival)).toEqual(['of all']);
  expect(await listed(operator)).toEqual(['of all']);
  expect(await listed({ ...bank, scope: NO_ONE })).toEqual([]);
});

it('counts as it was on the day, with what was corrected since', async () => {
  const [parent, supplier, sister] = clients;
  const { id } = await state(bank, 'dated', [supplier, sister], '2025-01-01');
  await record(bank, id, parent, true, '2025-06-01');
  market.clock.advance(1000);
  await record(bank, id, sister, false, '2026-01-01');
  const sizeOn = async (of: Member, day: string) =>
    (await groupsOf(bank, of, day)).find(([name]) => name === 'dated')?.[1];
  expect(await sizeOn(supplier, '2024-12-31')).toBeUndefined();
  expect(await sizeOn(supplier, '2025-01-01')).toBe(2);
  expect(await sizeOn(supplier, '2025-06-01')).toBe(3);
  expect(await sizeOn(sister, '2026-01-01')).toBeUndefined();
  expect(await sizeOn(supplier, '2026-01-01')).toBe(2);
  const [shown] = (await market.nest.get(GroupQueries).page(bank, { limit: 1 })).items;
  expect(shown?.members.map(({ legalName }) => legalName).sort()).toEqual(
    [parent.name, supplier.name].sort(),
  );
  expect(shown?.history).toHaveLength(4);
});

it('is changed by nobody else, and takes nobody unknown', async () => {
  const [parent, supplier, sister] = clients;
  const own = await state(bank, 'kept', [parent, supplier]);
  const shared = await state(operator, 'shared', [parent, supplier]);
  const code = (name: string) => ({ code: `parties.${name}` });
  await expect(record(rival, own.id, sister, true, '2026-01-01')).rejects.toMatchObject(
    code('group_not_found'),
  );
  await expect(record(operator, own.id, sister, true, '2026-01-01')).rejects.toMatchObject(
    code('group_not_found'),
  );
  await expect(record(rival, shared.id, sister, true, '2026-01-01')).rejects.toMatchObject(
    code('group_not_own'),
  );
  await expect(record(bank, own.id, parent, true, '2026-01-01')).rejects.toMatchObject(
    code('membership_unchanged'),
  );
  await expect(state(bank, 'one', [parent])).rejects.toMatchObject(code('group_size'));
  const unknown = { member: 'NOBODY', belongs: true, validFrom: localDate('2026-01-01'), source: 'x' };
  await expect(market.nest.get(RecordMembership).execute(plain(bank), own.id, unknown)).rejects.toMatchObject(
    code('member_unknown'),
  );
  for (const sql of [
    'update parties.group_membership set belongs = false',
    'delete from parties.group_membership',
  ])
    await expect(market.rows(sql)).rejects.toMatchObject({ driverError: { code: '42501' } });
});
