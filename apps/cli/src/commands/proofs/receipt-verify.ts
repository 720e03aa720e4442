// `receipt verify`: our own receipts, offline, by nothing but the log's public key.
import { refuteReceipt, type Verifier } from '#audit/offline';
import type { CommandLine, CommandResult } from '../../output';
import { readGiven } from '../../given-file';
import { verifierFrom } from '../../public-key';

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
  const verifier = await verifierFrom(keyFile);
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
  const given = await readGiven(file);
  if ('reason' in given) return [{ ...nothing, reason: given.reason }];
  const receipts = listOf(given.content);
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
