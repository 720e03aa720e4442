// Invoices that somebody else brings for a supplier: only under a mandate that the supplier gave, that was accepted, and
// that is in force at that moment. They are the supplier's, whoever brings them.
import { EVERYONE, query } from '#platform';
import { AnswerMandate, EndMandate, GiveMandate, type MandateKind } from '#parties';
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database';
import { localDate } from '#kernel';
import { ReceivableStore } from '../../data/receivable.store';
import { commandOf, csv, filesOf, type Stage, stageForTest } from '../../stage-for-test';
import { ReceivableQueries } from '../receivables.queries';
import { ReceiveUpload } from './receive-upload';
import { UndoPreview } from './undo/undo-preview';
import { UndoUpload } from './undo/undo-upload';

const DAY = 86_400_000;
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

const get = <T>(kind: new (...args: never[]) => T): T => stage.app.get(kind, { strict: false });
/** The agent is the rival; the principal is the supplier. */
const give = (kinds: MandateKind[], validTo?: string) =>
  get(GiveMandate).execute(commandOf(stage.supplier), {
    ...{ agent: 'DE333333333', kinds, validFrom: localDate('2026-01-20') },
    ...(validTo !== undefined && { validTo: localDate(validTo) }),
  });
const accept = (id: string) => get(AnswerMandate).execute(commandOf(stage.rival), id, { answer: 'accepted' });
const end = (id: string, by = stage.supplier) =>
  get(EndMandate).execute(commandOf(by), id, { reason: 'done' });
const bring = (...contents: string[]) =>
  get(ReceiveUpload).execute(commandOf(stage.rival), filesOf(...contents));
const said = ({ outcomes }: Awaited<ReturnType<typeof bring>>) =>
  outcomes.map(({ outcome, reasons }) => [outcome, ...reasons.map(({ rule }) => rule)].join(' '));
const REFUSED = ['refused receivables.seller_is_not_uploader'];

it('is refused without a mandate, under one that is only offered, and from its end on', async () => {
  expect(said(await bring(csv({ number: 'M-1' })))).toEqual(REFUSED);
  const { id } = await give(['invoices']);
  expect(said(await bring(csv({ number: 'M-1' })))).toEqual(REFUSED);
  await accept(id);
  expect(said(await bring(csv({ number: 'M-1' })))).toEqual(['accepted']);
  await end(id);
  expect(said(await bring(csv({ number: 'M-2', gross_amount: '3.00', net_amount: '3.00' })))).toEqual(
    REFUSED,
  );
});

it('is refused after the last day, and for what the mandate does not name', async () => {
  const { id } = await give(['credit_notes'], '2026-01-21');
  await accept(id);
  expect(said(await bring(csv({ number: 'M-3' })))).toEqual(REFUSED);
  const credit = { number: 'CN-1', type: '381', gross_amount: '-10.00', net_amount: '-10.00' };
  const [brought] = (await bring(csv({ ...credit, preceding_invoice: 'M-1', due_date: '' }))).outcomes;
  expect(brought).toMatchObject({ outcome: 'changed' });
  stage.clock.advance(3 * DAY);
  const late = { ...credit, number: 'CN-2', preceding_invoice: 'M-1', due_date: '' };
  expect((await bring(csv(late))).outcomes[0]).toMatchObject({ outcome: 'flagged', receivableId: null });
  await end(id, stage.rival);
});

it('makes receivables of the seller, beside the agent’s own of the same file', async () => {
  const { id } = await give(['invoices']);
  await accept(id);
  const own = { number: 'R-1', seller_id: 'DE333333333', net_amount: '77.00', gross_amount: '77.00' };
  const theirs = { number: 'M-4', net_amount: '88.00', gross_amount: '88.00' };
  const stranger = { number: 'X-1', seller_id: 'DE444444444' };
  const shown = await bring(csv(own, theirs, stranger));
  expect(said(shown)).toEqual(['accepted', 'accepted', ...REFUSED]);
  const ids = shown.outcomes.flatMap(({ receivableId }) => receivableId ?? []);
  const found = await get(ReceivableStore).byIds(stage.db.reads, EVERYONE, ids);
  expect(new Map(found.map(({ invoiceNumber, supplierId }) => [invoiceNumber, supplierId]))).toEqual(
    new Map([
      ['R-1', stage.rival.organisationId],
      ['M-4', stage.supplier.organisationId],
    ]),
  );
  const numbers = async (actor: typeof stage.rival) =>
    (await get(ReceivableQueries).page(actor, { limit: 200 })).items.map((one) => one.invoiceNumber);
  expect(await numbers(stage.supplier)).toContain('M-4');
  expect(await numbers(stage.rival)).toEqual(['R-1']);
  const reading = (actor: typeof stage.rival) => ({ ...actor, permissions: new Set(['document.read']) });
  const actionsOn = async (actor: typeof stage.rival, number: string) =>
    (await get(ReceivableQueries).page(reading(actor), { limit: 200 })).items.find(
      ({ invoiceNumber }) => invoiceNumber === number,
    )?.actions;
  expect(await actionsOn(stage.rival, 'R-1')).toEqual(['download']);
  // The file that the agent brought is the agent's: others' invoices are in it.
  expect(await actionsOn(stage.supplier, 'M-4')).toEqual([]);
  const [deed] = await query<{ organisation: string; seen: string[] }>(
    stage.db.reads,
    `select organisation_id as organisation, visible_to as seen from audit.deed
     where subject_id = $1 and subject_version = 1`,
    [found.find(({ invoiceNumber }) => invoiceNumber === 'M-4')?.id],
  );
  expect(deed).toEqual({
    organisation: stage.rival.organisationId,
    seen: [stage.supplier.organisationId],
  });

  await end(id);
  const preview = await get(UndoPreview).execute(stage.rival, shown.id);
  expect(preview).toMatchObject({ withdrawable: 1, keptReceivables: [{ keptFor: 'mandate_ended' }] });
  expect(await get(UndoUpload).execute(commandOf(stage.rival), shown.id)).toMatchObject({
    ...{ state: 'undone', withdrawn: 1, kept: 1 },
  });
  expect(await numbers(stage.supplier)).toContain('M-4');
});

it('is taken back by the agent while its mandate lasts', async () => {
  const { id } = await give(['invoices']);
  await accept(id);
  const shown = await bring(csv({ number: 'M-5', net_amount: '99.00', gross_amount: '99.00' }));
  expect(await get(UndoUpload).execute(commandOf(stage.rival), shown.id)).toMatchObject({ withdrawn: 1 });
  const again = await bring(csv({ number: 'M-5', net_amount: '99.00', gross_amount: '99.00' }));
  expect(said(again)).toEqual(['accepted']);
  await end(id);
});
