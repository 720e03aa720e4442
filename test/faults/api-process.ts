// The API as a process that can be killed with -9 and started again at the same address.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

const MAIN = resolve(__dirname, '../../dist/apps/api/src/main.js');

export class ApiProcess {
  private child: ChildProcess | null = null;
  private said = '';
  /** How often it ended without being told to: it shall outlive its database. */
  ownEnds = 0;

  constructor(
    readonly url: string,
    private readonly env: Readonly<Record<string, string>>,
  ) {}

  /** Resolves when it listens. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [MAIN], {
      env: { ...this.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    child.stderr.on('data', (chunk: Buffer) => (this.said = `${this.said}${chunk.toString()}`.slice(-5_000)));
    child.once('exit', () => {
      if (this.child === child) this.ownEnds += 1;
    });
    const isUp = new Promise<boolean>((resolveUp) => {
      child.stdout.on('data', (chunk: Buffer) => {
        if (chunk.toString().includes(this.url)) resolveUp(true);
      });
      child.once('exit', () => resolveUp(false));
    });
    if (await isUp) return;
    throw new Error(`The API ended before it listened. ${this.said}`);
  }

  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.child;
    this.child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
}
