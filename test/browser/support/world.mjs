// A running application for a browser test: the one at BASE_URL, or one of its own on an empty embedded database with
// the demonstration's people.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../../dist/apps/api/src/main.js', import.meta.url));
const PATIENCE_MS = 120_000;
const ADDRESS = /is at (http:\/\/\S+)/;
const MAIL_PATIENCE_MS = 20_000;
const LOOK_EVERY_MS = 100;

/** The public password of the demonstration's people. */
export const PASSWORD = 'tally-halves-meet';

/**
 * `{ url, stop, linkMailed }`; `stop` leaves an application alone that was there before, and `linkMailed` finds the
 * address in a mail that was kept, without the site's name.
 */
export async function openWorld() {
  const given = process.env.BASE_URL;
  if (given)
    return { url: given, stop: async () => undefined, linkMailed: linkMailedIn(process.env.MAIL_FOLDER) };
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
    return { url: await addressOf(child), stop, linkMailed: linkMailedIn(join(stateDir, 'mail')) };
  } catch (error) {
    await stop();
    throw error;
  }
}

const linkMailedIn = (folder) => async (to, path) => {
  for (
    const end = performance.now() + MAIL_PATIENCE_MS;
    performance.now() < end;
    await pause(LOOK_EVERY_MS)
  ) {
    const mail = mailsIn(folder).find((one) => one.to === to && one.text.includes(path));
    if (mail) return /\S+/.exec(mail.text.slice(mail.text.indexOf(path)))[0];
  }
  throw new Error(`no mail to ${to} with ${path} came to ${folder}`);
};

/** The folder comes with the first mail. */
function mailsIn(folder) {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
    return names.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
  } catch (error) {
    if (error.code === 'ENOENT') return [];
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
