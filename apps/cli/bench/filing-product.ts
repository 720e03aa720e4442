// The product under load: the API as its own process on its own database, and 32 clients that file over HTTP.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import autocannon from 'autocannon';
import { invariant } from '#kernel';
import { sampleFiling } from './filing-sample';

interface ApiProcess {
  readonly url: string;
  /** Peak of the resident memory so far, as sampled; 0 where there is no `ps`. */
  readonly peakMb: () => number;
  readonly stop: () => Promise<void>;
}
interface Load {
  readonly perSecond: number;
  readonly latenciesMs: readonly number[];
}

/**
 * With the heap of `npm start`: where it may grow to gigabytes, garbage is left lying until it has.
 * @param settings the whole environment of the process, so that nothing of the caller's leaks into the figures
 */
export async function startApiProcess(settings: Readonly<Record<string, string>>): Promise<ApiProcess> {
  const main = join(__dirname, '../../api/src/main.js');
  const manifest = await readFile(join(__dirname, '../../../../package.json'), 'utf8');
  const { scripts } = JSON.parse(manifest) as { scripts: { start: string } };
  const heap = scripts.start.split(' ').filter((word) => word.startsWith('--'));
  const child = spawn(process.execPath, [...heap, main], {
    env: { ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const memory = watchMemory(child);
  const stop = async () => {
    memory.stop();
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
  return { url: await addressOf(child), peakMb: memory.peakMb, stop };
}

/** Whatever the process says afterwards is read too: one whose log nobody reads waits for ever when it ends. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said: string | null = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      if (said === null) return;
      said += String(chunk);
      const [url] = /http:\/\/\S+/.exec(said) ?? [];
      if (url === undefined) return;
      said = null;
      resolve(url);
    });
    child.once('exit', () => reject(new Error(`The API process ended before it listened. ${said ?? ''}`)));
  });
}

function watchMemory({ pid }: ChildProcess) {
  let peakKb = 0;
  const sample = async () => {
    const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]);
    peakKb = Math.max(peakKb, Number(stdout.trim()) || 0);
  };
  const timer = setInterval(() => void sample().catch(() => undefined), 500);
  return { peakMb: () => Math.round(peakKb / 1_024), stop: () => clearInterval(timer) };
}

/** Files for so many seconds, each registration another one under a key of its own. */
export async function runProduct(
  url: string,
  token: string,
  connections: number,
  seconds: number,
): Promise<Load> {
  const latenciesMs: number[] = [];
  const refused = new Map<number, number>();
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const load = autocannon(
      { url, connections, duration: seconds, requests: [filing(token)] },
      (error, done) =>
        error ? reject(new Error('The load generator failed.', { cause: error })) : resolve(done),
    );
    load.on('response', (_client, status, _bytes, millis) => {
      latenciesMs.push(millis);
      if (status !== 201) refused.set(status, (refused.get(status) ?? 0) + 1);
    });
  });
  invariant(refused.size === 0 && result.errors === 0, `refused: ${JSON.stringify([...refused])}`);
  return { perSecond: result['2xx'] / result.duration, latenciesMs };
}

const filing = (token: string): autocannon.Request => ({
  method: 'POST',
  path: '/api/registrations',
  setupRequest: (request) => ({
    ...request,
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify(sampleFiling().body),
  }),
});
