// Tax checks on a real database: the quota under rivalry, files that are carried, and what a void or red invoice does.
import { localDate, money } from '#kernel';
import { Events, query } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database';
import { CARRIED_BUREAU, type TaxBureau } from '../../domain/tax/tax-bureau';
import { TAX_FILE_COLUMNS } from '../../formats/tax-files';
import { commandOf, type Stage, stageForTest } from '../../stage-for-test';
import { ReceivableQueries } from '../receivables.queries';
import { ConsultTaxBureau } from './consult-tax-bureau';
import { RequestTaxChecks } from './request-tax-checks';
import { TaxChecks } from './tax-checks';
import { TaxFiles } from './tax-files';

let database: TestDatabase;
let stage: Stage;
const bureau: { -readonly [Key in keyof TaxBureau]: TaxBureau[Key] } = { ...CARRIED_BUREAU };
const NOTHING = {
  ...{ checkId: '', code: null, number: '' },
  issueDate: localDate('2026-01-15'),
  total: money('1.00', 'CNY'),
};
const digital = (last: number) => `263220000010987654${String(last).padStart(2, '0')}`;

beforeAll(async () => {
  database = await createTestDatabase();
  stage = await stageForTest(database.appUrl, bureau);
  jest.spyOn(stage.app.get(Events), 'emit').mockResolvedValue();
});
afterAll(async () => {
  await stage.close();
  await database.drop();
});

/** A fully digitalised e-fapiao of the stage's supplier. */
async function invoice(last: number, amount: string): Promise<string> {
  const number = digital(last);
  const { outcomes } = await stage.upload(csvOf(number, amount));
  const id = outcomes[0]?.receivableId ?? '';
  expect(id).not.toBe('');
  return id;
}
const csvOf = (number: string, amount: string): string =>
  [
    'number,issue_date,due_date,currency,net_amount,gross_amount,seller_id,seller_name,buyer_id,buyer_name',
    `${number},2026-01-15,2026-04-15,CNY,${amount},${amount},DE111111111,Supplier GmbH,DE222222222,Debtor GmbH`,
  ].join('\r\n');

const ask = (...ids: string[]) =>
  stage.app.get(RequestTaxChecks, { strict: false }).execute(commandOf(stage.supplier), ids);
const asked = async (id: string) => (await ask(id)).items[0]?.checkId ?? '';
const files = () => stage.app.get(TaxFiles, { strict: false });
const bring = (...lines: readonly (readonly string[])[]) => {
  const rows = lines.map((cells) => TAX_FILE_COLUMNS.map((_, index) => cells[index] ?? '').join(','));
  const text = [TAX_FILE_COLUMNS.join(','), ...rows].join('\r\n');
  return files().import(commandOf(stage.operator), Buffer.from(text));
};
const found = (checkId: string, result: string, amount: string, red: readonly string[] = []) => [
  ...[checkId, '', '', '', '', result, '2026-01-15', amount, 'DE111111111', 'DE222222222', ...red],
];
const panel = async (id: string) => {
  const [shown] = await stage.app
    .get(TaxChecks, { strict: false })
    .panels(stage.db.reads, stage.supplier.scope, [id]);
  return shown;
};
const shown = (id: string) =>
  stage.app.get(ReceivableQueries, { strict: false }).byId(stage.db.reads, stage.supplier, id);
const cny = (amount: string) => ({ amount, currency: 'CNY' });

describe('a question to the tax bureau', () => {
  it('waits for its answer, in the file and in the list, and is answered once', async () => {
    const id = await invoice(1, '1000.00');
    const check = await asked(id);
    await expect(ask(id)).rejects.toMatchObject({ code: 'receivables.tax_check_waiting' });
    const text = await files().queries(stage.operator);
    expect(text).toContain(`${check},,${digital(1)},2026-01-15,1000.00,,,`);
    expect(await files().queries(stage.rival)).not.toContain(check);
    expect(await bring(found(check, 'found', '1000.00'))).toEqual({ recorded: 1, skipped: 0 });
    expect(await bring(found(check, 'void', '1000.00'))).toEqual({ recorded: 0, skipped: 1 });
    expect(await panel(id)).toMatchObject({
      standing: 'good',
      left: 4,
      checks: [{ result: { kind: 'equal' } }],
    });
    expect(await files().queries(stage.operator)).not.toContain(check);
    const page = await files().page(stage.operator, { limit: 10, state: 'answered' });
    expect(page.items).toMatchObject([{ id: check, invoiceNumber: digital(1) }]);
  });

  it('is one of five a day, however many ask at once', async () => {
    const id = await invoice(2, '2100.00');
    for (let count = 0; count < 4; count += 1)
      expect(await bring([await asked(id), '', '', '', '', 'unavailable'])).toMatchObject({ recorded: 1 });
    const rivals = await Promise.allSettled([ask(id), ask(id), ask(id)]);
    expect(rivals.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const rows = await query<{ ordinal: number }>(
      stage.db.reads,
      'select ordinal from receivables.tax_check where receivable_id = $1 order by ordinal',
      [id],
    );
    expect(rows.map(({ ordinal }) => ordinal)).toEqual([1, 2, 3, 4, 5]);
    const last = (await panel(id))?.checks[0]?.id ?? '';
    await bring([last, '', '', '', '', 'quota']);
    await expect(ask(id)).rejects.toMatchObject({ code: 'receivables.tax_quota_used' });
    expect(await panel(id)).toMatchObject({ standing: 'unchecked', left: 0 });
    stage.clock.advance(86_400_000);
    expect(await asked(id)).not.toBe('');
  });

  it('is bulk: each of up to a thousand is answered for', async () => {
    const [sound, paper] = [await invoice(3, '3200.00'), await otherInvoice('PAPER-1')];
    const { items } = await ask(sound, paper);
    expect(items).toMatchObject([
      { receivableId: sound, outcome: 'asked', error: null },
      { receivableId: paper, outcome: 'refused', error: { code: 'receivables.tax_not_verifiable' } },
    ]);
  });

  const otherInvoice = async (number: string) =>
    (await stage.upload(csvOf(number, '77.00'))).outcomes[0]?.receivableId ?? '';
});

describe('an invoice that the bureau knows otherwise', () => {
  it('opens a dispute that holds it, once, and its supplier does not close it', async () => {
    const id = await invoice(11, '9100.00');
    await bring(found(await asked(id), 'found', '9000.00'));
    await bring(found(await asked(id), 'found', '9000.00'));
    expect(await panel(id)).toMatchObject({ standing: 'bad' });
    expect(await shown(id)).toMatchObject({ disputeHold: true, state: 'listed' });
    const disputes = await query<{ cause: string; causedBy: string; note: string }>(
      stage.db.reads,
      'select cause, caused_by as "causedBy", note from receivables.dispute where receivable_id = $1',
      [id],
    );
    const causedBy = stage.supplier.organisationId;
    expect(disputes).toEqual([{ cause: 'tax_difference', causedBy, note: 'amount' }]);
  });
});

describe('a bureau', () => {
  const consult = (check: string) => stage.app.get(ConsultTaxBureau, { strict: false }).execute(check, 20);
  afterEach(() => {
    bureau.check = () => CARRIED_BUREAU.check(NOTHING);
  });

  it('that takes too long or fails gave no answer, and is not asked twice', async () => {
    const id = await invoice(7, '8700.00');
    const slow = await asked(id);
    const check = jest.fn(() => new Promise<never>(() => undefined));
    bureau.check = check;
    await consult(slow);
    await consult(slow);
    expect(check).toHaveBeenCalledTimes(1);
    const failing = await asked(id);
    bureau.check = () => Promise.reject(new Error('502'));
    await consult(failing);
    expect((await panel(id))?.checks.map(({ result }) => result?.why)).toEqual(['failure', 'timeout']);
  });

  it('that is reached by files leaves the question waiting', async () => {
    const id = await invoice(8, '9800.00');
    await consult(await asked(id));
    expect((await panel(id))?.checks).toMatchObject([{ result: null }]);
  });
});

describe('an answer', () => {
  it('that it is void ends a receivable that nobody has financed', async () => {
    const id = await invoice(4, '4300.00');
    await bring(found(await asked(id), 'void', '4300.00'));
    expect(await shown(id)).toMatchObject({ state: 'void', corrections: [{ kind: 'reversal' }] });
    expect(await panel(id)).toMatchObject({ standing: 'bad' });
  });

  it('that some of it is red takes that off once, whatever comes twice', async () => {
    const id = await invoice(5, '5400.00');
    const red = [digital(95), '400.00'];
    await bring(found(await asked(id), 'found', '5400.00', red));
    expect(await shown(id)).toMatchObject({ payable: cny('5000.00') });
    await bring(found(await asked(id), 'found', '5400.00', red));
    expect(await shown(id)).toMatchObject({ payable: cny('5000.00') });
    expect((await shown(id)).corrections).toHaveLength(1);
    expect(await panel(id)).toMatchObject({ standing: 'good' });
    await bring(found(await asked(id), 'found', '5400.00', [digital(96), '900.00']));
    expect(await shown(id)).toMatchObject({ payable: cny('4500.00') });
  });

  it('about somebody else’s invoice changes nothing but the standing', async () => {
    const id = await invoice(6, '6500.00');
    const cells = found(await asked(id), 'void', '6500.00');
    await bring(cells.map((cell) => (cell === 'DE111111111' ? 'DE333333333' : cell)));
    expect(await shown(id)).toMatchObject({ state: 'listed', corrections: [] });
    expect(await panel(id)).toMatchObject({
      standing: 'bad',
      checks: [{ result: { differing: ['seller'] } }],
    });
  });

  it('is in a book that nobody rewrites', async () => {
    for (const sql of [
      `update receivables.tax_result set kind = 'equal', differing = '{}', red_amount = null, red_number = null`,
      'delete from receivables.tax_check',
    ])
      await expect(query(stage.db.reads, `${sql} returning 1`)).rejects.toThrow(/permission denied/);
  });
});
