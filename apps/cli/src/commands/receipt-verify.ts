// `receipt verify`: our own receipts, offline, by nothing but the log's public key.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readSigner, readVerifier, refuteReceipt, type Verifier } from '#audit/offline';
import { readEnv } from '#config/env';
import { type CommandLine, type CommandResult, UsageError } from '../output';

interface Answer {
  readonly file: string;
  readonly valid: boolean;
  readonly reason: string | null;
  readonly deedId: string | null;
  readonly leafIndex: number | null;
}

/**
 * One line a receipt; a file holds one, or a list as the API gives it.
 * @param keyFile the line that `log key` prints; left out: the key of this installation
 */
export async function receiptVerify(files: readonly string[], keyFile?: string): Promise<CommandResult> {
  const verifier = keyFile === undefined ? await ownKey() : await givenKey(keyFile);
  const answers: Answer[] = [];
  for (const file of files) answers.push(...(await judge(file, verifier)));
  const lines = answers.map(({ reason, ...answer }): CommandLine => {
    const { file, valid, deedId } = answer;
    const text = `${file}  ${deedId ?? ''}  ${valid ? 'valid' : `not valid: ${reason ?? ''}`}`;
    return { json: { file, valid, reason, deedId, leafIndex: answer.leafIndex }, text };
  });
  return { lines, held: answers.every(({ valid }) => valid) };
}

async function judge(file: string, verifier: Verifier): Promise<Answer[]> {
  const nothing = { file, valid: false, deedId: null, leafIndex: null };
  let content: unknown;
  try {
    content = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    const unread = (error as NodeJS.ErrnoException).code !== undefined;
    return [{ ...nothing, reason: unread ? 'the file cannot be read' : 'the file is not JSON' }];
  }
  const receipts = listOf(content);
  if (receipts.length === 0) return [{ ...nothing, reason: 'the file holds no receipt' }];
  return receipts.map((receipt): Answer => {
    const reason = refuteReceipt(receipt, verifier);
    if (reason !== null) return { ...nothing, reason };
    const { leaf, leafIndex } = receipt as { leaf: { deedId: string }; leafIndex: number };
    return { file, valid: true, reason, deedId: leaf.deedId, leafIndex };
  });
}

function listOf(content: unknown): readonly unknown[] {
  if (Array.isArray(content)) return content as unknown[];
  const { items } = (content ?? {}) as { items?: unknown };
  return Array.isArray(items) ? (items as unknown[]) : [content];
}

async function givenKey(file: string): Promise<Verifier> {
  const verifier = readVerifier(await text(file));
  if (!verifier) throw new UsageError(`"${file}" holds no public key as "log key" prints it.`);
  return verifier;
}

async function ownKey(): Promise<Verifier> {
  const { logName, logKeyFile, stateDir } = readEnv();
  return readSigner(logName, await text(logKeyFile ?? join(stateDir, 'log-key.pem')));
}

async function text(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new UsageError(`The key file "${file}" cannot be read. Give the log's public key: --key FILE.`);
  }
}
