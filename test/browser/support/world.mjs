// A running application for a browser test: the one at BASE_URL, or one of its own on an empty embedded database with
// the demonstration's people.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../../dist/apps/api/src/main.js', import.meta.url));
const PATIENCE_MS = 120_000;
const ADDRESS = /is at (http:\/\/\S+)/;

/** The public password of the demonstration's people. */
export const PASSWORD = 'tally-halves-meet';

/** `{ url, stop }`; `stop` leaves an application alone that was there before. */
export async function openWorld() {
  const given = process.env.BASE_URL;
  if (given) return { url: given, stop: async () => undefined };
  const stateDir = mkdtempSync(join(tmpdir(), 'youquan-world-'));
  // Nobody sits behind the folder of the bank or asks the tax bureau: the tests say what they answer, by files.
  const bank = { BANK_FOLDER: join(stateDir, 'bank'), TAX_BUREAU: 'file' };
  const env = { ...process.env, ...bank, PORT: '0', STATE_DIR: stateDir, DEMO_DATA: 'on', LOG_LEVEL: 'warn' };
  delete env.DATABASE_URL;
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const stop = async () => {
    const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : null;
    child.kill('SIGTERM');
    await ended;
    rmSync(stateDir, { recursive: true, force: true });
  };
  try {
    return { url: await addressOf(child), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function addressOf(child) {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = () => reject(new Error(`the application did not start:\n${said.slice(-4000)}`));
    const timer = setTimeout(fail, PATIENCE_MS);
    child.once('exit', fail);
    child.stderr.on('data', (chunk) => (said += chunk));
    child.stdout.on('data', (chunk) => {
      said += chunk;
      const [, url] = ADDRESS.exec(said) ?? [];
      if (!url) return;
      clearTimeout(timer);
      child.off('exit', fail);
      resolve(url);
    });
  });
}

/** The API for one person: what a test needs beside the browser. */
export async function signedIn(url, login) {
  const answer = await fetch(`${url}/api/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password: PASSWORD }),
  });
  const { token } = await answer.json();
  const call = async (path, options = {}) => {
    const headers = { authorization: `Bearer ${token}`, ...options.headers };
    const result = await fetch(`${url}/api${path}`, { ...options, headers });
    if (!result.ok) throw new Error(`${path}: ${result.status} ${await result.text()}`);
    return result.json();
  };
  const newKey = () => ({ 'idempotency-key': crypto.randomUUID() });
  return {
    get: (path) => call(path),
    post: (path, body) =>
      call(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...newKey() },
        body: JSON.stringify(body),
      }),
    upload(path, name, text) {
      const body = new FormData();
      body.append('files', new Blob([text], { type: 'text/csv' }), name);
      return call(path, { method: 'POST', headers: newKey(), body });
    },
  };
}
