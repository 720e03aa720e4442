// A long table of invoices, as its supplier meets it over HTTP: accepted at once, watched while it is read, its refused
// rows fetched, planned, applied and taken back.
import { dateOf } from '#kernel';
import type { UploadFile } from '../../apps/demonstration/client';
import { invoiceTable, TABLE_HEAD } from '../support/invoice-table';
import { NOW, type Person, startWorld, type World } from './world';

const ROWS = 1500;
interface Upload {
  readonly id: string;
  readonly state: string;
  readonly accepted: number;
  readonly refused: number;
  readonly duplicates: number;
  readonly withdrawn: number | null;
  readonly progress: object | null;
  readonly actions: readonly string[];
}

const table = (prefix: string, rows: number) => invoiceTable(dateOf(NOW), prefix, rows, ['=1+1']);

/** What the stream tells until it ends. */
async function told(person: Person, id: string): Promise<Upload[]> {
  const { text, type, status } = await person.call({ method: 'GET', path: `/uploads/${id}/events` });
  expect([status, type]).toEqual([200, expect.stringContaining('text/event-stream')]);
  return text
    .split('\n')
    .filter((line) => line.startsWith('data: '))
    .map((line) => JSON.parse(line.slice(6)) as Upload);
}

describe('a long upload', () => {
  let world: World;
  let supplier: Person;
  beforeAll(async () => {
    world = await startWorld();
    supplier = await world.as('mingyuan');
  }, 60_000);
  afterAll(async () => world.close());

  const formOf = ({ name, bytes }: UploadFile) => {
    const form = new FormData();
    form.append('files', new Blob([bytes]), name);
    return form;
  };
  const send = (file: UploadFile, path = '/uploads') =>
    supplier.call({ method: 'POST', path, raw: formOf(file) });
  const post = (path: string, body: object = {}) => supplier.call({ method: 'POST', path, body });

  it('is accepted, watched until it is done, and changes nothing the second time', async () => {
    const answer = await send(table('LONG-', ROWS));
    expect(answer.status).toBe(202);
    const { id, state } = answer.json() as Upload;
    expect(state).toBe('reading');
    const events = await told(supplier, id);
    expect(events.at(-1)).toMatchObject({ state: 'applied', refused: 1, progress: null, actions: ['undo'] });
    const taken = await supplier.client.get<Upload>(`/uploads/${id}`);
    const again = (await send(table('LONG-', ROWS))).json() as Upload;
    expect((await told(supplier, again.id)).at(-1)).toMatchObject({
      ...{ state: 'applied', accepted: 0, duplicates: ROWS, refused: 1, actions: [] },
    });
    expect(taken.accepted).toBeGreaterThan(0);
  }, 60_000);

  it('gives its refused rows back without a formula', async () => {
    const { id } = (await send(table('REF-', 1))).json() as Upload;
    const answer = await supplier.call({ method: 'GET', path: `/uploads/${id}/refused.csv?language=en` });
    expect(answer.type).toContain('text/csv');
    const [head, row] = answer.text.split('\r\n');
    expect(head).toBe(
      `\ufeff${TABLE_HEAD},reason,fix`.replace('\ufeff', answer.text.startsWith('\ufeff') ? '\ufeff' : ''),
    );
    expect(row).toMatch(/^'=1\+1,/);
  });

  it('is planned, applied and taken back', async () => {
    const planned = (await send(table('PLAN-', 3), '/uploads?mode=plan')).json() as Upload;
    expect(planned).toMatchObject({ state: 'planned', actions: ['apply', 'discard'] });
    const whole = await post(`/uploads/${planned.id}/application`, { atomic: true });
    expect([whole.status, whole.text]).toEqual([422, expect.stringContaining('receivables.plan_not_sound')]);
    const applied = await post(`/uploads/${planned.id}/application`, { atomic: false });
    expect([applied.status, applied.json()]).toEqual([200, expect.objectContaining({ state: 'applied' })]);
    const undone = (await post(`/uploads/${planned.id}/undo`)).json() as Upload;
    expect(undone).toMatchObject({ state: 'undone', withdrawn: 3 });
  });

  it('is watched by its own people only, each with few streams', async () => {
    const { id } = (await send(table('OWN-', ROWS))).json() as Upload;
    const rival = await world.as('haichuan');
    const foreign = await rival.call({ method: 'GET', path: `/uploads/${id}/events` });
    expect([foreign.status, foreign.text]).toEqual([404, expect.stringContaining('upload_not_found')]);
    const streams = await Promise.all(
      Array.from({ length: 6 }, () => supplier.call({ method: 'GET', path: `/uploads/${id}/events` })),
    );
    expect(streams.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(4);
    expect(streams.some(({ status }) => status === 429)).toBe(true);
  }, 60_000);
});
