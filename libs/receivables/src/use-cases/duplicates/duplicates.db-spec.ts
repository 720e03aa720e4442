import { EVERYONE, query } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database';
import { DuplicateStore } from '../../data/duplicate.store';
import { CheckAnswers } from '../check-answers';
import { ProposeAnswers } from '../propose-answers';
import { Receivables } from '../receivables';
import { ReceivableQueries } from '../receivables.queries';
import { ReceiveUpload } from '../uploads/receive-upload';
import { commandOf, csv, filesOf, type InvoiceCells, type Stage, stageForTest } from '../../stage-for-test';
import { ClearDuplicate } from './clear-duplicate';
import { DuplicateQueries } from './duplicates.queries';
import { FingerprintQueries } from './fingerprints.queries';

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

const amount = (value: string): InvoiceCells => ({ net_amount: value, gross_amount: value });
const taken = async (...rows: readonly InvoiceCells[]) => (await stage.upload(csv(...rows))).outcomes;
const shown = (id: string) => stage.app.get(ReceivableQueries).byId(stage.db.reads, stage.supplier, id);
const idOf = (outcome: { readonly receivableId: string | null } | undefined): string =>
  outcome?.receivableId ?? '';

async function confirm(id: string): Promise<void> {
  const answers = stage.app.get(ProposeAnswers);
  const { items } = await answers.execute(commandOf(stage.maker), [
    { receivableId: id, decision: 'confirm' },
  ]);
  const confirmationId = items[0]?.confirmationId ?? '';
  await stage.app
    .get(CheckAnswers)
    .execute(commandOf(stage.checker), [{ confirmationId, decision: 'approve' }]);
}
const unique = async (id: string) => {
  const receivables = stage.app.get(Receivables);
  await stage.db.run(async (tx) => receivables.assertStillUnique(tx, await receivables.lock(tx, [id])));
};

describe('an invoice that resembles another', () => {
  it('is taken in, told and held, and financed only after its debtor cleared it', async () => {
    const [first, second] = await taken(
      { number: 'INV-2026-004711', ...amount('12345.67') },
      { number: 'INV-2O26-0047I1', ...amount('12345.67') },
    );
    expect(first).toMatchObject({ outcome: 'accepted', match: null });
    expect(second).toMatchObject({
      outcome: 'flagged',
      flags: ['similar_invoice'],
      match: { class: 'near', receivableId: idOf(first) },
    });
    expect(second?.match?.fields).toEqual(expect.arrayContaining(['number', 'amount', 'issue_date']));
    const id = idOf(second);
    await confirm(id);
    expect(await shown(id)).toMatchObject({
      state: 'confirmed',
      duplicateHold: true,
      available: { amount: '0.00', currency: 'EUR' },
      matches: [{ class: 'near', state: 'open', otherId: idOf(first), otherNumber: 'INV-2026-004711' }],
    });
    await expect(unique(id)).rejects.toMatchObject({ code: 'receivables.duplicate_suspected' });
    await unique(idOf(first));

    const { items } = await stage.app.get(DuplicateQueries).held(stage.checker, { limit: 50 });
    expect(items).toMatchObject([{ id, actions: ['clear_duplicate'] }]);
    const other = { invoiceNumber: 'INV-2026-004711', payable: { amount: '12345.67' }, state: 'listed' };
    expect(items[0]?.matches).toMatchObject([{ other }]);
    const cleared = await stage.app
      .get(ClearDuplicate)
      .execute(commandOf(stage.checker), id, 'two deliveries');
    expect(cleared).toMatchObject({ receivableId: id, cleared: 1 });
    expect(await shown(id)).toMatchObject({
      duplicateHold: false,
      available: { amount: '12345.67', currency: 'EUR' },
      matches: [{ state: 'cleared', reason: 'two deliveries', clearedBy: 'Debtor GmbH' }],
    });
    await unique(id);
    await expect(
      stage.app.get(ClearDuplicate).execute(commandOf(stage.checker), id, 'again'),
    ).rejects.toMatchObject({ code: 'receivables.duplicate_not_open' });
  });

  it('is never cleared by whoever caused it, and not by a stranger', async () => {
    const [, second] = await taken(
      { number: 'X-700100', ...amount('777.77') },
      { number: 'X-70O100', ...amount('777.77') },
    );
    const clear = stage.app.get(ClearDuplicate);
    const supplierAsOperator = { ...stage.supplier, scope: EVERYONE };
    await expect(clear.execute(commandOf(supplierAsOperator), idOf(second), 'mine')).rejects.toMatchObject({
      code: 'receivables.duplicate_own_clearance',
    });
    await expect(clear.execute(commandOf(stage.rival), idOf(second), 'x')).rejects.toMatchObject({
      code: 'receivables.receivable_not_found',
    });
    await expect(
      query(
        stage.db.reads,
        `update receivables.duplicate_match set state = 'cleared', cleared_by = supplier_id,
           cleared_by_organisation = supplier_id, cleared_at = now(), reason = 'mine'
         where receivable_id = $1`,
        [idOf(second)],
      ),
    ).rejects.toThrow('duplicate_match_cleared_by_another');
    await clear.execute(commandOf(stage.operator), idOf(second), 'seen both');
    expect(await shown(idOf(second))).toMatchObject({ duplicateHold: false });
  });

  it('may be parts of one, or the sum of several, also over several uploads', async () => {
    const [whole] = await taken({ number: 'W-1', ...amount('98765.43') });
    const [one] = await taken({ number: 'W-9100', ...amount('40000.11') });
    expect(one).toMatchObject({ outcome: 'accepted', match: null });
    const [two] = await taken({ number: 'W-9200', ...amount('58765.32') });
    expect(two).toMatchObject({ outcome: 'flagged', match: { class: 'split', receivableId: idOf(whole) } });
    expect(await shown(idOf(one))).toMatchObject({ duplicateHold: true, matches: [{ class: 'split' }] });

    const parts = await taken(
      { number: 'P-31', ...amount('20111.31') },
      { number: 'P-47', ...amount('30222.47') },
    );
    const [merged] = await taken({ number: 'SUM-5', ...amount('50333.78') });
    expect(merged).toMatchObject({ outcome: 'flagged', match: { class: 'merged' } });
    expect((await shown(idOf(merged))).matches.map(({ otherId }) => otherId).sort()).toEqual(
      parts.map(idOf).sort(),
    );
  });

  it('is nothing special where amounts recur and numbers count up', async () => {
    const rents = ['01', '02', '03'].map((month) => ({
      number: `RENT-2025-${month}`,
      issue_date: `2025-${month}-01`,
      ...amount('4321.09'),
    }));
    expect((await taken(...rents)).map(({ outcome }) => outcome)).toEqual([
      'accepted',
      'accepted',
      'accepted',
    ]);
  });
});

describe('another tenant', () => {
  it('is not named to whoever presents its invoice', async () => {
    const row = { number: 'SAME-123456', ...amount('54321.98') };
    await taken(row);
    const rivals = csv({ ...row, seller_name: 'Rival GmbH', seller_id: 'DE333333333' });
    const { outcomes } = await stage.app.get(ReceiveUpload).execute(commandOf(stage.rival), filesOf(rivals));
    expect(outcomes).toMatchObject([{ outcome: 'flagged', match: { class: 'near', receivableId: null } }]);
    const view = await stage.app.get(ReceivableQueries).byId(stage.db.reads, stage.rival, idOf(outcomes[0]));
    expect(view.matches).toMatchObject([{ class: 'near', otherId: null, otherNumber: null, other: null }]);
    const { items } = await stage.app.get(DuplicateQueries).held(stage.rival, { limit: 50 });
    expect(items).toEqual([]);
  });

  it('is found again at acceptance when both came at the same time', async () => {
    const row = { number: 'RACE-654321', ...amount('11223.44') };
    const [own] = await taken(row);
    const rivals = csv({ ...row, seller_name: 'Rival GmbH', seller_id: 'DE333333333' });
    const { outcomes } = await stage.app.get(ReceiveUpload).execute(commandOf(stage.rival), filesOf(rivals));
    // As if neither had seen the other: what was found is forgotten.
    await query(stage.db.reads, 'delete from receivables.duplicate_match where receivable_id = $1', [
      idOf(outcomes[0]),
    ]);
    await query(stage.db.reads, 'update receivables.receivable set duplicate_hold = false where id = $1', [
      idOf(outcomes[0]),
    ]);
    await expect(unique(idOf(own))).rejects.toMatchObject({ code: 'receivables.duplicate_suspected' });
    await expect(unique(idOf(outcomes[0]))).rejects.toMatchObject({
      code: 'receivables.duplicate_suspected',
    });
    await stage.app.get(ClearDuplicate).execute(commandOf(stage.operator), idOf(own), 'compared the papers');
    await unique(idOf(own));
    await unique(idOf(outcomes[0]));
  });
});

describe('the fingerprints of a receivable', () => {
  it('are one of each kind, shown to its supplier alone', async () => {
    const [own] = await taken({ number: 'FP-900900', ...amount('31.31') });
    const queries = stage.app.get(FingerprintQueries);
    const { fingerprints, algorithm } = await queries.of(stage.supplier, idOf(own));
    expect(algorithm).toBe('HMAC-SHA-256-128');
    expect(fingerprints.map(({ kind }) => kind)).toEqual(['band', 'content', 'number', 'presented']);
    for (const { value } of fingerprints) expect(value).toMatch(/^[0-9a-f]{32}$/);
    await expect(queries.of(stage.rival, idOf(own))).rejects.toMatchObject({
      code: 'receivables.receivable_not_found',
    });
  });
});

it('does not hold twice what is known already', async () => {
  const [, second] = await taken(
    { number: 'T-500500', ...amount('909.09') },
    { number: 'T-5OO500', ...amount('909.09') },
  );
  const before = await stage.app.get(DuplicateStore).known(stage.db.reads, [idOf(second)]);
  expect(before).toHaveLength(1);
  await taken({ number: 'T-500500', ...amount('909.09') });
  expect(await stage.app.get(DuplicateStore).known(stage.db.reads, [idOf(second)])).toHaveLength(1);
});
