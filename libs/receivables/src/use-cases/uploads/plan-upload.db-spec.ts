import { money } from '#kernel';
import { type Actor, EVERYONE, NO_ONE, query } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database';
import { ReceivableStore } from '../../data/receivable.store';
import { UndoStore } from '../../data/uploads/undo.store';
import { commandOf, csv, filesOf, type InvoiceCells, type Stage, stageForTest } from '../../stage-for-test';
import { CheckAnswers } from '../check-answers';
import { TakeInInvoices } from '../intake/take-in-invoices';
import { ProposeAnswers } from '../propose-answers';
import { ApplyUpload } from './apply-upload';
import { ReadOn } from './read-on';
import { ReceiveUpload } from './receive-upload';
import { RefusedRows } from './refused/refused-rows';
import { UndoOn } from './undo/undo-on';
import { WithdrawReceivables } from './undo/withdraw-receivables';
import { UndoPreview } from './undo/undo-preview';
import { UndoUpload } from './undo/undo-upload';
import { UploadQueries, type UploadShown } from './uploads.queries';

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

const plan = (...contents: string[]) =>
  stage.app.get(ReceiveUpload).execute(commandOf(stage.supplier), filesOf(...contents), 'plan');
const apply = (id: string, isWhole: boolean) =>
  stage.app.get(ApplyUpload).execute(commandOf(stage.supplier), id, isWhole);
const undo = (id: string) => stage.app.get(UndoUpload).execute(commandOf(stage.supplier), id);
const undoOn = (id: string) => stage.app.get(UndoOn).execute(id);
const readOn = (id: string) => stage.app.get(ReadOn).execute(id);
const shown = (id: string) =>
  stage.app.get(UploadQueries).byId(stage.supplier, 'receivables', id, { limit: 200 });
const said = ({ outcomes }: UploadShown) => outcomes.map(({ outcome }) => outcome);
const idsOf = ({ outcomes }: UploadShown) => outcomes.map(({ receivableId }) => receivableId ?? '');
const receivables = (ids: readonly string[]) =>
  stage.app.get(ReceivableStore).byIds(stage.db.reads, EVERYONE, ids);
/** Amounts of which none resembles another and none is a sum of others, issued in different months. */
let made = 11;
const many = (prefix: string, length: number): InvoiceCells[] =>
  Array.from({ length }, (_, index) => {
    const amount = ((made++ * 9973 + 4000) / 100).toFixed(2);
    const month = String(1 + (index % 12)).padStart(2, '0');
    const day = String(1 + (Math.floor(index / 12) % 28)).padStart(2, '0');
    return {
      number: `${prefix}${(index * 7919 + 100_000).toString()}`,
      issue_date: `2025-${month}-${day}`,
      net_amount: amount,
      gross_amount: amount,
    };
  });
async function count(sql: string, ...params: unknown[]): Promise<number> {
  const [row] = await query<{ count: string }>(stage.db.reads, `select count(*) from ${sql}`, params);
  return Number(row?.count);
}
const all = () => count('receivables.receivable');
async function confirm(receivableId: string): Promise<void> {
  const answers = stage.app.get(ProposeAnswers);
  const { items } = await answers.execute(commandOf(stage.maker), [{ receivableId, decision: 'confirm' }]);
  const confirmationId = items[0]?.confirmationId ?? '';
  const checks = stage.app.get(CheckAnswers);
  await checks.execute(commandOf(stage.checker), [{ confirmationId, decision: 'approve' }]);
}

describe('a plan', () => {
  it('says what would become of each invoice and changes nothing', async () => {
    const [known] = idsOf(
      await stage.upload(csv({ number: 'PA-1', net_amount: '810.00', gross_amount: '810.00' })),
    );
    const before = [
      await all(),
      await count('receivables.fingerprint'),
      await count('receivables.invoice_claim'),
    ];
    const planned = await plan(
      csv(
        { number: 'PA-1', net_amount: '810.00', gross_amount: '810.00' },
        { number: 'PA-2', net_amount: '1420.00', gross_amount: '1420.00' },
        { number: 'PA-2', net_amount: '1420.00', gross_amount: '1420.00' },
        { number: 'PA-3', buyer_id: 'DE999999999' },
        { number: 'PA-4', issue_date: 'soon' },
        {
          number: 'PA-5',
          type: '381',
          preceding_invoice: 'PA-1',
          net_amount: '10.00',
          gross_amount: '10.00',
        },
      ),
    );
    expect(planned).toMatchObject({ state: 'planned', mode: 'plan', actions: [], accepted: 1, changed: 1 });
    expect(said(planned)).toEqual(['duplicate', 'accepted', 'duplicate', 'refused', 'refused', 'changed']);
    expect(idsOf(planned)).toEqual([known, '', '', '', '', known]);
    expect(planned.outcomes[4]?.reasons[0]).toMatchObject({
      rule: 'documents.value_malformed',
      field: 'issue_date',
    });
    expect(planned.outcomes[4]).toMatchObject({ line: 6, sheet: null });
    expect([
      await all(),
      await count('receivables.fingerprint'),
      await count('receivables.invoice_claim'),
    ]).toEqual(before);
    const [first] = await receivables([known ?? '']);
    expect(first?.payable).toEqual(money('810.00', 'EUR'));
  });

  it('is applied as it was planned, once', async () => {
    const planned = await plan(csv(...many('PB-', 3)));
    const before = await all();
    const applied = await apply(planned.id, true);
    expect(applied).toMatchObject({ state: 'applied', accepted: 3, isWhole: true });
    expect(await all()).toBe(before + 3);
    expect(idsOf(applied).every((id) => id !== '')).toBe(true);
    await expect(apply(planned.id, true)).rejects.toMatchObject({ code: 'receivables.upload_not_planned' });
  });

  it('with a refused row is not applied as a whole, but row by row', async () => {
    const [good] = many('PC-', 1);
    const planned = await plan(csv(good ?? {}, { number: 'PC-X', buyer_id: 'DE999999999' }));
    const before = await all();
    await expect(apply(planned.id, true)).rejects.toMatchObject({ code: 'receivables.plan_not_sound' });
    expect([await all(), (await shown(planned.id)).state]).toEqual([before, 'planned']);
    expect(said(await apply(planned.id, false))).toEqual(['accepted', 'refused']);
  });

  it('is judged again: what came in between is a duplicate', async () => {
    const rows = many('PD-', 2);
    const planned = await plan(csv(...rows));
    expect(said(planned)).toEqual(['accepted', 'accepted']);
    await stage.upload(csv(rows[0] ?? {}));
    expect(said(await apply(planned.id, true))).toEqual(['duplicate', 'accepted']);
  });

  it('is discarded without a trace in the receivables', async () => {
    const planned = await plan(csv(...many('PE-', 1)));
    const before = await all();
    expect(await undo(planned.id)).toMatchObject({ state: 'undone', withdrawn: 0, accepted: 1 });
    expect(await all()).toBe(before);
    await expect(apply(planned.id, false)).rejects.toMatchObject({
      code: 'receivables.upload_not_planned',
    });
    await expect(undo(planned.id)).rejects.toMatchObject({ code: 'receivables.upload_not_undoable' });
  });

  it('is nobody else’s', async () => {
    const planned = await plan(csv(...many('PF-', 1)));
    const rival = commandOf(stage.rival);
    const notFound = { code: 'receivables.upload_not_found' };
    await expect(stage.app.get(ApplyUpload).execute(rival, planned.id, true)).rejects.toMatchObject(notFound);
    await expect(stage.app.get(UndoUpload).execute(rival, planned.id)).rejects.toMatchObject(notFound);
    await expect(stage.app.get(UndoPreview).execute(stage.rival, planned.id)).rejects.toMatchObject(notFound);
    await expect(
      stage.app.get(RefusedRows).execute(stage.rival, 'receivables', planned.id),
    ).rejects.toMatchObject(notFound);
    const undos = stage.app.get(UndoStore);
    const rows = { after: 0, upTo: 100 };
    const reach = { uploadId: planned.id, supplierIds: [stage.supplier.organisationId] };
    expect(await undos.created(stage.db.reads, NO_ONE, reach, rows)).toEqual([]);
    expect(await undos.kept(stage.db.reads, NO_ONE, reach, 100)).toEqual([]);
    expect(await undos.counts(stage.db.reads, NO_ONE, reach)).toEqual({ free: 0, kept: 0 });
  });
});

describe('an undo', () => {
  it('takes back what nobody has built on, and the file may come again', async () => {
    const content = csv(...many('UA-', 3));
    const first = await stage.upload(content);
    const preview = await stage.app.get(UndoPreview).execute(stage.supplier, first.id);
    expect(preview).toEqual({ withdrawable: 3, kept: 0, keptReceivables: [] });
    expect(await undo(first.id)).toMatchObject({ state: 'undone', withdrawn: 3, kept: 0 });
    const taken = await receivables(idsOf(first));
    expect(taken.map(({ state, version }) => [state, version])).toEqual(taken.map(() => ['void', 2]));
    const again = await stage.upload(content);
    expect(said(again)).toEqual(['accepted', 'accepted', 'accepted']);
    expect(idsOf(again).filter((id) => idsOf(first).includes(id))).toEqual([]);
    expect(said(await stage.upload(content))).toEqual(['duplicate', 'duplicate', 'duplicate']);
  });

  it('leaves what was answered or corrected, and names it', async () => {
    const rows = many('UB-', 3);
    const uploaded = await stage.upload(csv(...rows));
    const [answered = '', corrected = '', free = ''] = idsOf(uploaded);
    await confirm(answered);
    const credited = {
      type: '381',
      preceding_invoice: rows[1]?.number ?? '',
      net_amount: '1.00',
      gross_amount: '1.00',
    };
    expect(said(await stage.upload(csv({ number: 'UB-C', ...credited })))).toEqual(['changed']);
    const preview = await stage.app.get(UndoPreview).execute(stage.supplier, uploaded.id);
    expect(preview).toMatchObject({ withdrawable: 1, kept: 2 });
    expect(new Map(preview.keptReceivables.map(({ id, keptFor }) => [id, keptFor]))).toEqual(
      new Map([
        [answered, 'answered'],
        [corrected, 'corrected'],
      ]),
    );
    expect(await undo(uploaded.id)).toMatchObject({ withdrawn: 1, kept: 2 });
    const states = new Map(
      (await receivables([answered, corrected, free])).map((one) => [one.id as string, one.state]),
    );
    expect([states.get(answered), states.get(corrected), states.get(free)]).toEqual([
      'confirmed',
      'listed',
      'void',
    ]);
    await expect(undo(uploaded.id)).rejects.toMatchObject({ code: 'receivables.upload_not_undoable' });
  });

  it('is refused when nothing can be taken back', async () => {
    const uploaded = await stage.upload(csv(...many('UC-', 1)));
    await confirm(idsOf(uploaded)[0] ?? '');
    await expect(undo(uploaded.id)).rejects.toMatchObject({ code: 'receivables.nothing_to_undo' });
    expect((await shown(uploaded.id)).state).toBe('applied');
  });
});

describe('a long delivery', () => {
  it('is accepted at once, read in chunks, and every invoice has one outcome', async () => {
    const content = csv(...many('LA-', 2500), { number: 'LA-X', buyer_id: 'DE999999999' });
    const accepted = await stage.upload(content);
    expect(accepted).toMatchObject({ state: 'reading', accepted: 0, progress: { rowsDone: 0 } });
    await Promise.all([readOn(accepted.id), readOn(accepted.id)]);
    await readOn(accepted.id);
    expect(await shown(accepted.id)).toMatchObject({
      ...{ state: 'applied', accepted: 2500, refused: 1, progress: null, next: 200 },
    });
    expect(await count('receivables.upload_outcome where upload_id = $1', accepted.id)).toBe(2501);
    expect(await count(`receivables.receivable where invoice_number like 'LA-%'`)).toBe(2500);
    expect(await count('audit.deed where subject_id = $1', accepted.id)).toBe(2);
    const again = await stage.upload(content);
    await readOn(again.id);
    expect(await shown(again.id)).toMatchObject({ accepted: 0, duplicates: 2500, refused: 1 });
  }, 60_000);

  it('goes on where it was when its process died', async () => {
    const accepted = await stage.upload(csv(...many('LB-', 2200)));
    const intake = jest.spyOn(stage.app.get(TakeInInvoices), 'execute');
    const real = TakeInInvoices.prototype.execute.bind(stage.app.get(TakeInInvoices));
    intake.mockImplementationOnce(real).mockRejectedValueOnce(new Error('killed'));
    await expect(readOn(accepted.id)).rejects.toThrow('killed');
    intake.mockRestore();
    expect(await shown(accepted.id)).toMatchObject({ state: 'reading', accepted: 1000 });
    await readOn(accepted.id);
    expect(await shown(accepted.id)).toMatchObject({ state: 'applied', accepted: 2200 });
    expect(await count('receivables.upload_outcome where upload_id = $1', accepted.id)).toBe(2200);
  }, 60_000);

  it('is taken back in the background, and goes on where it was when its process died', async () => {
    const note = { number: 'LD-C', type: '381', preceding_invoice: 'LD-NONE', ...many('LD-', 1)[0] };
    const accepted = await stage.upload(csv(...many('LD-', 2200), { ...note, number: 'LD-C' }));
    await readOn(accepted.id);
    const waiting = () => count(`receivables.waiting_correction where number = 'LD-C'`);
    expect(await waiting()).toBe(1);
    const [first = ''] = idsOf(await shown(accepted.id));
    await confirm(first);
    const begun = await undo(accepted.id);
    expect(begun).toMatchObject({
      state: 'undoing',
      progress: { rowsDone: 0, rowsTotal: 2201 },
      actions: [],
    });
    expect(await waiting()).toBe(0);
    await expect(undo(accepted.id)).rejects.toMatchObject({ code: 'receivables.upload_not_undoable' });
    const withdraw = jest.spyOn(stage.app.get(WithdrawReceivables), 'execute');
    const real = WithdrawReceivables.prototype.execute.bind(stage.app.get(WithdrawReceivables));
    withdraw.mockImplementationOnce(real).mockRejectedValueOnce(new Error('killed'));
    await expect(undoOn(accepted.id)).rejects.toThrow('killed');
    withdraw.mockRestore();
    expect(await shown(accepted.id)).toMatchObject({
      ...{ state: 'undoing', withdrawn: 999, kept: 1, progress: { rowsDone: 1000, rowsTotal: 2201 } },
    });
    await Promise.all([undoOn(accepted.id), undoOn(accepted.id)]);
    const done = { state: 'undone', withdrawn: 2199, kept: 1, progress: null };
    expect(await shown(accepted.id)).toMatchObject(done);
    await undoOn(accepted.id);
    expect(await shown(accepted.id)).toMatchObject(done);
    expect(await count(`receivables.receivable where invoice_number like 'LD-%' and state = 'void'`)).toBe(
      2199,
    );
    expect((await receivables([first]))[0]?.state).toBe('confirmed');
  }, 60_000);

  it('is planned and applied as a whole or row by row', async () => {
    const rows = many('LC-', 1100);
    const planned = await plan(csv(...rows, ...rows.slice(0, 50)));
    await readOn(planned.id);
    expect(await shown(planned.id)).toMatchObject({ state: 'planned', accepted: 1100, duplicates: 50 });
    expect(await count(`receivables.receivable where invoice_number like 'LC-%'`)).toBe(0);
    expect(await apply(planned.id, true)).toMatchObject({ state: 'applying' });
    await readOn(planned.id);
    expect(await shown(planned.id)).toMatchObject({ state: 'applied', accepted: 1100, duplicates: 50 });
    await undo(planned.id);
    await undoOn(planned.id);
    expect(await shown(planned.id)).toMatchObject({ withdrawn: 1100, kept: 0 });
    const direct = await plan(csv(...rows));
    await readOn(direct.id);
    await apply(direct.id, false);
    await readOn(direct.id);
    expect(await shown(direct.id)).toMatchObject({ state: 'applied', accepted: 1100, refused: 0 });
  }, 60_000);

  it('is a plan again, whole, when what comes late in it is refused after all', async () => {
    const planned = await plan(csv(...many('LE-', 1100)));
    await readOn(planned.id);
    await apply(planned.id, true);
    const intake = jest.spyOn(stage.app.get(TakeInInvoices), 'execute');
    const real = TakeInInvoices.prototype.execute.bind(stage.app.get(TakeInInvoices));
    const late = async (...given: Parameters<typeof real>) =>
      (await real(...given)).map((one) => ({ ...one, outcome: 'refused' as const, receivableId: null }));
    intake.mockImplementationOnce(real).mockImplementationOnce(late);
    await readOn(planned.id);
    intake.mockRestore();
    expect(await shown(planned.id)).toMatchObject({ state: 'planned', accepted: 1100, isWhole: false });
    expect(await count(`receivables.receivable where invoice_number like 'LE-%'`)).toBe(0);
  }, 60_000);
});

describe('the list of uploads', () => {
  it('names each by its first file, to its own organisation only', async () => {
    const { id } = await plan(csv({ number: 'LIST-1' }), csv({ number: 'LIST-2' }));
    const page = (actor: Actor) => stage.app.get(UploadQueries).page(actor, 'receivables', { limit: 200 });
    const { items } = await page(stage.supplier);
    expect(items.find((one) => one.id === id)).toMatchObject({
      ...{ files: 2, state: 'planned', firstFile: 'invoices-1.csv' },
    });
    expect((await page({ ...stage.supplier, scope: NO_ONE })).items).toEqual([]);
  });
});
