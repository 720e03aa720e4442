// Fees on a real database: charged with the registration, in the month of Shanghai, to whoever files; put right by lines.
import { money, newId } from '#kernel';
import { type Actor, Db, EVERYONE, NO_ONE, Parameters } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database';
import {
  actor,
  command,
  type RegistryUnderTest,
  START,
  startRegistry,
  userFiling,
} from '../../testing/registry-under-test';
import { AmendmentStore } from '../../data/life/amendment.store';
import { Filings } from '../filings';
import { AmendFiling } from '../life/amend-filing';
import { ExtendFiling } from '../life/extend-filing';
import { FileObjection } from '../objections/file-objection';
import { CorrectFee } from './correct-fee';
import { FeeQueries } from './fees.queries';

let database: TestDatabase;
let registry: RegistryUnderTest;
const operator: Actor = { ...actor(newId(1), EVERYONE), permissions: new Set(['fee.read', 'fee.correct']) };

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

const db = () => registry.nest.get(Db);
const asked = (month: string, organisationId?: string) => ({
  limit: 10,
  month,
  ...(organisationId !== undefined && { organisationId }),
});
const linesOf = (by: Actor, month = '2026-11') => registry.nest.get(FeeQueries).page(by, asked(month));
const totals = (by: Actor, month: string, organisationId?: string) =>
  registry.nest.get(FeeQueries).totals(by.scope, asked(month, organisationId));
const yuan = (amount: string) => ({ amount, currency: 'CNY' });

async function fileBy({ userId, organisationId }: Actor, termMonths: number) {
  const draft = userFiling({ filedBy: { userId, organisationId }, termMonths });
  const [verdict] = await db().run((tx) => registry.nest.get(Filings).file(tx, [draft]));
  if (!verdict || 'refused' in verdict) throw new Error('not filed');
  return verdict.filed;
}
const correct = (chargeId: string, amount: string, seen: number, by = operator) =>
  registry.nest
    .get(CorrectFee)
    .execute(command(by), chargeId, { amount: yuan(amount), seen, reason: 'filed twice' });

it('are charged to whoever files and extends, and shown to nobody else', async () => {
  const lawyer = actor();
  const { id, number } = await fileBy(lawyer, 13);
  registry.clock.advance(1_000);
  await registry.nest.get(ExtendFiling).execute(command(lawyer), id, 6, 'it runs on');
  const shown = (await linesOf(lawyer)).map(({ kind, units, unitPrice, amount, owed, filingId }) => ({
    ...{ kind, units, unitPrice, amount, owed, filingId },
  }));
  const line = { unitPrice: yuan('15.00'), filingId: id };
  expect(shown).toHaveLength(2);
  expect(shown).toEqual(
    expect.arrayContaining([
      { ...line, kind: 'extension', units: 1, amount: yuan('15.00'), owed: yuan('15.00') },
      { ...line, kind: 'registration', units: 2, amount: yuan('30.00'), owed: yuan('30.00') },
    ]),
  );
  expect((await linesOf(lawyer)).map((one) => one.number)).toContain(number);
  expect(await linesOf(actor())).toEqual([]);
  expect(await linesOf({ ...operator, scope: NO_ONE })).toEqual([]);
  expect(await totals(operator, '2026-11', lawyer.organisationId)).toEqual([
    { organisationId: lawyer.organisationId, lines: 2, amount: yuan('45.00') },
  ]);
});

it('are charged for an amendment to whoever amends, and for an objection to whoever objects', async () => {
  const [lawyer, objector] = [actor(), actor()];
  const filing = await fileBy(lawyer, 12);
  const standing = await registry.nest.get(AmendmentStore).content(db().reads, filing.id, 'infinity', null);
  await registry.nest.get(AmendFiling).execute(command(lawyer), filing.id, {
    ...{ version: 1, reason: 'the parties agreed' },
    content: { ...standing.content, maximumAmount: money('7', 'CNY') },
  });
  const { number } = filing;
  const evidence = { evidenceName: null, evidenceSha256: null };
  const objection = { number, objector: 'Lin', reason: 'it is mine', ...evidence };
  await registry.nest.get(FileObjection).execute(command(objector), objection);
  const owedFor = async (by: Actor) =>
    (await linesOf(by)).map(({ kind, owed, filingId }) => [kind, owed.amount, filingId]).sort();
  expect(await owedFor(lawyer)).toEqual([
    ['amendment', '5.00', filing.id],
    ['registration', '15.00', filing.id],
  ]);
  expect(await owedFor(objector)).toEqual([['objection', '5.00', filing.id]]);
});

it('fall in the month of Shanghai', async () => {
  const lawyer = actor();
  registry.clock.stepTo(new Date('2026-11-30T15:59:59Z'));
  await fileBy(lawyer, 12);
  registry.clock.stepTo(new Date('2026-11-30T16:00:00Z'));
  await fileBy(lawyer, 24);
  expect((await linesOf(lawyer, '2026-11')).map(({ amount }) => amount.amount)).toEqual(['15.00']);
  expect((await linesOf(lawyer, '2026-12')).map(({ amount }) => amount.amount)).toEqual(['30.00']);
  await expect(linesOf(lawyer, '2026-13')).rejects.toMatchObject({ code: 'kernel.date_malformed' });
});

it('are put right by a further line, once for what was seen', async () => {
  const lawyer = actor();
  await fileBy(lawyer, 12);
  const [charge] = await linesOf(lawyer);
  const id = charge?.chargeId ?? '';
  expect([charge?.actions, (await linesOf(operator)).find((one) => one.id === id)?.actions]).toEqual([
    [],
    ['correct'],
  ]);
  registry.clock.stepTo(new Date('2026-12-02T02:00:00Z'));
  const both = await Promise.allSettled([correct(id, '0', 0), correct(id, '5', 0)]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const refused = both.find((one) => one.status === 'rejected');
  expect(refused?.reason).toMatchObject({ code: 'registry.fee_changed' });
  const [line] = await linesOf(lawyer, '2026-12');
  expect(line).toMatchObject({ chargeId: id, correction: 1, reason: 'filed twice' });
  const again = await correct(id, '15', 1);
  expect(again).toMatchObject({ correction: 2, owed: yuan('15.00'), actions: ['correct'] });
  expect((await linesOf(lawyer)).map(({ amount, owed }) => [amount.amount, owed.amount])).toEqual([
    ['15.00', '15.00'],
  ]);
  expect(await totals(lawyer, '2026-12')).toMatchObject([{ lines: 2, amount: yuan('0.00') }]);
});

it.each([
  ['registry.fee_unchanged', '15.00', operator],
  ['registry.fee_malformed', '-1', operator],
  ['registry.fee_not_found', '0', actor()],
])('are not put right: %s', async (code, amount, by) => {
  const lawyer = actor();
  await fileBy(lawyer, 12);
  const [charge] = await linesOf(lawyer);
  await expect(correct(charge?.chargeId ?? '', amount, 0, by)).rejects.toMatchObject({ code });
  expect(await linesOf(lawyer)).toHaveLength(1);
});

it('leave no line where registering is free', async () => {
  await db().run((tx) =>
    registry.nest.get(Parameters).set(tx, {
      ...{ id: newId(1), name: 'registry.fee_per_year', value: '0', effectiveFrom: '2027-01-01' },
      ...{ source: 'free of charge', setBy: newId(1), setAt: START },
    }),
  );
  const lawyer = actor();
  registry.clock.stepTo(new Date('2027-01-02T02:00:00Z'));
  await fileBy(lawyer, 12);
  expect(await linesOf(lawyer, '2027-01')).toEqual([]);
});
