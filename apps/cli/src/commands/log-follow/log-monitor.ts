// `log monitor`: follows a log from another machine with nothing but its public key, and keeps what it saw. A fork is
// reported with both signed checkpoints, which prove it to anyone.
import { readFile, rename, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Policy, PolicyFault, readPolicy } from '#audit/offline';
import { verifierFrom } from '../../public-key';
import { type CommandLine, type CommandResult, UsageError } from '../../output';
import { type Followed, followLog } from './follow-log';
import { LogSource, UnreachableLog } from './log-source';

export interface MonitorOptions {
  readonly url: string;
  /** Where the newest sound checkpoint is kept. */
  readonly state: string;
  readonly key?: string;
  readonly seen: readonly string[];
  /** File of the trusted witnesses (C2SP tlog-policy). */
  readonly witnesses?: string;
  readonly once: boolean;
  readonly everySeconds: number;
}

export function logMonitor(options: MonitorOptions): CommandResult {
  const ending = { held: false };
  return {
    lines: looks(options, ending),
    get held() {
      return ending.held;
    },
  };
}

/** Ends at the first fault: what follows a fork says nothing more. */
async function* looks(options: MonitorOptions, ending: { held: boolean }): AsyncGenerator<CommandLine> {
  const verifier = await verifierFrom(options.key);
  const source = new LogSource(options.url);
  const seen = await Promise.all(options.seen.map((file) => mustRead('checkpoint', file)));
  const policy = options.witnesses === undefined ? null : await policyIn(options.witnesses);
  for (;;) {
    const kept = await readFile(options.state, 'utf8').catch(missing);
    try {
      const followed = await followLog(source, verifier, { kept, seen, policy });
      ending.held = followed.fault === null;
      await keep(ending.held ? options.state : `${options.state}.fork`, followed.note);
      yield lineOf(followed, options.state);
      if (options.once || !ending.held) return;
    } catch (error) {
      if (!(error instanceof UnreachableLog)) throw error;
      yield { json: { fault: null, unreachable: error.message }, text: error.message };
      ending.held = false;
      if (options.once) return;
    }
    await sleep(options.everySeconds * 1_000);
  }
}

function missing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw new UsageError(`The state "${error.path ?? ''}" cannot be read.`);
}

async function mustRead(what: string, file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new UsageError(`The ${what} "${file}" cannot be read.`);
  }
}

async function policyIn(file: string): Promise<Policy> {
  const text = await mustRead('file of witnesses', file);
  try {
    return readPolicy(text);
  } catch (error) {
    if (error instanceof PolicyFault)
      throw new UsageError(`"${file}" is no file of witnesses (C2SP tlog-policy): ${error.message}`);
    throw error;
  }
}

async function keep(file: string, note: string): Promise<void> {
  await writeFile(`${file}.new`, note);
  await rename(`${file}.new`, file);
}

function lineOf({ origin, fault, size, entries, witnessed }: Followed, state: string): CommandLine {
  const json = { origin, held: fault === null, size, entries, fault, witnessed };
  const others = witnessed
    ? `; ${witnessed.size} leaves cosigned by ${witnessed.by.join(', ') || 'nobody'}`
    : '';
  if (fault === null)
    return {
      json,
      text: `${origin}: ${size} leaves, ${entries} of them read and hashed; the log holds${others}`,
    };
  return {
    json,
    text: `${origin}: ${fault}.\nThe checkpoint at fault is in ${state}.fork, the one kept before in ${state}.`,
  };
}
