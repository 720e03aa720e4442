// The browser stage of `npm test`: starts the built application on a fresh embedded database with demonstration data
// and runs test/browser/*.mjs against it, with the address in BASE_URL and the browser in CHROMIUM.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRoot, run } from './steps.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
const START_PATIENCE_MS = 120_000;

/** Counts of passed, failed and skipped tests; all zero when there is nothing to run. */
export async function runBrowserTests(say) {
  const none = { passed: 0, failed: 0, skipped: 0 };
  const files = testFiles();
  if (files.length === 0) return none;
  const chromium = findChromium();
  if (chromium === null) {
    say('browser: not run, because no Chromium was found (set CHROMIUM to one)');
    return none;
  }
  const application = await startApplication(say);
  if (application === null) return { ...none, failed: 1 };
  try {
    const { url, mailFolder } = application;
    return await runFiles(files, { BASE_URL: url, MAIL_FOLDER: mailFolder, CHROMIUM: chromium });
  } finally {
    await application.stop();
  }
}

function testFiles() {
  const folder = inRoot('test', 'browser');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.mjs'))
    .map((name) => join(folder, name));
}

function findChromium() {
  if (process.env.CHROMIUM) return existsSync(process.env.CHROMIUM) ? process.env.CHROMIUM : null;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...candidates, MAC].find((file) => existsSync(file)) ?? null;
}

async function startApplication(say) {
  const stateDir = mkdtempSync(join(tmpdir(), 'youquan-browser-'));
  const url = `http://127.0.0.1:${await freePort()}`;
  const environment = {
    ...process.env,
    STATE_DIR: stateDir,
    PORT: new URL(url).port,
    HOST: '127.0.0.1',
    // Nobody sits behind this folder or asks the tax bureau: the tests say what they answer, by the files they bring.
    BANK_FOLDER: join(stateDir, 'bank'),
    TAX_BUREAU: 'file',
  };
  for (const name of [
    'DATABASE_URL',
    'MIGRATION_DATABASE_URL',
    'DEMO_DATA',
    'NODE_ENV',
    'WORKER',
    'LOG_LEVEL',
  ])
    delete environment[name];
  const tether = pathToFileURL(inRoot('apps', 'cli', 'tether.mjs')).href;
  const words = ['--import', tether, inRoot('dist', 'apps', 'api', 'src', 'main.js')];
  const child = spawn(process.execPath, words, { env: environment, stdio: ['pipe', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const stop = async () => {
    const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : null;
    child.stdin.end();
    const timer = setTimeout(() => child.kill('SIGKILL'), 30_000);
    await ended;
    clearTimeout(timer);
    rmSync(stateDir, { recursive: true, force: true });
  };
  if (await isReady(child, () => output)) return { url, mailFolder: join(stateDir, 'mail'), stop };
  say(`browser: the application did not start:\n${output.slice(-4000)}`);
  await stop();
  return null;
}

/** It listens before the demonstration's people are there, and says its address after. */
async function isReady(child, said) {
  for (const deadline = performance.now() + START_PATIENCE_MS; performance.now() < deadline;) {
    if (child.exitCode !== null || child.signalCode !== null) return false;
    if (/ is at http/.test(said())) return true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return false;
}

/**
 * Node's own test runner counts a plain script as one test, and the tests inside a script one by one. Two scripts at
 * a time: they share the application and keep to invoices and people's windows of their own.
 */
async function runFiles(files, variables) {
  const folder = mkdtempSync(join(tmpdir(), 'youquan-tap-'));
  const report = join(folder, 'report.tap');
  const reporters = ['--test-reporter=spec', '--test-reporter-destination=stdout'];
  const words = [...reporters, '--test-reporter=tap', `--test-reporter-destination=${report}`];
  const runner = [process.execPath, '--test', '--test-concurrency=2', ...words, ...files];
  const code = await run(runner, { stdio: 'inherit', env: { ...process.env, ...variables } });
  const text = existsSync(report) ? readFileSync(report, 'utf8') : '';
  rmSync(folder, { recursive: true, force: true });
  const count = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
  const failed = count('fail') + count('cancelled');
  return {
    passed: count('pass'),
    failed: code === 0 ? failed : Math.max(failed, 1),
    skipped: count('skipped'),
  };
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}
