// What is due on a real database: stated once, reminded of in time, and met by what the register then says.
import { localDate, newId } from '#kernel';
import { type Actor, Db } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database';
import {
  actor,
  command,
  deal,
  fresh,
  party,
  type RegistryUnderTest,
  START,
  startRegistry,
  userFiling,
} from '../../testing/registry-under-test';
import type { DutyFact } from '../../domain/deadline/duty';
import type { Filing, FilingDraft } from '../../domain/filing';
import { Filings } from '../filings';
import { FilingQueries } from '../filings.queries';
import { AmendFiling } from '../life/amend-filing';
import { CancelRegistration } from '../life/cancel-registration';
import { FileObjection } from '../objections/file-objection';
import { DutyQueries } from './duties.queries';
import { NoteRename } from './note-rename';
import { RemindDeadlines } from './remind-deadlines';
import { StateDuty } from './state-duty';

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
  registry.told.length = 0;
});

const person = (): Actor => ({ ...actor(), permissions: new Set(['registration.file', 'objection.file']) });
const lawyer = person();
const debtor = person();
const us = (name: string) => ({ ...party(name), organisationId: debtor.organisationId });
const file = async (over: Partial<FilingDraft> = {}): Promise<Filing> => {
  const { userId, organisationId } = lawyer;
  const draft = userFiling({ filedBy: { userId, organisationId }, grantors: [us(fresh('甲公司'))], ...over });
  const [verdict] = await registry.nest.get(Db).run((tx) => registry.nest.get(Filings).file(tx, [draft]));
  if (!verdict || 'refused' in verdict) throw new Error('not filed');
  return verdict.filed;
};
const PAID: DutyFact = {
  ...{ ground: 'debt_discharged', occurredOn: localDate('2026-11-22'), formerName: null, newName: null },
};
const state = (filingId: string, fact: DutyFact = PAID, by = debtor) =>
  registry.nest.get(StateDuty).execute(command(by), filingId, fact);
const dutiesOf = (filingId: string, by = lawyer) =>
  registry.nest.get(DutyQueries).page(by, { filingId, limit: 50 });
const moveTo = (day: string) => registry.clock.stepTo(new Date(`${day}T04:00:00Z`));
const remind = async () => {
  registry.told.length = 0;
  await registry.nest.get(RemindDeadlines).execute();
  await registry.nest.get(RemindDeadlines).execute();
  return registry.told.map(({ payload }) => {
    const { kind, number } = payload as Record<string, unknown>;
    return [kind, number];
  });
};
const rename = async (filing: Filing, legalName: string) =>
  registry.nest.get(AmendFiling).execute(command(lawyer), filing.id, {
    ...{ version: 1, reason: 'The grantor has another name' },
    content: {
      grantors: [{ no: 1, value: us(legalName) }],
      securedParties: filing.securedParties.map((value) => ({ no: 1, value })),
      collateral: filing.collateral.map((value) => ({ no: 1, value })),
      maximumAmount: null,
    },
  });

it('counts ten working days from the discharge, reminds, and is met by the cancellation', async () => {
  const { id, number } = await file();
  const stated = await state(id);
  expect(stated).toMatchObject({ way: 'cancel', dueOn: '2026-12-04', state: 'open', filingNumber: number });
  moveTo('2026-11-30');
  expect(await remind()).toEqual([]);
  moveTo('2026-12-01');
  expect(await remind()).toEqual([['cancellation', number]]);
  await registry.nest.get(CancelRegistration).execute(command(lawyer), id, 'Paid');
  expect(await dutiesOf(id)).toMatchObject([{ state: 'met' }]);
});

it('is overdue on the day after, and met late', async () => {
  const { id } = await file();
  await state(id);
  moveTo('2026-12-05');
  expect(await dutiesOf(id)).toMatchObject([{ state: 'overdue', metAt: null }]);
  expect(await remind()).toEqual([]);
  await registry.nest.get(CancelRegistration).execute(command(lawyer), id, 'Paid');
  expect(await dutiesOf(id)).toMatchObject([{ state: 'met_late' }]);
});

it('gives four months after a change of name, until no grantor has the former one', async () => {
  const [before, after] = [fresh('旧名公司'), fresh('新名公司')];
  const filing = await file({ grantors: [us(before)] });
  const fact = { ground: 'grantor_renamed', occurredOn: localDate('2026-11-02') } as const;
  const duty = await state(filing.id, { ...fact, formerName: before, newName: after });
  expect(duty).toMatchObject({ way: 'amend', dueOn: '2027-03-02', state: 'open' });
  moveTo('2027-02-05');
  expect(await remind()).toEqual([['name_change', filing.number]]);
  await rename(filing, after);
  expect(await dutiesOf(filing.id)).toMatchObject([{ state: 'met' }]);
  moveTo('2027-02-25');
  expect(await remind()).toEqual([]);
});

it('notes by itself that an organisation has another name, once, where a registration bears an old one', async () => {
  const named = await file();
  const [other, ended, ofDeal] = [
    await file({ grantors: [party(fresh('他人'))] }),
    await file(),
    await file({ ...deal([{ asset: newId(1), amount: '1' }]), grantors: [us(fresh('甲公司'))] }),
  ];
  await registry.nest.get(CancelRegistration).execute(command(lawyer), ended.id, 'Paid');
  const change = { organisationId: debtor.organisationId, changedOn: localDate('2026-11-20') };
  const legalName = fresh('新名公司');
  await registry.nest.get(NoteRename).execute({ ...change, legalName });
  await registry.nest.get(NoteRename).execute({ ...change, legalName });
  expect(await dutiesOf(named.id)).toMatchObject([
    { formerName: named.grantors[0]?.legalName, newName: legalName, statedByOrganisationId: null },
  ]);
  for (const { id } of [other, ended, ofDeal]) expect(await dutiesOf(id)).toEqual([]);
});

it('reminds an objector of secured parties without an account', async () => {
  const { number } = await file();
  const objector = person();
  const { number: objection } = await registry.nest.get(FileObjection).execute(command(objector), {
    ...{ number, objector: '丙公司', reason: '该设备归我公司所有', evidenceName: null, evidenceSha256: null },
  });
  moveTo('2026-11-26');
  expect(await remind()).toEqual([]);
  moveTo('2026-11-27');
  expect(await remind()).toEqual([['objection_notice', objection]]);
});

it('offers it to whoever may, and shows it to nobody else', async () => {
  const { id } = await file();
  await state(id);
  const actions = async (by: Actor) => (await registry.nest.get(FilingQueries).one(by, id)).actions;
  expect(await actions(debtor)).toContain('state_duty');
  expect(await actions({ ...debtor, permissions: new Set() })).not.toContain('state_duty');
  expect(await dutiesOf(id, person())).toEqual([]);
});

describe('refused', () => {
  it('once it was stated', async () => {
    const { id } = await file();
    await state(id);
    await expect(state(id, PAID, lawyer)).rejects.toMatchObject({ code: 'registry.duty_stated' });
  });
  it('of another’s registration, of what has ended, and of the days to come', async () => {
    const { id } = await file();
    await expect(state(id, PAID, person())).rejects.toMatchObject({ code: 'registry.filing_not_found' });
    await expect(state(id, { ...PAID, occurredOn: localDate('2026-11-23') })).rejects.toMatchObject({
      code: 'registry.duty_day_ahead',
    });
    await registry.nest.get(CancelRegistration).execute(command(lawyer), id, 'Paid');
    await expect(state(id)).rejects.toMatchObject({ code: 'registry.filing_ended' });
    expect(await dutiesOf(id)).toEqual([]);
  });
});
