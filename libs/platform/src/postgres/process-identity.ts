// Tells a living process from a later one that happens to have the same number.
import { readFileSync } from 'node:fs';

/** Null when no such process lives; a dead child that nobody has collected does not live. */
export function identityOf(pid: number): string | null {
  if (!isRunning(pid)) return null;
  if (process.platform !== 'linux') return String(pid);
  const stat = readStat(pid);
  if (stat === null || stat.state === 'Z') return null;
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  return `${pid} ${stat.startedAt} ${boot}`;
}

export function isSameProcess(identity: string): boolean {
  const pid = Number(identity.split(' ')[0]);
  return Number.isInteger(pid) && pid > 0 && identityOf(pid) === identity;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function readStat(pid: number): { state: string; startedAt: string } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The program's name stands in brackets and may itself hold spaces: count from the closing one.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', startedAt: fields[19] ?? '' };
  } catch {
    return null;
  }
}
