// One process at a time: a file holds the number of the process that has the lock. The lock of a process that died
// counts for nothing. Uses nothing but Node.
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Takes the lock until this process ends; returns 0, or the number of the living process that has it. */
export function takeLock(file) {
  mkdirSync(dirname(file), { recursive: true });
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, identityOf(process.pid) ?? '');
  try {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      if (linked(mine, file)) {
        process.once('exit', () => releaseLock(file));
        return 0;
      }
      const holder = contentOf(file);
      if (isAlive(holder)) return Number(holder.split(' ')[0]);
      setAside(file, `${mine}.dead`, holder);
    }
    throw new Error(`Cannot take the lock ${file}: delete it.`);
  } finally {
    rmSync(mine, { force: true });
  }
}

export function releaseLock(file) {
  if (contentOf(file) === identityOf(process.pid)) rmSync(file, { force: true });
}

/** Does the work when no other process does; `onWait` is told once when one does. */
export async function withLock(file, onWait, work) {
  for (let told = false, holder = takeLock(file); holder !== 0; holder = takeLock(file)) {
    if (!told) onWait(holder);
    told = true;
    await sleep(200);
  }
  try {
    return await work();
  } finally {
    releaseLock(file);
  }
}

function linked(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Removes a dead process's lock, unless another took the place in between. */
function setAside(file, aside, holder) {
  try {
    renameSync(file, aside);
    if (contentOf(aside) !== holder) linked(aside, file);
    rmSync(aside, { force: true });
  } catch {
    // Another process was quicker.
  }
}

function contentOf(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function isAlive(identity) {
  const pid = Number(identity.split(' ')[0]);
  return pid > 0 && identityOf(pid) === identity;
}

/** Tells a process from a later one with the same number, where the system says when it was started. */
function identityOf(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return null;
  }
  if (process.platform !== 'linux') return String(pid);
  const stat = contentOf(`/proc/${pid}/stat`);
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z'
    ? null
    : `${pid} ${fields[19]} ${contentOf('/proc/sys/kernel/random/boot_id').trim()}`;
}
