// Nothing acknowledged is lost and nothing happens twice: 32 clients that retry with their keys, while the API and then
// PostgreSQL are killed with -9 at random moments. SIZE is the number of commands (1,500), KILLS how often each of the
// two is killed (4 and 2, as "4,2"), SEED repeats a run.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { dateOf } from '#kernel';
import { invoiceTable } from '../support/invoice-table';
import { randomFrom } from '../support/random';
import { bill, CrashWorld } from './crash-world';
import * as errands from './errands';
import { type Sent, PersistentClient, type Traffic } from './persistent-client';

const SIZE = Number(process.env['SIZE'] ?? 1_500);
const SEED = Number(process.env['SEED'] ?? 20261122);
const [API_KILLS = 4, DATABASE_KILLS = 2] = (process.env['KILLS'] ?? '4,2').split(',').map(Number);
const CLIENTS = 32;
const TWICE_AT_ONCE = 0.2;
const DAY_MS = 86_400_000;
/** How many of a hundred commands belong to errands of each kind. */
const MIXTURE: Readonly<Record<errands.Kind, number>> = {
  filing: 50,
  search: 8,
  upload: 6,
  answer: 12,
  deal: 24,
};
const MAIN = resolve(__dirname, '../../dist/apps/cli/src/main.js');

interface LongUpload {
  readonly state: string;
  readonly rowsDone: number;
  readonly progress?: { readonly rowsDone: number } | null;
}

const random = randomFrom(SEED);
const traffic: Traffic = { acknowledged: 0, retried: 0, lastAcknowledgedAt: 0, internal: 0, over: false };
let twice = 0;
const figures: Record<string, unknown> = { size: SIZE, seed: SEED, clients: CLIENTS };

let world: CrashWorld;
let owner: Client;
let work: errands.Errand[];
let people: errands.People;
const acknowledged: errands.Acknowledged[] = [];
const before = new Map<string, number>();

const send = <T>(who: PersistentClient, sent: Sent): Promise<T> => {
  if (random() >= TWICE_AT_ONCE) return who.post<T>(sent);
  twice += 1;
  return who.postTwice<T>(sent);
};
const connect = async () => {
  const client = new Client({ connectionString: world.database.ownerUrl });
  await client.connect();
  return client;
};
const rowsIn = async (table: string): Promise<number> =>
  Number((await owner.query<{ n: string }>(`select count(*) as n from ${table}`)).rows[0]?.n);
const ofKind = (kind: errands.Kind) => acknowledged.filter((one) => one.kind === kind);

async function layOut(): Promise<errands.Errand[]> {
  const count = (kind: errands.Kind) => Math.ceil((SIZE * MIXTURE[kind]) / 100 / errands.COMMANDS[kind]);
  const of = (kind: errands.Kind) => Array.from({ length: count(kind) }, (_, n) => n);
  const unanswered = await world.receivables('ANSWER', count('answer'), false);
  const confirmed = await world.receivables('DEAL', count('deal'), true);
  const validUntil = new Date(Date.parse(`${dateOf(new Date())}T00:00:00Z`) + 5 * DAY_MS).toISOString();
  const terms = { financierId: world.idOf('jiangnan'), validUntil };
  const all = [
    ...of('filing').map(() => errands.filing(send)),
    ...of('search').map((n) => errands.search(send, `寻找 ${n}`)),
    ...of('upload').map((n) => errands.upload(send, `NEW-${n}`, bill(`NEW-${n}`).bytes)),
    ...unanswered.map((id) => errands.answer(send, id)),
    ...confirmed.map((id) => errands.deal(send, id, terms)),
  ];
  return all
    .map((errand) => ({ errand, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ errand }) => errand);
}

beforeAll(async () => {
  const begin = performance.now();
  world = await CrashWorld.start();
  work = await layOut();
  people = Object.fromEntries(
    Object.entries(world.tokens).map(([role, token]) => [
      role,
      new PersistentClient(world.api.url, token, traffic),
    ]),
  ) as unknown as errands.People;
  owner = await connect();
  for (const table of Object.keys(errands.GROWTH)) before.set(table, await rowsIn(table));
  await owner.end();
  figures['setupSeconds'] = Math.round((performance.now() - begin) / 1_000);
}, 180_000);
afterAll(async () => {
  traffic.over = true;
  await owner.end();
  await world.close();
  process.stdout.write(`${JSON.stringify(figures)}\n`);
}, 60_000);

/** Kills when so much is acknowledged, starts again, and answers how long nobody was served, in milliseconds. */
async function killAt(part: number, victim: 'api' | 'database', isOver: () => boolean): Promise<number> {
  while (traffic.acknowledged < part * SIZE && !isOver()) await sleep(5);
  await sleep(random() * 50);
  const killedAt = performance.now();
  await world[victim].kill();
  await (victim === 'api' ? world.api.start() : world.database.restart());
  while (traffic.lastAcknowledgedAt <= killedAt && !isOver()) await sleep(5);
  return Math.round(performance.now() - killedAt);
}

const linux = process.platform === 'linux';
(linux ? describe : describe.skip)(`killed with -9${linux ? '' : ' (skipped: needs /proc)'}`, () => {
  it('answers every client in the end', async () => {
    const begin = performance.now();
    const queue = work[Symbol.iterator]();
    let busy = CLIENTS;
    const client = async () => {
      for (const errand of queue) acknowledged.push(await errand.run(people));
      busy -= 1;
    };
    const clients = Promise.all(Array.from({ length: CLIENTS }, client)).finally(() => (busy = 0));
    const recoveryMs: Record<'api' | 'database', number[]> = { api: [], database: [] };
    const moments = (count: number, from: number, to: number) =>
      Array.from({ length: count }, () => from + random() * (to - from)).sort((a, b) => a - b);
    const killer = async () => {
      for (const part of moments(API_KILLS, 0.02, 0.6))
        recoveryMs.api.push(await killAt(part, 'api', () => busy === 0));
      for (const part of moments(DATABASE_KILLS, 0.65, 0.95))
        recoveryMs.database.push(await killAt(part, 'database', () => busy === 0));
    };
    await Promise.all([clients, killer()]);
    const kills = { api: API_KILLS, database: DATABASE_KILLS };
    const commands = work.reduce((sum, one) => sum + one.commands, 0);
    Object.assign(figures, { commands, sentTwiceAtOnce: twice, kills, recoveryMs });
    const { acknowledged: answers, retried, internal } = traffic;
    Object.assign(figures, { acknowledged: answers, retried, internal });
    figures['seconds'] = Math.round((performance.now() - begin) / 1_000);
    expect(acknowledged).toHaveLength(work.length);
    expect(recoveryMs.api.length + recoveryMs.database.length).toBe(API_KILLS + DATABASE_KILLS);
    expect({ ownEnds: world.api.ownEnds, internal }).toEqual({ ownEnds: 0, internal: 0 });
  }, 600_000);

  it('leaves a log that catches up with every deed', async () => {
    const begin = performance.now();
    owner = await connect();
    while ((await rowsIn('audit.unsequenced')) > 0) await sleep(20);
    figures['logCaughtUpMs'] = Math.round(performance.now() - begin);
    expect(await rowsIn('audit.leaf')).toBe(await rowsIn('audit.deed'));
  }, 60_000);

  it('lost nothing that it acknowledged, and did nothing twice', async () => {
    let [lost, doubled] = [0, 0];
    for (const kind of Object.keys(errands.WHERE_FOUND) as errands.Kind[]) {
      const wanted = ofKind(kind);
      const keys = wanted.map(({ businessKey }) => businessKey);
      const { rows } = await owner.query<{ key: string; id: string }>(errands.WHERE_FOUND[kind], [keys]);
      for (const { businessKey, id } of wanted) {
        const found = rows.filter(({ key }) => key === businessKey);
        if (!found.some((row) => row.id === id)) lost += 1;
        if (found.length > 1) doubled += 1;
      }
    }
    Object.assign(figures, { lost, doubled });
    expect({ lost, doubled }).toEqual({ lost: 0, doubled: 0 });
    const grown: Record<string, number> = {};
    const expected: Record<string, number> = {};
    for (const [table, kinds] of Object.entries(errands.GROWTH)) {
      grown[table] = (await rowsIn(table)) - (before.get(table) ?? 0);
      expected[table] = kinds.reduce((sum, kind) => sum + ofKind(kind).length, 0);
    }
    expect(grown).toEqual(expected);
  });

  it('goes on with a long upload where a killed process left it', async () => {
    const supplier = world.client('supplier');
    const rows = 4_000;
    const files = [invoiceTable(dateOf(new Date()), 'LONG-', rows)];
    const { id } = await supplier.upload<{ id: string }>('/uploads', files);
    const now = () => supplier.get<LongUpload>(`/uploads/${id}?limit=1`);
    while (((await now()).progress?.rowsDone ?? rows) < 1_000) await sleep(10);
    await world.api.kill();
    const done = async (): Promise<LongUpload> => {
      const { rows: found } = await owner.query<LongUpload>(
        'select state, rows_done as "rowsDone" from receivables.upload where id = $1',
        [id],
      );
      return found[0] ?? { state: 'lost', rowsDone: 0 };
    };
    const left = await done();
    figures['longUpload'] = { rows, leftAt: left.rowsDone };
    expect(left).toMatchObject({ state: 'reading' });
    await world.api.start();
    // The minute after which somebody else takes over, and the rhythm in which that is looked for, are not waited for.
    await owner.query(
      `update receivables.upload set moved_at = moved_at - interval '2 minutes' where id = $1`,
      [id],
    );
    await owner.query(`insert into jobs.job (name, data) values ('receivables.stalled_uploads', '{}')`);
    while ((await done()).state === 'reading') await sleep(50);
    const { rows: counted } = await owner.query(
      `select count(*)::int as outcomes, count(distinct position)::int as positions,
         (select count(*)::int from receivables.receivable where invoice_number like 'LONG-%') as receivables
       from receivables.upload_outcome where upload_id = $1`,
      [id],
    );
    expect(await done()).toEqual({ state: 'applied', rowsDone: rows });
    expect(counted).toEqual([{ outcomes: rows, positions: rows, receivables: rows }]);
  }, 120_000);

  it.each([
    ['db', 'verify'],
    ['log', 'verify'],
  ])(
    'holds in the eyes of %s %s',
    (...words) => {
      const env = {
        PATH: process.env['PATH'],
        DATABASE_URL: world.database.appUrl,
        STATE_DIR: world.stateDir,
      };
      const { status, stdout } = spawnSync(process.execPath, [MAIN, ...words], { encoding: 'utf8', env });
      expect({ status, stdout: status === 0 ? '' : stdout }).toEqual({ status: 0, stdout: '' });
      figures[words.join(' ')] = 'holds';
    },
    60_000,
  );
});
