// Demands on a real database: issued once a day, mailed to the verified contact alone, read by both sides and nobody else.
import { NO_ONE, Mailer, query } from '#platform';
import { VerifyContact } from '#parties';
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database';
import { DemandStore } from '../../data/demands/demand.store';
import { commandOf, csv, type Stage, stageForTest } from '../../stage-for-test';
import { WhenDemandIssued } from '../../listeners/when-demand-issued';
import { CheckAnswers } from '../check-answers';
import { ProposeAnswers } from '../propose-answers';
import { DemandQueries } from './demands.queries';
import { IssueDemand } from './issue-demand';

const DAY = 86_400_000;
let database: TestDatabase;
let stage: Stage;
let next = 0;
beforeAll(async () => {
  database = await createTestDatabase();
  stage = await stageForTest(database.appUrl);
});
afterAll(async () => {
  await stage.close();
  await database.drop();
});

const listed = async () =>
  (await stage.upload(csv({ number: `D-${(++next).toString()}` }))).outcomes[0]?.receivableId ?? '';
const issue = (receivableId: string, actor = stage.supplier) =>
  stage.app.get(IssueDemand, { strict: false }).execute(commandOf(actor), receivableId);
const read = (id: string, actor = stage.supplier) =>
  stage.app.get(DemandQueries, { strict: false }).byId(actor, id);
const hear = (demandId: string) =>
  stage.app
    .get(WhenDemandIssued, { strict: false })
    .handle({ demandId, receivableId: '', supplierId: '', debtorId: '' });
const mails = () => stage.app.get(Mailer, { strict: false }).kept(50);
const deeds = (id: string) =>
  query(stage.db.reads, 'select action from audit.deed where subject_id = $1 order by subject_version', [id]);
const verify = (email: string, purpose: 'legal' | 'confirmation') =>
  stage.app.get(VerifyContact, { strict: false }).execute(commandOf(stage.operator), stage.debtorId, {
    ...{ name: '王芳', email, phone: '021-55550101', postalAddress: null, purpose },
    source: 'call_back',
  });

it('without a verified contact it is shown to the debtor, and nobody is mailed', async () => {
  const { id, delivery } = await issue(await listed());
  expect(delivery).toBe('no_contact');
  await hear(id);
  expect(await mails()).toEqual([]);
  expect(await read(id, stage.maker)).toMatchObject({
    id,
    delivery: 'no_contact',
    supplierName: 'Supplier GmbH',
  });
});

it('is mailed once to the verified contact, and tells the supplier that it left but not to whom', async () => {
  await verify('legal@debtor.example', 'legal');
  await verify('confirm@debtor.example', 'confirmation');
  const { id, delivery } = await issue(await listed());
  expect(delivery).toBe('under_way');
  await hear(id);
  await hear(id);
  const kept = await mails();
  expect(kept.map(({ to }) => to)).toEqual(['confirm@debtor.example']);
  const shown = await read(id);
  expect(shown).toMatchObject({ delivery: 'delivered', deliveredAt: stage.clock.now().toISOString() });
  expect(JSON.stringify(shown)).not.toContain('debtor.example');
  expect(await deeds(id)).toEqual([
    { action: 'receivables.demand_issued' },
    { action: 'receivables.demand_delivered' },
  ]);
});

it('is not recorded as delivered when the mail server refuses', async () => {
  const { id } = await issue(await listed());
  const mailer = stage.app.get(Mailer, { strict: false });
  const refusing = jest.spyOn(mailer, 'send').mockRejectedValueOnce(new Error('mailbox full'));
  await expect(hear(id)).rejects.toThrow('mailbox full');
  refusing.mockRestore();
  expect(await read(id)).toMatchObject({ delivery: 'under_way', deliveredAt: null });
  await hear(id);
  expect(await read(id)).toMatchObject({ delivery: 'delivered' });
});

it('is issued once a day for a receivable, also by rivals, and again the next day', async () => {
  const receivable = await listed();
  const both = await Promise.allSettled([issue(receivable), issue(receivable)]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await expect(issue(receivable)).rejects.toMatchObject({ code: 'receivables.demanded_today' });
  stage.clock.advance(DAY);
  expect(await issue(receivable)).toMatchObject({ receivableId: receivable });
});

it('is refused for another’s receivable and for one that is answered', async () => {
  const receivable = await listed();
  await expect(issue(receivable, stage.rival)).rejects.toMatchObject({
    code: 'receivables.receivable_not_found',
  });
  const proposing = stage.app.get(ProposeAnswers);
  const { items } = await proposing.execute(commandOf(stage.maker), [
    { receivableId: receivable, decision: 'confirm' },
  ]);
  const confirmationId = items[0]?.confirmationId ?? '';
  await stage.app
    .get(CheckAnswers)
    .execute(commandOf(stage.checker), [{ confirmationId, decision: 'approve' }]);
  await expect(issue(receivable)).rejects.toMatchObject({ code: 'receivables.nothing_to_demand' });
});

it('is nobody else’s to read', async () => {
  const { id } = await issue(await listed());
  await expect(read(id, stage.rival)).rejects.toMatchObject({ code: 'receivables.demand_not_found' });
  const store = stage.app.get(DemandStore, { strict: false });
  expect(await store.byId(stage.db.reads, NO_ONE, id)).toBeUndefined();
  expect(await store.page(stage.db.reads, NO_ONE, { limit: 10 })).toEqual([]);
  expect(await store.page(stage.db.reads, stage.maker.scope, { limit: 50 })).not.toEqual([]);
});
