// A debtor's own upload on a real database: the supplier's receivable comes of it, counts after a second person, and is
// one with what the supplier uploads.
import { query } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database';
import { GradeStore } from '../../data/confirmation/grade.store';
import { commandOf, csv, filesOf, type InvoiceCells, type Stage, stageForTest } from '../../stage-for-test';
import { CheckAnswers } from '../check-answers';
import { ConfirmationQueries } from '../confirmations.queries';
import { ReceivableQueries } from '../receivables.queries';
import { ApplyUpload } from './apply-upload';
import { ReceiveUpload } from './receive-upload';
import { UndoUpload } from './undo/undo-upload';
import { UploadQueries } from './uploads.queries';

describe('a debtor’s own upload', () => {
  let database: TestDatabase;
  let stage: Stage;
  beforeAll(async () => {
    database = await createTestDatabase();
    stage = await stageForTest(database.appUrl);
  });
  afterAll(async () => {
    await stage.close();
    await database.drop();
  });

  const payables = (mode: 'direct' | 'plan', ...rows: InvoiceCells[]) =>
    stage.app.get(ReceiveUpload).execute(commandOf(stage.maker), filesOf(csv(...rows)), mode, 'payables');
  const tasks = async (task: 'open' | 'awaiting_check' | 'answered') =>
    (await stage.app.get(ConfirmationQueries).page(stage.checker, { limit: 200, task })).items;
  const check = async (decision: 'approve' | 'decline', invoiceNumber: string) => {
    const task = (await tasks('awaiting_check')).find((one) => one.invoiceNumber === invoiceNumber);
    const confirmationId = task?.answer?.confirmationId ?? '';
    return stage.app.get(CheckAnswers).execute(commandOf(stage.checker), [{ confirmationId, decision }]);
  };
  const own = (id: string) => stage.app.get(ReceivableQueries).byId(stage.db.reads, stage.supplier, id);
  const rulesOf = ({ outcomes }: Awaited<ReturnType<typeof payables>>) =>
    outcomes.map(({ outcome, reasons }) => [outcome, ...reasons.map(({ rule }) => rule)]);

  it('becomes the supplier’s receivable, and counts when a colleague approves it', async () => {
    const upload = await payables('direct', { number: 'P-1', type: '389' }, { number: 'P-2' });
    expect(upload).toMatchObject({ side: 'payables', state: 'applied', accepted: 2, actions: [] });
    const id = upload.outcomes[0]?.receivableId ?? '';
    expect(await own(id)).toMatchObject({ state: 'listed', presentedBy: 'debtor', confirmed: null });
    const maker = await stage.app
      .get(CheckAnswers)
      .execute(commandOf({ ...stage.maker, permissions: stage.checker.permissions }), [
        {
          confirmationId: (await tasks('awaiting_check'))[0]?.answer?.confirmationId ?? '',
          decision: 'approve',
        },
      ])
      .catch((error: unknown) => error);
    expect(maker).toMatchObject({ code: 'receivables.maker_is_checker' });
    await check('approve', 'P-1');
    expect(await own(id)).toMatchObject({ state: 'confirmed', confirmed: { amount: '1000.00' } });
    const grades = await stage.app.get(GradeStore).standing(stage.db.reads, stage.supplier.scope, [id]);
    expect(grades.get(id)).toMatchObject({
      grade: 'D',
      reasons: ['identity_password', 'channel_own_upload'],
    });
    const deeds = await query<{ action: string; visible: boolean }>(
      stage.db.reads,
      `select action from audit.deed where subject_id = $1 order by subject_version`,
      [id],
    );
    expect(deeds.map(({ action }) => action)).toEqual([
      'receivables.receivable_registered',
      'receivables.receivable_answered',
    ]);
  });

  it('is one with the supplier’s upload, whoever comes first', async () => {
    const [mine] = (await payables('direct', { number: 'P-3' })).outcomes;
    const later = await stage.upload(csv({ number: 'P-3' }));
    expect(later.outcomes[0]).toMatchObject({ outcome: 'duplicate', receivableId: mine?.receivableId });

    const [theirs] = (await stage.upload(csv({ number: 'P-4' }))).outcomes;
    const answer = await payables('direct', { number: 'P-4' }, { number: 'P-4' });
    expect(rulesOf(answer)).toEqual([
      ['accepted', 'receivables.payable_known'],
      ['duplicate', 'receivables.answer_pending'],
    ]);
    expect(answer.outcomes[0]?.receivableId).toBe(theirs?.receivableId);
    await check('approve', 'P-4');
    expect(await own(theirs?.receivableId ?? '')).toMatchObject({
      state: 'confirmed',
      presentedBy: 'supplier',
    });
    expect(rulesOf(await payables('direct', { number: 'P-4' }))).toEqual([
      ['duplicate', 'receivables.answer_not_open'],
    ]);
  });

  it('answers no other amount, and tells nothing of what is somebody else’s or still a draft', async () => {
    await stage.upload(csv({ number: 'P-5' }, { number: 'P-6', due_date: '' }));
    const other = await payables(
      'direct',
      { number: 'P-5', net_amount: '900.00', gross_amount: '900.00' },
      { number: 'P-6' },
      { number: 'P-7', seller_id: 'DE999999990' },
      { number: 'P-8', buyer_id: 'DE333333333' },
      { number: 'P-9', due_date: '' },
    );
    expect(rulesOf(other)).toEqual([
      ['refused', 'receivables.payable_differs'],
      ['duplicate', 'receivables.invoice_taken'],
      ['refused', 'receivables.seller_unknown'],
      ['refused', 'receivables.buyer_is_not_uploader'],
      ['refused', 'receivables.payable_undated'],
    ]);
    expect(other.outcomes[1]?.receivableId).toBeNull();
  });

  it('is planned without a trace, then applied by whoever answers for it', async () => {
    const plan = await payables('plan', { number: 'P-10' });
    expect(plan).toMatchObject({ state: 'planned', accepted: 1 });
    expect(plan.outcomes[0]?.receivableId).toBeNull();
    const count = async () =>
      (await query(stage.db.reads, `select 1 from receivables.receivable where invoice_number = 'P-10'`))
        .length;
    expect(await count()).toBe(0);
    await expect(
      stage.app.get(ApplyUpload).execute(commandOf(stage.maker), plan.id, false),
    ).rejects.toMatchObject({ code: 'receivables.upload_not_found' });
    await stage.app.get(ApplyUpload).execute(commandOf(stage.maker), plan.id, true, 'payables');
    expect(await count()).toBe(1);
    await expect(
      stage.app.get(UndoUpload).execute(commandOf(stage.maker), plan.id, 'payables'),
    ).rejects.toMatchObject({ code: 'receivables.upload_not_undoable' });
    const discarded = await payables('plan', { number: 'P-11' });
    await stage.app.get(UndoUpload).execute(commandOf(stage.maker), discarded.id, 'payables');
    const queries = stage.app.get(UploadQueries);
    await expect(queries.byId(stage.supplier, 'payables', plan.id, { limit: 5 })).rejects.toMatchObject({
      code: 'receivables.upload_not_found',
    });
    expect((await queries.page(stage.maker, 'receivables', { limit: 5 })).items).toEqual([]);
    expect((await queries.page(stage.maker, 'payables', { limit: 50 })).items[0]).toMatchObject({
      id: discarded.id,
      state: 'undone',
    });
  });

  it('leaves nothing behind when a colleague declines it, and the supplier may bring it then', async () => {
    const [mine] = (await payables('direct', { number: 'P-12' })).outcomes;
    await check('decline', 'P-12');
    expect(await own(mine?.receivableId ?? '')).toMatchObject({ state: 'void' });
    const [theirs] = (await stage.upload(csv({ number: 'P-12' }))).outcomes;
    expect(theirs).toMatchObject({ outcome: 'accepted' });
    await payables('direct', { number: 'P-12' });
    await check('decline', 'P-12');
    expect(await own(theirs?.receivableId ?? '')).toMatchObject({ state: 'listed' });
  });
});
