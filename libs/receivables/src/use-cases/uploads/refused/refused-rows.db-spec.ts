import { readInvoices } from '#documents';
import { createTestDatabase, type TestDatabase } from '../../../../../../test/support/database';
import { commandOf, csv, filesOf, type Stage, stageForTest } from '../../../stage-for-test';
import { ReceiveUpload } from '../receive-upload';
import { RefusedFiles } from './refused-files';
import { RefusedRows } from './refused-rows';
import { MOST_SHOWN_ROWS, RefusedSheets } from './refused-sheets';

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

const csvOf = async (id: string) => {
  let text = '';
  for await (const piece of await stage.app.get(RefusedFiles).csv(stage.supplier, 'receivables', id, 'en'))
    text += piece;
  return text;
};
const sheetsOf = (id: string, after = 0) =>
  stage.app.get(RefusedSheets).execute(stage.supplier, 'receivables', id, after);
const UNKNOWN = { buyer_id: 'DE999999999' };

describe('refused rows', () => {
  it('come back as they were, with reason and fix, and never as a formula', async () => {
    const uploaded = await stage.upload(
      csv({ number: 'RA-0' }, { number: 'RA-X', ...UNKNOWN }, { number: '=1+1' }),
      'this is no invoice',
    );
    const lines = (await csvOf(uploaded.id)).split('\r\n');
    expect(lines[0]).toMatch(/^\ufeffnumber,issue_date,.*,status,reason,fix$/);
    expect(lines[1]).toMatch(/^RA-X,2026-01-15,2026-04-15,EUR,.*The buyer .* is not known here/);
    expect(lines[2]).toMatch(/^'=1\+1,2026-01-15/);
    expect(lines[3]).toBe('file,reason,fix');
    expect(lines[4]).toMatch(/^invoices-2.csv,/);
    expect(lines.slice(5)).toEqual(['']);
  });

  it('come back as a workbook that can be corrected and uploaded again', async () => {
    const uploaded = await stage.upload(csv({ number: 'RW-0' }, { number: 'RW-1', ...UNKNOWN }));
    const bytes = await stage.app.get(RefusedFiles).xlsx(stage.supplier, 'receivables', uploaded.id, 'zh');
    const readings = await readInvoices(bytes);
    expect(readings.map(({ status, draft, sheet }) => [status, draft?.number, sheet])).toEqual([
      ['accepted', 'RW-1', '被拒绝的行'],
    ]);
  });

  it('are shown with the cells to look at, under the names of our columns', async () => {
    const bad = { number: 'RS-1', issue_date: '03/04/2026' };
    const uploaded = await stage.upload(
      `List of invoices\n${csv({ number: 'RS-0' }, bad, { number: 'RS-2', ...UNKNOWN })}`,
    );
    const { sheets, next } = await sheetsOf(uploaded.id);
    expect(next).toBeNull();
    expect(sheets).toHaveLength(1);
    const { fileName, sheet, headings, columns, rows } = sheets[0] ?? { rows: [] };
    expect([fileName, sheet]).toEqual(['invoices-1.csv', null]);
    expect(columns).toEqual(headings);
    expect(rows.map(({ line, cells, continues }) => [line, cells[0], continues])).toEqual([
      [4, 'RS-1', false],
      [5, 'RS-2', false],
    ]);
    expect(rows[0]?.reasons).toEqual([
      expect.objectContaining({ rule: 'documents.date_order', field: 'issue_date' }),
    ]);
    expect(rows[1]?.reasons.map(({ rule }) => rule)).toEqual(['receivables.buyer_unknown']);
  });

  it('are shown page by page, each invoice whole and once', async () => {
    const rows = Array.from({ length: MOST_SHOWN_ROWS + 1 }, (_, at) => ({ number: `RM-${at}`, ...UNKNOWN }));
    const uploaded = await stage.upload(csv(...rows));
    const [first, second] = [await sheetsOf(uploaded.id), await sheetsOf(uploaded.id, MOST_SHOWN_ROWS)];
    expect([first.next, second.next]).toEqual([MOST_SHOWN_ROWS, null]);
    const shown = [...first.sheets, ...second.sheets].flatMap((sheet) => sheet.rows);
    expect(shown.map(({ cells }) => cells[0])).toEqual(rows.map(({ number }) => number));
    expect(await sheetsOf(uploaded.id, rows.length)).toEqual({ sheets: [], next: null });
    expect((await csvOf(uploaded.id)).split('\r\n')).toHaveLength(rows.length + 2);
  });

  it('of what a debtor uploaded are the debtor’s alone', async () => {
    const unknown = { number: 'RP-1', seller_id: 'DE999999999' };
    const files = filesOf(csv({ number: 'RP-0' }, unknown));
    const { id } = await stage.app
      .get(ReceiveUpload)
      .execute(commandOf(stage.maker), files, 'plan', 'payables');
    const { sheets } = await stage.app.get(RefusedSheets).execute(stage.maker, 'payables', id);
    expect(sheets[0]?.rows.map(({ cells }) => cells[0])).toEqual(['RP-1']);
    for (const [actor, side] of [
      [stage.supplier, 'payables'] as const,
      [stage.maker, 'receivables'] as const,
    ])
      await expect(stage.app.get(RefusedRows).execute(actor, side, id)).rejects.toMatchObject({
        code: 'receivables.upload_not_found',
      });
  });

  it('are none where nothing was refused, and nobody else’s', async () => {
    const uploaded = await stage.upload(csv({ number: 'RB-1' }));
    const none = { code: 'receivables.refused_rows_none' };
    await expect(csvOf(uploaded.id)).rejects.toMatchObject(none);
    await expect(sheetsOf(uploaded.id)).rejects.toMatchObject(none);
    await expect(
      stage.app.get(RefusedRows).execute(stage.rival, 'receivables', uploaded.id),
    ).rejects.toMatchObject({
      code: 'receivables.upload_not_found',
    });
  });
});
