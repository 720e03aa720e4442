// Anyone can prove what was done: receipts over HTTP, checked by a second process that has only the public key.
import { once } from 'node:events';
import { text as read } from 'node:stream/consumers';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DEMO_PASSWORD, OPERATOR_PERSON } from '../../apps/demonstration/cast';
import { Client, Refusal } from '../../apps/demonstration/client';
import { bootstrapOperator } from '../../apps/demonstration/demonstrate';
import { settleCast, type Settled } from '../../apps/demonstration/people';
import { sampleFiling } from '../../apps/cli/bench/filing-sample';
import { readSigner, signCheckpoint } from '#audit';
import { startTestApp, type TestApp } from '../support/app';

const main = resolve(__dirname, '../../dist/apps/cli/src/main.js');

interface ReceiptBody {
  readonly leaf: { readonly deedId: string; readonly action: string };
  readonly leafIndex: number;
  readonly opened: Readonly<Record<string, { readonly value: unknown }>>;
  readonly checkpoint: string;
}

describe('the log', () => {
  let app: TestApp;
  let cast: Settled;
  let lawyer: Client;
  let folder: string;
  let receipt: ReceiptBody;
  let firstCheckpoint: string;

  const youquan = (...words: string[]) => {
    const env = { PATH: process.env['PATH'], DATABASE_URL: app.database.appUrl, STATE_DIR: app.stateDir };
    const { status, stdout } = spawnSync(process.execPath, [main, ...words], { encoding: 'utf8', env });
    const json = words.includes('--json')
      ? stdout
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line) as Record<string, unknown>)
      : [];
    return { status, json };
  };
  const aside = async (...words: string[]) => {
    const env = { PATH: process.env['PATH'], STATE_DIR: folder };
    const child = spawn(process.execPath, [main, ...words], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(child, 'exit') as Promise<[number]>;
    const [printed, [status]] = await Promise.all([read(child.stdout), ended]);
    return { status, json: [JSON.parse(printed) as Record<string, unknown>] };
  };
  const file = (name: string, content: unknown) => {
    const path = join(folder, name);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };
  const text = async (path: string) => {
    const response = await fetch(`${app.url}/api${path}`);
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      text: await response.text(),
    };
  };
  const refusalOf = (request: Promise<unknown>) =>
    request.then(
      () => null,
      (error: unknown) => (error instanceof Refusal ? [error.problem.status, error.problem.code] : error),
    );
  const receiptsOf = async (subjectId: string): Promise<ReceiptBody[]> => {
    for (;;) {
      const page = await lawyer
        .get<{ items: ReceiptBody[] }>(`/receipts?subjectId=${subjectId}`)
        .catch((error: unknown) => {
          if (error instanceof Refusal && error.problem.code === 'audit.not_sequenced_yet') return null;
          throw error;
        });
      if (page) return page.items;
      await sleep(20);
    }
  };
  const register = () => lawyer.post<{ id: string }>('/registrations', sampleFiling().body);

  beforeAll(async () => {
    app = await startTestApp();
    folder = mkdtempSync(join(tmpdir(), 'youquan-proof-'));
    await bootstrapOperator(app.app);
    cast = await settleCast(app.url, OPERATOR_PERSON.login);
    lawyer = await cast.anyone.signIn('lawyer', DEMO_PASSWORD);
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('gives a receipt for a registration soon after it', async () => {
    const { id } = await register();
    const receipts = await receiptsOf(id);
    expect(receipts).toHaveLength(1);
    receipt = receipts[0] as ReceiptBody;
    expect(receipt.leaf.action).toBe('registry.filing_made');
    expect(Object.keys(receipt.opened).sort()).toEqual(['actor', 'details']);
    expect(await lawyer.get(`/receipts/${receipt.leaf.deedId}`)).toMatchObject({ leaf: receipt.leaf });
    firstCheckpoint = receipt.checkpoint;
  });

  it('lets a second process check it, offline, with only the public key', async () => {
    const key = await text('/log/key');
    expect(key).toMatchObject({ status: 200, type: 'text/plain; charset=utf-8' });
    const words = ['receipt', 'verify', '--json', '--key', file('key.txt', key.text)];
    const good = youquan(...words, file('receipt.json', receipt));
    expect(good).toMatchObject({ status: 0, json: [{ valid: true, deedId: receipt.leaf.deedId }] });
    const list = youquan(...words, file('list.json', { items: [receipt, { ...receipt, leafIndex: 0 }] }));
    expect(list).toMatchObject({ status: 1, json: [{ valid: true }, { valid: false }] });
    expect(youquan('log', 'key', '--json').json).toEqual([{ key: key.text.trim() }]);
    expect(youquan('receipt', 'verify', file('own.json', receipt)).status).toBe(0);
  });

  it('answers 1 for what is no receipt, and 2 without a key', () => {
    const key = join(folder, 'key.txt');
    expect(youquan('receipt', 'verify', '--json', '--key', key, file('x.json', 'x'))).toMatchObject({
      status: 1,
      json: [{ valid: false, reason: 'the file is not JSON' }],
    });
    expect(youquan('receipt', 'verify', '--key', key, join(folder, 'absent.json')).status).toBe(1);
    expect(
      youquan('receipt', 'verify', '--key', file('bad.txt', 'no key'), file('r.json', receipt)).status,
    ).toBe(2);
    expect(youquan('receipt', 'verify', '--key', join(folder, 'none'), file('r.json', receipt)).status).toBe(
      2,
    );
  });

  it('shows a receipt to nobody whom the deed does not concern', async () => {
    const bank = await cast.anyone.signIn('jiangnan', DEMO_PASSWORD);
    const { deedId } = receipt.leaf;
    expect(await refusalOf(bank.get(`/receipts/${deedId}`))).toEqual([404, 'audit.deed_not_found']);
    expect(await refusalOf(cast.anyone.get(`/receipts/${deedId}`))).toEqual([401, 'platform.signed_out']);
    expect(await refusalOf(lawyer.get('/receipts/x'))).toMatchObject([400, expect.any(String)]);
    expect(await refusalOf(lawyer.get('/receipts'))).toMatchObject([400, expect.any(String)]);
    expect(await cast.operator.get(`/receipts/${deedId}`)).toMatchObject({ leaf: receipt.leaf });
  });

  it('proves to anyone that a leaf is in it and that it only ever grew', async () => {
    const { id } = await register();
    await receiptsOf(id);
    const sizeOf = (note: string) => Number(note.split('\n')[1]);
    const newest = (await text('/log/checkpoint')).text;
    const [from, to] = [sizeOf(firstCheckpoint), sizeOf(newest)];
    expect(to).toBeGreaterThan(from);
    const consistency = await cast.anyone.get(`/log/checkpoints/${to}/consistency?from=${from}`);
    const inclusion = await cast.anyone.get(`/log/proofs/inclusion?index=${receipt.leafIndex}&size=${from}`);
    const files = [file('consistency.json', consistency), file('inclusion.json', inclusion)];
    const wrong = file('wrong.json', { ...(inclusion as object), leafIdx: receipt.leafIndex + 1 });
    expect(youquan('proof', 'verify', '--json', ...files)).toEqual({
      status: 0,
      json: files.map((name) => ({ file: name, valid: true, reason: null })),
    });
    expect(youquan('proof', 'verify', '--json', ...files, wrong, 'absent.json')).toMatchObject({
      status: 1,
      json: [
        { valid: true },
        { valid: true },
        { file: wrong, valid: false },
        { file: 'absent.json', valid: false },
      ],
    });
    expect(youquan('proof', 'verify').status).toBe(2);
  });

  it.each([
    ['/log/proofs/inclusion?index=100000', 404, 'audit.leaf_not_found'],
    ['/log/proofs/inclusion?index=0&size=100000', 404, 'audit.checkpoint_not_found'],
    ['/log/proofs/inclusion?index=-1', 400, 'platform.input_invalid'],
    ['/log/proofs/inclusion', 400, 'platform.input_invalid'],
    ['/log/checkpoints/100000/consistency?from=1', 404, 'audit.checkpoint_not_found'],
    ['/log/checkpoints/5/consistency?from=6', 400, 'audit.proof_unprovable'],
    ['/log/checkpoints/x/consistency?from=1', 400, 'platform.input_invalid'],
  ])('refuses %s', async (path, status, code) => {
    expect(await refusalOf(cast.anyone.get(path))).toEqual([status, code]);
  });

  it('is recomputed by a command, which also knows what was seen before', () => {
    const seen = file('seen.txt', firstCheckpoint);
    expect(youquan('log', 'verify', '--json', '--seen', seen)).toMatchObject({
      status: 0,
      json: [{ held: true, findings: [], firstBadLeaf: null }],
    });
    const other = file('other.txt', firstCheckpoint.replace('previous', 'Previous'));
    expect(youquan('log', 'verify', '--json', '--seen', other)).toMatchObject({
      status: 1,
      json: [{ held: false }],
    });
    expect(youquan('log', 'verify', '--seen', join(folder, 'none')).status).toBe(2);
  });

  it('is served in tiles that never change', async () => {
    const size = Number((await text('/log/checkpoint')).text.split('\n')[1]);
    const width = Math.min(size, 256);
    for (const level of ['0', 'entries']) {
      const response = await fetch(`${app.url}/api/log/tile/${level}/000${width < 256 ? `.p/${width}` : ''}`);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('application/octet-stream');
      expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      const bytes = Buffer.from(await response.arrayBuffer());
      if (level === '0') expect(bytes).toHaveLength(32 * width);
      else expect(bytes.toString('latin1')).not.toContain('organisationId');
    }
    const refused = await fetch(`${app.url}/api/log/tile/0/x001/000`);
    expect(refused.headers.get('cache-control')).toBe('no-store');
    for (const path of ['0/x001/000', 'no/tile', '0/000.p/999'])
      expect(await refusalOf(cast.anyone.get(`/log/tile/${path}`))).toEqual([404, 'audit.tile_not_found']);
  });

  it('is followed from another machine, over a change of its key, and caught when it forks', async () => {
    const { text: first } = await text('/log/key');
    const key = file('first-key.txt', first);
    const state = join(folder, 'followed');
    // Beside this process, not in it: the server that is looked at runs here.
    const look = () =>
      aside(
        'log',
        'monitor',
        '--json',
        '--once',
        '--url',
        `${app.url}/api/log`,
        '--state',
        state,
        '--key',
        key,
      );
    expect(await look()).toMatchObject({ status: 0, json: [{ held: true, fault: null }] });
    expect(await look()).toMatchObject({ status: 0, json: [{ held: true, fault: null }] });

    const [pem, next] = [join(app.stateDir, 'log-key.pem'), join(folder, 'next.pem')];
    const old = readFileSync(pem, 'utf8');
    expect(youquan('log', 'rotate-key', '--to', next).status).toBe(0);
    writeFileSync(pem, readFileSync(next));
    const { id } = await register();
    const [renewed] = await receiptsOf(id);
    const receiptFile = file('renewed.json', renewed);
    expect(youquan('receipt', 'verify', '--key', key, receiptFile).status).toBe(1);
    const both = file('both.txt', (await text('/log/key')).text);
    const words = ['receipt', 'verify', '--key', both];
    expect(youquan(...words, receiptFile, file('before.json', receipt)).status).toBe(0);
    expect(await look()).toMatchObject({
      status: 0,
      json: [{ held: true, entries: expect.any(Number) as number }],
    });
    expect(youquan('log', 'verify').status).toBe(0);

    const signer = readSigner(first.split('+')[0] ?? '', old);
    const given = { size: 2, previous: 1, at: '2026-11-22T01:00:00.000Z', root: Buffer.alloc(32) };
    writeFileSync(state, signCheckpoint(given, signer));
    expect(await look()).toMatchObject({
      status: 1,
      json: [{ held: false, fault: expect.stringContaining('the log forked') as string }],
    });
  });
});
