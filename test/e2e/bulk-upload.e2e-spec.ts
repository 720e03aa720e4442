// A long table of invoices, as its supplier meets it over HTTP: accepted at once, watched while it is read, its refused
// rows fetched, planned, applied and taken back.
import { addDays, dateOf } from '#kernel';
import { castOrganisation } from '../../apps/demonstration/cast';
import type { UploadFile } from '../../apps/demonstration/client';
import { NOW, type Person, startWorld, type World } from './world';

const ROWS = 1500;
const HEAD =
  'number,issue_date,due_date,currency,net_amount,gross_amount,seller_name,seller_id,buyer_name,buyer_id';

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

function table(prefix: string, rows: number): UploadFile {
  const [seller, buyer] = [castOrganisation('mingyuan'), castOrganisation('huadong')];
  const row = (number: string, index: number, buyerId: string) => {
    const amount = (((index + 11) * 9973 + 4000) / 100).toFixed(2);
    const issued = addDays(dateOf(NOW), -(index % 300) - 1);
    const due = addDays(dateOf(NOW), 90);
    const parties = [seller.legalName, seller.uscc, buyer.legalName, buyerId];
    return [number, issued, due, 'CNY', amount, amount, ...parties].join(',');
  };
  const sound = Array.from({ length: rows }, (_, index) =>
    row(`${prefix}${(index * 7919 + 100_000).toString()}`, index, buyer.uscc),
  );
  const text = [HEAD, ...sound, row('=1+1', rows, buyer.uscc)].join('\r\n');
  return { name: 'long.csv', bytes: new TextEncoder().encode(text) };
}

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
      `\ufeff${HEAD},reason,fix`.replace('\ufeff', answer.text.startsWith('\ufeff') ? '\ufeff' : ''),
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
