// Objections and revocations on a real database: who sees them, when they lapse, and what the past still says.
import { localDate, newId } from '#kernel';
import { type Actor, Db } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database';
import { FilingStore } from '../../data/filing.store';
import { ObjectionStore } from '../../data/objections/objection.store';
import type { SearchTerms } from '../../domain/search';
import {
  actor,
  command,
  deal,
  party,
  type RegistryUnderTest,
  START,
  startRegistry,
  userFiling,
} from '../../testing/registry-under-test';
import { Filings } from '../filings';
import { FilingQueries } from '../filings.queries';
import { CancelRegistration } from '../life/cancel-registration';
import { RegistryVerify } from '../registry-verify';
import { LookUp } from '../search/look-up';
import { FileObjection } from './file-objection';
import { LapseObjections } from './lapse-objections';
import { MoveObjection } from './move-objection';
import { ObjectionQueries } from './objections.queries';
import { RevokeFiling } from './revoke-filing';

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
beforeEach(() => {
  registry.clock.stepTo(START);
});

const person = (...permissions: string[]): Actor => ({ ...actor(), permissions: new Set(permissions) });
const lawyer = person('registration.file');
const objector = person('objection.file');
const db = () => registry.nest.get(Db);
const file = async (over: Parameters<typeof userFiling>[0] = {}) => {
  const { userId, organisationId } = lawyer;
  const draft = userFiling({ filedBy: { userId, organisationId }, ...over });
  const [verdict] = await db().run((tx) => registry.nest.get(Filings).file(tx, [draft]));
  if (!verdict || 'refused' in verdict) throw new Error(`not filed: ${verdict?.refused.code}`);
  return verdict.filed;
};
const given = { objector: '丙公司', reason: '该设备归我公司所有', evidenceName: null, evidenceSha256: null };
const object = (number: string, by = objector) =>
  registry.nest.get(FileObjection).execute(command(by), { ...given, number });
const moving = () => registry.nest.get(MoveObjection);
const proof = {
  ...{ kind: 'lawsuit' as const, body: '上海金融法院', caseNumber: '(2026)沪74民初1号' },
  ...{ acceptedOn: localDate('2026-11-22'), documentSha256: null },
};
const lapse = () => registry.nest.get(LapseObjections).execute();
const shown = async (id: string, at: string) =>
  ((await registry.nest.get(ObjectionStore).standing(db().reads, [id], at)).get(id) ?? []).length;
const list = (by: Actor) => registry.nest.get(ObjectionQueries).page(by, { limit: 50 });
const findings = () => registry.nest.get(RegistryVerify).verify(db().reads);

it('shows an objection to whoever searches, until it is withdrawn, and the past still shows it', async () => {
  const filing = await file();
  const { id, filedAt, number, actions, capacity } = await object(filing.number);
  expect([actions, capacity]).toEqual([['prove', 'withdraw'], 'interested_party']);
  const terms: SearchTerms = {
    ...{
      by: 'number' as const,
      number: filing.number,
      name: null,
      identifier: null,
      assetKey: null,
      at: null,
    },
    ...{ invoiceNumber: null, debtorName: null, includeEnded: false, exactOnly: false, after: null },
  };
  const search = () => registry.nest.get(LookUp).execute(db().reads, terms, '2026-11-23T00:00:00.000000Z');
  expect((await search()).hits[0]?.filing.objections).toMatchObject([
    { number, objector: '丙公司', proved: false },
  ]);
  registry.clock.advance(1_000);
  const withdrawn = await moving().withdraw(command(objector), id, 'Settled');
  expect(withdrawn).toMatchObject({ state: 'withdrawn', actions: [] });
  expect((await search()).hits[0]?.filing).toMatchObject({ objections: [], state: 'live', version: 3 });
  expect(await shown(filing.id, filedAt)).toBe(1);
  expect(await findings()).toEqual([]);
});

it('lapses with the end of the thirtieth day, once, and the registration stands', async () => {
  const filing = await file();
  const { id, lapsesAt } = await object(filing.number);
  expect(lapsesAt).toBe('2026-12-22T16:00:00.000000Z');
  registry.clock.stepTo(new Date('2026-12-22T15:59:59Z'));
  await lapse();
  expect(await registry.nest.get(ObjectionQueries).shown(objector, id)).toMatchObject({ state: 'standing' });
  registry.clock.stepTo(new Date(lapsesAt));
  await expect(moving().prove(command(objector), id, proof)).rejects.toMatchObject({
    code: 'registry.objection_not_open',
  });
  await lapse();
  await lapse();
  const lapsed = await registry.nest.get(ObjectionQueries).shown(objector, id);
  expect(lapsed).toMatchObject({ state: 'lapsed', actions: [] });
  expect((await registry.nest.get(FilingQueries).one(lawyer, filing.id)).state).toBe('live');
  expect(await findings()).toEqual([]);
});

it('does not lapse once a case is shown, and several of one registration lapse in their own time', async () => {
  const filing = await file();
  const { id } = await object(filing.number);
  expect(await moving().prove(command(objector), id, proof)).toMatchObject({
    state: 'proved',
    proof: { caseNumber: proof.caseNumber },
    actions: ['withdraw'],
  });
  const others = [person('objection.file'), person('objection.file')];
  for (const one of others) await object(filing.number, one);
  registry.clock.stepTo(new Date('2027-01-22T16:00:00Z'));
  await lapse();
  const states = (await list(lawyer)).filter(({ filingId }) => filingId === filing.id);
  expect(states.map(({ state }) => state).sort()).toEqual(['lapsed', 'lapsed', 'proved']);
  expect(await findings()).toEqual([]);
});

it('is seen by its objector and those of the registration, and by nobody else', async () => {
  const bank = person();
  const named = { ...party('First Bank'), organisationId: bank.organisationId };
  const filing = await file({ securedParties: [named] });
  const { id } = await object(filing.number);
  for (const one of [objector, lawyer, bank])
    expect((await list(one)).map((found) => found.id)).toContain(id);
  expect(await list(person())).toEqual([]);
  await expect(moving().withdraw(command(bank), id, 'no')).rejects.toMatchObject({
    code: 'registry.objected_by_another',
  });
  await expect(moving().withdraw(command(person()), id, 'no')).rejects.toMatchObject({
    code: 'registry.objection_not_found',
  });
});

it('takes one objection of an organisation at a time, however many come at once', async () => {
  const filing = await file();
  const answers = await Promise.allSettled(Array.from({ length: 5 }, () => object(filing.number)));
  const codes = answers.map((one) =>
    one.status === 'rejected' ? (one.reason as { code: string }).code : 'objected',
  );
  expect(codes.sort()).toEqual(['objected', ...Array<string>(4).fill('registry.objection_stands')].sort());
});

it.each([
  ['registry.objection_number_unknown', () => object('000000000000000197')],
  ['registry.objection_to_own', async () => object((await file()).number, lawyer)],
  [
    'registry.objection_too_late',
    async () => {
      const filing = await file();
      await registry.nest.get(CancelRegistration).execute(command(lawyer), filing.id, 'Paid');
      return object(filing.number);
    },
  ],
])('refuses with %s', async (code, attempt) => {
  await expect(attempt()).rejects.toMatchObject({ code });
});

describe('a court orders a registration struck', () => {
  const [maker, checker] = [person('registration.revoke'), person('registration.revoke')];
  const order = {
    ...{ court: '上海金融法院', documentNumber: '(2026)沪74执1号' },
    ...{ documentSha256: 'a'.repeat(64), orderedOn: localDate('2026-11-20') },
  };
  const revoking = () => registry.nest.get(RevokeFiling);
  const ask = (id: string) => revoking().ask(command(maker), id, order);
  const decide = (id: string, by = checker, decision: 'approve' | 'decline' = 'approve') =>
    revoking().decide(command(by), id, {
      decision,
      reason: decision === 'decline' ? 'Another number' : null,
    });

  it('ends it when a second person agrees, and gives back what it claimed', async () => {
    const asset = newId(1);
    const draft = deal([{ asset, amount: '100' }]);
    const { id } = await file({ ...draft, filedBy: { ...lawyer } });
    const { id: revocation, actions } = await ask(id);
    expect(actions).toEqual([]);
    await expect(decide(revocation, maker)).rejects.toMatchObject({
      code: 'registry.revocation_maker_decides',
    });
    expect(await decide(revocation)).toMatchObject({ state: 'approved' });
    const struck = (await registry.nest.get(FilingStore).byIds(db().reads, [id], START.toISOString())).get(
      id,
    );
    expect(struck).toMatchObject({ version: 2 });
    registry.clock.advance(1_000);
    expect((await registry.nest.get(FilingQueries).one(lawyer, id)).state).toBe('revoked');
    expect((await registry.nest.get(Filings).claims(db().reads, [asset])).get(asset)).toMatchObject({
      claimed: { amount: '0.00' },
    });
    await expect(decide(revocation)).rejects.toMatchObject({ code: 'registry.revocation_decided' });
    await expect(ask(id)).rejects.toMatchObject({ code: 'registry.objection_too_late' });
    expect(await findings()).toEqual([]);
  });

  it('waits once, and a declined one leaves the registration as it was', async () => {
    const { id } = await file();
    const { id: revocation } = await ask(id);
    await expect(ask(id)).rejects.toMatchObject({ code: 'registry.revocation_waiting' });
    expect(await decide(revocation, checker, 'decline')).toMatchObject({
      state: 'declined',
      decisionReason: 'Another number',
    });
    expect((await registry.nest.get(FilingQueries).one(lawyer, id)).state).toBe('live');
    expect((await ask(id)).state).toBe('waiting');
  });
});
