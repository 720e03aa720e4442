// One process at a time may prepare or start the database of a folder. The lock of a process that died counts
// for nothing.
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { identityOf, isSameProcess } from './process-identity';

const PATIENCE_MS = 120_000;

export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!take(file)) {
    if (Date.now() > deadline) throw new Error(`Another process holds ${file} for too long.`);
    await sleep(50);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

let counter = 0;

function take(file: string): boolean {
  counter += 1;
  const mine = `${file}.${process.pid}.${counter}`;
  writeFileSync(mine, identityOf(process.pid) ?? '');
  try {
    // A link appears whole or not at all, so a reader never sees an empty lock.
    linkSync(mine, file);
    return true;
  } catch {
    removeWhenDead(file, `${mine}.dead`);
    return false;
  } finally {
    rmSync(mine, { force: true });
  }
}

function removeWhenDead(file: string, aside: string): void {
  try {
    if (isSameProcess(readFileSync(file, 'utf8'))) return;
    renameSync(file, aside);
    // Between reading and renaming another may have taken it: then it goes back.
    if (isSameProcess(readFileSync(aside, 'utf8'))) linkSync(aside, file);
  } catch {
    return;
  } finally {
    rmSync(aside, { force: true });
  }
}
