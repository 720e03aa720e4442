// One inbox: an upload asks the debtor, a formal demand reaches its verified contact by mail, the answer closes the task
// and the supplier hears of it. The facts take their real way through the queues.
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { Mailer, Working } from '#platform';
import { verifyBooks } from '../../apps/application';
import { confirm } from '../../apps/demonstration/steps';
import { billFile, uploaded } from './bills';
import { type Person, startWorld, type World } from './world';

interface Entry {
  readonly id: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly label: string | null;
  readonly state: string;
  readonly dueAt: string | null;
  readonly unread: boolean;
}
const PATIENCE = 100;
const STEP_MS = 100;

describe('the inbox', () => {
  let world: World;
  let receivable: string;
  beforeAll(async () => {
    world = await startWorld();
    await world.app.app.get(Working, { strict: false }).start();
  }, 60_000);
  afterAll(async () => world.close());

  const entries = async (login: string) =>
    (await (await world.client(login)).get<{ items: Entry[] }>('/inbox?limit=200')).items;
  const until = async (login: string, fits: (entry: Entry) => boolean): Promise<Entry> => {
    for (let tries = 0; tries < PATIENCE; tries += 1) {
      const found = (await entries(login)).find(fits);
      if (found) return found;
      await sleep(STEP_MS);
    }
    throw new Error(`nothing fits in the inbox of ${login}: ${JSON.stringify(await entries(login))}`);
  };
  const about = (kind: string, state: string) => (entry: Entry) =>
    entry.kind === kind && entry.state === state && entry.subjectId === receivable;

  it('asks the debtor to answer within thirty days', async () => {
    [receivable = ''] = await uploaded(world, 'mingyuan', [billFile({ number: 'INBOX-1' })]);
    const task = await until('huadong.maker', about('receivable_to_answer', 'open'));
    expect(task).toMatchObject({ label: 'INBOX-1', dueAt: '2026-12-23T16:00:00.000Z' });
    const counts = await (await world.client('huadong.maker')).get('/inbox/counts');
    expect(counts).toMatchObject({ open: expect.any(Number) as number, overdue: 0 });
    const urgent = await (await world.client('huadong.maker')).get<{ items: Entry[] }>('/inbox/urgent');
    expect(urgent.items.map(({ id }) => id)).toContain(task.id);
    expect(urgent.items.every(({ state }) => state === 'open')).toBe(true);
  });

  it('is the organisation’s own: neither the supplier nor a stranger sees the task', async () => {
    for (const login of ['mingyuan', 'nanfang.maker', 'jiangnan'])
      expect((await entries(login)).filter(({ subjectId }) => subjectId === receivable)).toEqual([]);
    const stranger: Person = world.stranger;
    expect((await stranger.call({ method: 'GET', path: '/inbox' })).status).toBe(401);
  });

  it('mails a demand to the verified contact, and tells the debtor of it', async () => {
    const operator = await world.client('operator');
    await operator.post(`/organisations/${world.idOf('huadong')}/contacts`, {
      ...{ name: '王芳', email: 'confirm@huadong.example', phone: '021-55550101', postalAddress: null },
      ...{ purpose: 'confirmation', source: 'call_back' },
    });
    const supplier = await world.client('mingyuan');
    const { id } = await supplier.post<{ id: string }>('/demands', { receivableId: receivable });
    const told = await until('huadong.maker', ({ subjectId }) => subjectId === id);
    expect(told).toMatchObject({ kind: 'demand_received', state: 'told', unread: true });
    const mailer = world.app.app.get(Mailer, { strict: false });
    const mails = async () => (await mailer.kept(100)).filter(({ to }) => to === 'confirm@huadong.example');
    for (let tries = 0; tries < PATIENCE && (await mails()).length === 0; tries += 1) await sleep(STEP_MS);
    const [mail] = await mails();
    expect(mail?.subject).toContain('INBOX-1');
    expect(mail?.text).not.toMatch(/CNY|https?:/);
  });

  it('closes the task with the answer, and tells the supplier, who reads it', async () => {
    await confirm(await world.client('huadong.maker'), await world.client('huadong.checker'), [receivable]);
    await until('huadong.maker', about('receivable_to_answer', 'done'));
    const told = await until('mingyuan', about('receivable_confirmed', 'told'));
    expect(told.unread).toBe(true);
    await (await world.client('mingyuan')).post('/inbox/read', { through: told.id });
    expect(await until('mingyuan', about('receivable_confirmed', 'told'))).toMatchObject({ unread: false });
  });

  it('asks the second person to check an answer, and the tasks agree with the deeds', async () => {
    const [bill = ''] = await uploaded(world, 'mingyuan', [billFile({ number: 'INBOX-2' })]);
    const maker = await world.client('huadong.maker');
    await maker.post('/confirmations', { items: [{ receivableId: bill, decision: 'confirm' }] });
    const task = await until(
      'huadong.checker',
      (entry) => entry.label === 'INBOX-2' && entry.kind === 'answer_to_check',
    );
    expect(task.state).toBe('open');
    expect((await entries('huadong.maker')).filter(({ kind }) => kind === 'answer_to_check')).toEqual([]);
    expect((await verifyBooks(world.app.app))['inbox']).toEqual([]);
    const lost = new Client({ connectionString: world.app.database.ownerUrl });
    await lost.connect();
    await lost.query(`update inbox.entry set state = 'done', closed_at = now() where id = $1`, [task.id]);
    await lost.end();
    expect((await verifyBooks(world.app.app))['inbox']).toEqual([
      {
        book: 'inbox.entry',
        subject: `answer_to_check ${task.subjectId}`,
        problem: expect.stringContaining('does not wait') as string,
      },
    ]);
  });
});
