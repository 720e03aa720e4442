// Sees to it that a throwaway database does not outlive us: a small process of its own holds the end of a pipe
// and clears away when the pipe closes, which happens also when we are killed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { clearAway } from './clear-away';

/** Watches over `folder`; the function it returns clears the folder away now. */
export function guard(folder: string): () => Promise<void> {
  const guardian = spawn(process.execPath, [join(__dirname, 'guardian-process.js'), folder], {
    cwd: '/',
    detached: true,
    env: { PATH: process.env['PATH'] },
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const pipe = guardian.stdin as Socket;
  // Killed by someone, it is missed only at the end, where we clear away ourselves.
  pipe.on('error', () => undefined);
  guardian.on('error', () => undefined);
  guardian.unref();
  pipe.unref();
  return async () => {
    if (guardian.exitCode === null && guardian.signalCode === null && guardian.pid !== undefined) {
      const ended = once(guardian, 'exit');
      guardian.ref();
      pipe.end();
      await ended;
    }
    if (existsSync(folder)) await clearAway(folder);
  };
}
