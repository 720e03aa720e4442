import { readdirSync } from 'node:fs';
import { EVERYONE, NO_ONE, query } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database';
import { ReceivableStore } from '../../data/receivable.store';
import { OutcomeStore } from '../../data/uploads/outcome.store';
import { UploadStore } from '../../data/uploads/upload.store';
import { commandOf, csv, filesOf, type Stage, stageForTest } from '../../stage-for-test';
import { ReceivableQueries } from '../receivables.queries';
import { ReceiveUpload } from './receive-upload';
import { Receivables } from '../receivables';
import { UploadQueries } from './uploads.queries';

describe('receiving an upload', () => {
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

  const outcomesOf = (shown: Awaited<ReturnType<Stage['upload']>>) =>
    shown.outcomes.map(({ outcome, reasons }) => [outcome, ...reasons.map(({ rule }) => rule)].join(' '));
  const count = async (sql: string, ...params: unknown[]) => {
    const [row] = await query<{ count: string }>(stage.db.reads, `select count(*) from ${sql}`, params);
    return Number(row?.count);
  };

  it('lists what has a due date, keeps what has none as a draft, and answers for every invoice', async () => {
    const shown = await stage.upload(csv({ number: 'A-1' }, { number: 'A-2', due_date: '' }));
    expect(shown).toMatchObject({ files: 1, accepted: 2, flagged: 0, refused: 0, duplicates: 0, next: null });
    const ids = shown.outcomes.map(({ receivableId }) => receivableId ?? '');
    const found = await stage.app.get(ReceivableStore).byIds(stage.db.reads, stage.supplier.scope, ids);
    const by = new Map(found.map((one) => [one.invoiceNumber, one]));
    expect(by.get('A-1')).toMatchObject({
      state: 'listed',
      debtorId: stage.debtorId,
      payable: { amount: '1000.00', currency: 'EUR' },
      confirmed: null,
      answerBy: '2026-02-19',
      listedAt: stage.clock.now(),
      version: 1,
    });
    expect(by.get('A-2')).toMatchObject({ state: 'draft', dueDate: null, answerBy: null, listedAt: null });
    expect(await count('audit.deed where subject_id = any($1)', ids)).toBe(2);
    expect(await count('documents.document where id = $1', shown.outcomes[0]?.documentId)).toBe(1);
  });

  it('keeps refused and flagged invoices as outcomes with their reasons, and nothing else', async () => {
    const before = await count('receivables.receivable');
    const shown = await stage.upload(
      csv(
        { number: 'B-1', seller_id: 'DE333333333' },
        { number: 'B-2', buyer_id: 'DE999999999' },
        { number: 'B-3', buyer_id: '' },
        { number: 'B-4', buyer_id: 'DE111111111' },
        { number: 'B-5', net_amount: '-5.00', gross_amount: '-5.00' },
        { number: 'B-6', issue_date: 'soon' },
      ),
      '%PDF-1.7 not read yet',
    );
    expect(shown).toMatchObject({ files: 2, accepted: 0, duplicates: 0 });
    expect(outcomesOf(shown).slice(0, 4)).toEqual([
      'refused receivables.seller_is_not_uploader',
      'refused receivables.buyer_unknown',
      'refused receivables.buyer_unknown',
      'refused receivables.buyer_is_seller',
    ]);
    expect(shown.outcomes.slice(4).map(({ outcome }) => outcome)).toEqual(['flagged', 'refused', 'refused']);
    expect(shown.outcomes.every(({ reasons }) => reasons.length > 0)).toBe(true);
    expect(await count('receivables.receivable')).toBe(before);
    const again = await stage.app
      .get(UploadQueries)
      .byId(stage.supplier, 'receivables', shown.id, { limit: 200 });
    expect(again).toEqual(shown);
  });

  it('sees a repeated invoice in the same upload, in another file and in a later upload', async () => {
    const first = await stage.upload(
      csv({ number: 'C-1' }, { number: 'C-1', due_date: '2026-05-01' }),
      csv({ number: 'c-1' }),
    );
    expect(outcomesOf(first)).toEqual([
      'accepted',
      'duplicate receivables.invoice_duplicate',
      'duplicate receivables.invoice_duplicate',
    ]);
    expect(new Set(first.outcomes.map(({ receivableId }) => receivableId)).size).toBe(1);
    const later = await stage.upload(csv({ number: 'C-1', gross_amount: '1000.00' }));
    expect(later).toMatchObject({ accepted: 0, duplicates: 1 });
    expect(later.outcomes[0]?.receivableId).toBe(first.outcomes[0]?.receivableId);
  });

  it('sees it also under another identifier of the seller or another type', async () => {
    const { outcomes } = await stage.upload(csv({ number: 'CC-1' }));
    const again = await stage.upload(
      csv(
        { number: 'CC-1', seller_id: 'HRB-4711' },
        { number: 'CC-1', type: '388', issue_date: '2026-01-16' },
      ),
    );
    expect(outcomesOf(again)).toEqual([
      'duplicate receivables.invoice_duplicate',
      'duplicate receivables.invoice_duplicate',
    ]);
    const [first] = outcomes;
    expect(again.outcomes.map(({ receivableId }) => receivableId)).toEqual([
      first?.receivableId,
      first?.receivableId,
    ]);
    expect(await count(`receivables.receivable where invoice_number = 'CC-1'`)).toBe(1);
  });

  it('never names another tenant’s receivable', async () => {
    const { outcomes } = await stage.upload(csv({ number: 'D-1' }));
    await query(stage.db.reads, 'update receivables.receivable set supplier_id = $2 where id = $1', [
      outcomes[0]?.receivableId,
      stage.rival.organisationId,
    ]);
    const again = await stage.upload(csv({ number: 'D-1' }));
    expect(outcomesOf(again)).toEqual(['duplicate receivables.invoice_taken']);
    expect(again.outcomes[0]?.receivableId).toBeNull();
  });

  it('gives one invoice one receivable however many upload it at once', async () => {
    const rows = Array.from({ length: 50 }, (_, index) => ({ number: `E-${index.toString()}` }));
    const shown = await Promise.all(
      Array.from({ length: 6 }, (_, n) => stage.upload(csv(...(n % 2 ? rows : [...rows].reverse())))),
    );
    expect(shown.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(50);
    expect(shown.reduce((sum, { duplicates }) => sum + duplicates, 0)).toBe(250);
    expect(await count(`receivables.receivable where invoice_number like 'E-%'`)).toBe(50);
    expect(
      await count(
        `receivables.receivable r where not exists (select 1 from receivables.invoice_claim c
        where c.receivable_id = r.id) and supplier_id = $1`,
        stage.supplier.organisationId,
      ),
    ).toBe(0);
  });

  it('happens once for one key, and refuses the key for other files', async () => {
    const receive = (content: string) =>
      stage.app.get(ReceiveUpload).execute(commandOf(stage.supplier, 'key-1'), filesOf(content));
    const first = await receive(csv({ number: 'F-1' }));
    expect(await receive(csv({ number: 'F-1' }))).toEqual(first);
    expect(first.accepted).toBe(1);
    await expect(receive(csv({ number: 'F-2' }))).rejects.toMatchObject({ code: 'platform.key_reused' });
  });

  it('refuses an upload without files', async () => {
    await expect(stage.upload()).rejects.toMatchObject({ code: 'receivables.upload_empty' });
  });

  it('stores one content once, and a document for each time it came', async () => {
    const content = csv({ number: 'G-1' });
    const files = () => readdirSync(stage.dir, { recursive: true }).filter((name) => name.length > 60).length;
    const before = files();
    const shown = await stage.upload(content, content);
    expect(files()).toBe(before + 1);
    expect(new Set(shown.outcomes.map(({ documentId }) => documentId)).size).toBe(2);
  });

  it('pages through outcomes and hides uploads from other organisations', async () => {
    const rows = Array.from({ length: 230 }, (_, index) => ({ number: `H-${index.toString()}` }));
    const shown = await stage.upload(csv(...rows));
    expect(shown.outcomes).toHaveLength(200);
    expect(shown.next).toBe(200);
    const queries = stage.app.get(UploadQueries);
    const rest = await queries.byId(stage.supplier, 'receivables', shown.id, { after: 200, limit: 50 });
    expect(rest.outcomes.map(({ position }) => position)).toEqual(
      Array.from({ length: 30 }, (_, index) => 201 + index),
    );
    expect(rest.next).toBeNull();
    const filtered = await queries.byId(stage.supplier, 'receivables', shown.id, {
      limit: 50,
      outcome: 'refused',
    });
    expect(filtered.outcomes).toEqual([]);
    await expect(queries.byId(stage.rival, 'receivables', shown.id, { limit: 50 })).rejects.toMatchObject({
      code: 'receivables.upload_not_found',
    });
    const uploads = stage.app.get(UploadStore);
    const outcomes = stage.app.get(OutcomeStore);
    expect(await outcomes.page(stage.db.reads, NO_ONE, shown.id, { limit: 50, stage: 'applied' })).toEqual(
      [],
    );
    expect(await uploads.page(stage.db.reads, NO_ONE, 'receivables', { limit: 50 })).toEqual([]);
    expect((await queries.page(stage.rival, 'receivables', { limit: 50 })).items).toEqual([]);
  });

  it('shows receivables to their supplier only, by state, debtor and number', async () => {
    const queries = stage.app.get(ReceivableQueries);
    const numbers = async (filter: object) =>
      (await queries.page(stage.supplier, { limit: 200, ...filter })).items.map((one) => one.invoiceNumber);
    expect(await numbers({ state: 'draft' })).toEqual(['A-2']);
    expect(await numbers({ q: 'a-' })).toHaveLength(2);
    expect(await numbers({ q: '%' })).toEqual([]);
    expect(await numbers({ debtorId: stage.rival.organisationId })).toEqual([]);
    const [draft] = (await queries.page(stage.supplier, { limit: 1, state: 'draft' })).items;
    expect(draft).toMatchObject({
      debtorName: 'Debtor GmbH',
      answer: null,
      claimed: { amount: '0.00', currency: 'EUR' },
      available: { amount: '0.00', currency: 'EUR' },
      actions: ['complete'],
    });
    await expect(queries.byId(stage.db.reads, stage.rival, draft?.id ?? '')).rejects.toMatchObject({
      code: 'receivables.receivable_not_found',
    });
    expect(await stage.app.get(ReceivableStore).page(stage.db.reads, NO_ONE, { limit: 5 })).toEqual([]);
  });

  it('tells the libraries above when an invoice lies under another receivable', async () => {
    const receivables = stage.app.get(Receivables);
    const { outcomes } = await stage.upload(csv({ number: 'I-1' }, { number: 'I-2' }));
    const ids = outcomes.map(({ receivableId }) => receivableId ?? '');
    const locked = await stage.db.run((tx) => receivables.lock(tx, [...ids].reverse()));
    expect(locked.map(({ id }) => id)).toEqual([...ids].sort());
    await stage.db.run((tx) => receivables.assertStillUnique(tx, locked));
    const [one, two] = locked;
    if (!one || !two) throw new Error('two were locked');
    await expect(
      stage.db.run((tx) => receivables.assertStillUnique(tx, [{ ...one, invoiceKey: two.invoiceKey }])),
    ).rejects.toMatchObject({ code: 'receivables.invoice_key_lost' });
    expect(await receivables.byIds(stage.db.reads, stage.rival.scope, ids)).toEqual([]);
    expect(await receivables.byIds(stage.db.reads, EVERYONE, ids)).toHaveLength(2);
  });
});
