// Reminders on a real database: each end once for each reminder, anew after an extension, and nothing of what has ended.
import { Db } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database';
import {
  actor,
  command,
  type RegistryUnderTest,
  START,
  startRegistry,
  userFiling,
} from '../../testing/registry-under-test';
import { Filings } from '../filings';
import { CancelRegistration } from '../life/cancel-registration';
import { ExtendFiling } from '../life/extend-filing';
import { FileObjection } from '../objections/file-objection';
import { RemindDeadlines } from './remind-deadlines';

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

const lawyer = { ...actor(), permissions: new Set(['registration.file']) };
const file = async (termMonths: number) => {
  const { userId, organisationId } = lawyer;
  const draft = userFiling({ filedBy: { userId, organisationId }, termMonths });
  const [verdict] = await registry.nest.get(Db).run((tx) => registry.nest.get(Filings).file(tx, [draft]));
  if (!verdict || 'refused' in verdict) throw new Error('not filed');
  return verdict.filed;
};
/** What is told on that day, by number; run twice, for the second run tells nothing. */
const toldOn = async (day: string) => {
  registry.clock.stepTo(new Date(`${day}T04:00:00Z`));
  registry.told.length = 0;
  await registry.nest.get(RemindDeadlines).execute();
  await registry.nest.get(RemindDeadlines).execute();
  return registry.told.map(({ payload }) => {
    const { kind, number, organisationIds } = payload as Record<string, unknown>;
    return [kind, number, organisationIds];
  });
};

it('reminds of the end of a term twice, and again when it was extended', async () => {
  registry.clock.stepTo(START);
  const { id, number } = await file(3);
  const gone = await file(3);
  const us = [lawyer.organisationId];
  expect(await toldOn('2027-01-20')).toEqual([]);
  await registry.nest.get(CancelRegistration).execute(command(lawyer), gone.id, 'Paid');
  expect(await toldOn('2027-01-25')).toEqual([['expiry', number, us]]);
  expect(await toldOn('2027-02-10')).toEqual([]);
  expect(await toldOn('2027-02-18')).toEqual([['expiry', number, us]]);
  await registry.nest.get(ExtendFiling).execute(command(lawyer), id, 1, 'Runs on');
  expect(await toldOn('2027-02-25')).toEqual([['expiry', number, us]]);
  expect(await toldOn('2027-03-23')).toEqual([]);
});

it('reminds an objector of the proof that is due', async () => {
  const objector = { ...actor(), permissions: new Set(['objection.file']) };
  const { number } = await file(12);
  const objection = await registry.nest.get(FileObjection).execute(command(objector), {
    ...{ number, objector: '丙公司', reason: '该设备归我公司所有', evidenceName: null, evidenceSha256: null },
  });
  expect(await toldOn('2027-04-01')).toEqual([]);
  expect(await toldOn('2027-04-18')).toEqual([
    ['objection_proof', objection.number, [objector.organisationId]],
  ]);
});
