// Ends what runs in a throwaway folder and deletes it. Nothing in it is worth a gentle end.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const ROUNDS = 100;

export async function clearAway(folder: string): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const found = processesOf(folder);
    // SIGQUIT lets PostgreSQL end its own children and free its shared memory.
    for (const pid of found) send(pid, round < ROUNDS / 2 ? 'SIGQUIT' : 'SIGKILL');
    if (found.length === 0 && remove(folder)) {
      // One that was just being started when its parent died shows itself only now.
      await sleep(150);
      if (!existsSync(folder) && processesOf(folder).length === 0) return;
    }
    await sleep(50);
  }
}

function remove(folder: string): boolean {
  try {
    rmSync(folder, { recursive: true, force: true });
    return true;
  } catch {
    return false;
  }
}

function processesOf(folder: string): number[] {
  if (process.platform !== 'linux') return serverOf(folder);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && belongsTo(folder, name))
    .map(Number);
}

function belongsTo(folder: string, pid: string): boolean {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    const ours = ['postgres', 'initdb'].includes(basename(words[0] ?? ''));
    return ours && words.some((word) => word.startsWith(`${folder}/`));
  } catch {
    return false;
  }
}

function serverOf(folder: string): number[] {
  try {
    const pid = Number(readFileSync(join(folder, 'pgdata', 'postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, 0);
    return [pid];
  } catch {
    return [];
  }
}

function send(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Gone already.
  }
}
