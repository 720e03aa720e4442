// Receipts of what was done, downloaded by those who may have them and verified by another process in an empty folder,
// which knows the log's public key and has neither database nor platform to ask.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { projectFolder } from '#config/env';
import { type Client, Refusal } from '../client';
import { check } from './expectation';
import { seenBy } from './wait';

/** What somebody holds a receipt of: their own deed, or one that they may see. */
export interface Evidence {
  readonly of: 'registration' | 'search' | 'confirmation' | 'notice' | 'offer';
  readonly login: string;
  readonly subjectId: string;
}
interface Receipts {
  readonly items: readonly { readonly id: string; readonly opened: object }[];
}
interface Verdict {
  readonly file: string;
  readonly valid: boolean;
  readonly reason: string | null;
}

const COMMAND = join(projectFolder(), 'dist', 'apps', 'cli', 'src', 'main.js');
const NOT_SEQUENCED = 'audit.not_sequenced_yet';

export async function verifyOffline(
  baseUrl: string,
  evidence: readonly Evidence[],
  signedIn: (login: string) => Promise<Client>,
) {
  const folder = mkdtempSync(join(tmpdir(), 'youquan-receipts-'));
  try {
    const key = await (await fetch(`${baseUrl}/api/log/key`)).text();
    writeFileSync(join(folder, 'log.key'), key);
    const files: string[] = [];
    for (const { of, login, subjectId } of evidence) {
      const receipts = await download(await signedIn(login), subjectId);
      check(receipts.items.length > 0, `a receipt of the ${of}`, receipts);
      files.push(`${of}.json`);
      writeFileSync(join(folder, `${of}.json`), JSON.stringify(receipts));
      if (of === 'offer') writeFileSync(join(folder, 'forged.json'), forged(receipts));
    }
    const genuine = await verifier(folder, files);
    check(genuine.code === 0 && genuine.verdicts.every(({ valid }) => valid), 'valid receipts', genuine);
    const forgery = await verifier(folder, ['forged.json']);
    check(forgery.code === 1 && forgery.verdicts.some(({ valid }) => !valid), 'a refused forgery', forgery);
    return {
      files,
      valid: genuine.verdicts.length,
      forged: forgery.verdicts.find(({ valid }) => !valid)?.reason,
      key: key.trim(),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A deed gets its place in the log a moment after it is done. */
function download(client: Client, subjectId: string): Promise<Receipts> {
  const ask = (): Promise<Receipts> =>
    client.get<Receipts>(`/receipts?limit=50&subjectId=${subjectId}`).catch((error: unknown) => {
      if (error instanceof Refusal && error.problem.code === NOT_SEQUENCED) return { items: [] };
      throw error;
    });
  return seenBy('receipts', ask, ({ items }) => items.length > 0);
}

/** The same receipts, telling another story. */
const forged = ({ items }: Receipts): string =>
  JSON.stringify({
    items: items.map(
      (receipt) => JSON.parse(JSON.stringify(receipt).replace(/"\d+\.\d+"/, '"9.99"')) as object,
    ),
  });

async function verifier(folder: string, files: readonly string[]) {
  const words = [COMMAND, 'receipt', 'verify', '--json', '--key', 'log.key', ...files];
  const child = spawn(process.execPath, words, { cwd: folder, env: {}, stdio: ['ignore', 'pipe', 'pipe'] });
  const [output, complaints, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  const verdicts = output
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Verdict);
  return { code, verdicts, complaints };
}
