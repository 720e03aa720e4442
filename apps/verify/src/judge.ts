// From a text that somebody dropped to what can be said of each receipt in it.
import { judgeReceipt, openCheckpoint, type Receipt, type ReceiptFault, type Verifier } from '#audit/offline';

export interface Proved {
  readonly receipt: Receipt;
  readonly log: string;
  readonly size: number;
  readonly signedAt: string;
}
export type Judgement = { readonly fault: ReceiptFault } | { readonly proved: Proved };
export type Answer = 'not_json' | 'empty' | readonly Judgement[];

/** One receipt, a list of them, or a page of a list as the API gives it. */
function listOf(content: unknown): readonly unknown[] {
  if (Array.isArray(content)) return content as unknown[];
  const { items } = (content ?? {}) as { items?: unknown };
  return Array.isArray(items) ? (items as unknown[]) : [content];
}

export function judge(text: string, verifier: Verifier): Answer {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return 'not_json';
  }
  const receipts = listOf(content);
  return receipts.length === 0 ? 'empty' : receipts.map((receipt) => judgeOne(receipt, verifier));
}

function judgeOne(given: unknown, verifier: Verifier): Judgement {
  const fault = judgeReceipt(given, verifier);
  if (fault) return { fault };
  const receipt = given as Receipt;
  const checkpoint = openCheckpoint(receipt.checkpoint, verifier);
  const { origin = '', size = 0, at = '' } = checkpoint ?? {};
  return { proved: { receipt, log: origin, size, signedAt: at } };
}
