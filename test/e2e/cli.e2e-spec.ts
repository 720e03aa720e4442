// The `youquan` command as people and scripts use it: a process with arguments, standard output and an exit code.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const root = resolve(__dirname, '../..');
const main = join(root, 'dist/apps/cli/src/main.js');
const samples = process.env['SAMPLES_DIR'];
const withSamples = samples ? it : it.skip;
const skipped = samples ? '' : ' (skipped: no samples)';

function youquan(...words: string[]) {
  return youquanIn(process.env, ...words);
}

function youquanIn(env: NodeJS.ProcessEnv, ...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...words], {
    env,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const json = () =>
    stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { status, stdout, stderr, json };
}

describe('identifier check', () => {
  it('answers one JSON value per code, and 0 when all hold', () => {
    const { status, json } = youquan(
      'identifier',
      'check',
      '--json',
      '91110000802100433B',
      '5493001KJTIIGC8Y1R12',
    );
    expect(status).toBe(0);
    expect(json()).toEqual([
      { code: '91110000802100433B', type: 'USCC', valid: true, reason: null },
      { code: '5493001KJTIIGC8Y1R12', type: 'LEI', valid: true, reason: null },
    ]);
  });

  it('answers 1 when one does not hold, and says why', () => {
    const { status, json } = youquan('identifier', 'check', '--json', '91110000802100433C');
    expect(status).toBe(1);
    expect(json()).toMatchObject([{ valid: false, type: 'USCC' }]);
    expect(json()[0]?.['reason']).toMatch(/check/i);
  });
});

describe('invoice check', () => {
  it('reads our own samples, one line an invoice', () => {
    const folder = join(root, 'test/samples');
    const files = readdirSync(folder).filter((name) => /\.(xml|csv)$/.test(name));
    const { status, json } = youquan(
      'invoice',
      'check',
      '--json',
      ...files.map((name) => join(folder, name)),
    );
    expect(status).toBe(0);
    expect(json()).toHaveLength(12);
    expect(json().filter((line) => line['status'] === 'flagged')).toHaveLength(1);
  });

  it('refuses what is not there and what is no invoice, with a rule and a sentence', () => {
    const { status, json } = youquan('invoice', 'check', '--json', 'no-such-file.xml', join(root, 'LICENSE'));
    expect(status).toBe(1);
    expect(json()).toMatchObject([
      { file: 'no-such-file.xml', status: 'refused', reasons: [{ rule: 'file.unreadable' }], invoice: null },
      { status: 'refused', invoice: null },
    ]);
  });

  withSamples(`agrees with the expected values of the real samples${skipped}`, () => {
    const folder = join(samples ?? '', 'e-invoices');
    const [header = '', ...rows] = readFileSync(join(folder, 'expected.csv'), 'utf8').trim().split('\n');
    const names = header.split(',');
    const expected = rows.map((row) => {
      const cells = row.split(',');
      return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']));
    });
    const { json } = youquan(
      'invoice',
      'check',
      '--json',
      ...expected.map((row) => join(folder, row['file'] ?? '')),
    );
    const number = (text: unknown) => (text === null || text === '' ? null : Number(text));
    const seen = json().map(({ invoice }) => invoice as Record<string, unknown>);
    expect(
      seen.map((invoice) => ({
        number: invoice['number'],
        type: invoice['typeCode'],
        issue: invoice['issueDate'],
        due: invoice['dueDate'] ?? '',
        currency: invoice['currency'],
        seller: invoice['sellerName'],
        buyer: invoice['buyerName'],
        payee: invoice['payeeName'] ?? '',
        net: number(invoice['netAmount']),
        gross: number(invoice['grossAmount']),
        prepaid: number(invoice['prepaidAmount']),
        payable: number(invoice['payableAmount']),
        lines: invoice['lineCount'],
      })),
    ).toEqual(
      expected.map((row) => ({
        number: row['number'],
        type: row['type'],
        issue: row['issue'],
        due: row['due'],
        currency: row['currency'],
        seller: row['seller'],
        buyer: row['buyer'],
        payee: row['payee'],
        net: number(row['net']),
        gross: number(row['gross']),
        prepaid: number(row['prepaid']),
        payable: number(row['payable']),
        lines: Number(row['lines']),
      })),
    );
  });
});

describe('wrong usage', () => {
  it.each([
    [['nonsense']],
    [['identifier', 'check']],
    [['invoice']],
    [['identifier', 'check', '--loud', 'x']],
  ])('%j ends with 2 and a word on standard error only', (words) => {
    const { status, stdout, stderr } = youquan(...words);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).not.toBe('');
  });
});

describe('demo', () => {
  const withoutSamples = { ...process.env };
  delete withoutSamples['SAMPLES_DIR'];
  const settings = [
    { input: 'our own invoices', env: withoutSamples, test: it },
    { input: `the sample invoices${skipped}`, env: process.env, test: withSamples },
  ];
  for (const { input, env, test } of settings)
    test(`plays every step with ${input} and ends with 0`, () => playsToTheEnd(env), 240_000);

  function playsToTheEnd(env: NodeJS.ProcessEnv): void {
    const { status, json } = youquanIn(env, 'demo', '--json');
    const steps = json();
    expect(steps.filter(({ held }) => held !== true)).toEqual([]);
    expect(steps.map(({ step }) => step)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('accepted, registered and notified'),
        expect.stringContaining('a second financing is refused'),
        expect.stringContaining('nothing is paid out without a title that counts'),
        expect.stringContaining('the bank rejects a payout'),
        expect.stringContaining('instructed by one, released by another, paid by the bank'),
        expect.stringContaining('matched, split, settled, registration cancelled, limit released'),
        'every limit is free again',
        'what the bank told twice and in the wrong order is booked once',
        'receipts are verified offline, by the public key alone',
        'every book recomputes',
      ]),
    );
    const last = steps.at(-1);
    expect(last?.['step']).toBe('the story reached its end: every deal is settled');
    const { financed, settled } = last?.['seen'] as Record<string, number>;
    expect(financed).toBeGreaterThan(5);
    expect(settled).toBe(financed);
    const told = steps.find(({ step }) => String(step).startsWith('what the bank told twice'));
    const tally = told?.['seen'] as Record<'movements' | 'told' | 'booked', number>;
    expect(tally.booked).toBe(tally.movements);
    expect(tally.told).toBeGreaterThan(tally.movements);
    expect(status).toBe(0);
  }

  it('lets nobody pay where no demonstration runs', () => {
    const { status, stdout, stderr } = youquan('demo', 'pay', 'MY-1', '--json');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/npm start|BANK_FOLDER/);
  });

  (process.platform === 'linux' ? it : it.skip)(
    `leaves nothing running when it is killed in the middle${process.platform === 'linux' ? '' : ' (skipped: needs /proc)'}`,
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'youquan-killed-'));
      // PostgreSQL runs as another account when we are root, and must be able to enter.
      chmodSync(folder, 0o755);
      const child = spawn(process.execPath, [main, 'demo', '--json'], {
        env: { ...process.env, TMPDIR: folder },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await once(child.stdout, 'data');
      expect(processesIn(folder).length).toBeGreaterThan(0);
      child.kill('SIGKILL');
      await once(child, 'exit');
      for (let i = 0; i < 100 && processesIn(folder).length > 0; i++) await sleep(100);
      expect(processesIn(folder)).toEqual([]);
      rmSync(folder, { recursive: true, force: true });
    },
    60_000,
  );
});

describe('the server', () => {
  (process.platform === 'linux' ? it : it.skip)(
    `leaves nothing running when it is told to stop while it still starts${process.platform === 'linux' ? '' : ' (skipped: needs /proc)'}`,
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'youquan-stopped-'));
      chmodSync(folder, 0o755);
      const server = spawn(process.execPath, [join(root, 'dist/apps/api/src/main.js')], {
        env: { ...process.env, STATE_DIR: folder, PORT: '0', DATABASE_URL: '' },
        stdio: 'ignore',
      });
      const ended = once(server, 'exit');
      for (let i = 0; i < 300 && processesIn(folder).length === 0; i++) await sleep(50);
      server.kill('SIGTERM');
      expect(await ended).toEqual([0, null]);
      expect(processesIn(folder)).toEqual([]);
      rmSync(folder, { recursive: true, force: true });
    },
    60_000,
  );
});

/** Command lines that name the folder. */
function processesIn(folder: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && existsSync(`/proc/${name}/cmdline`))
    .flatMap((name) => {
      try {
        const line = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return line.includes(folder) ? [line] : [];
      } catch {
        return [];
      }
    });
}
