// A receipt: one deed, proved to be in the log by nothing but the log's public key. It opens what its holder may see.
import { nestsWithin } from './canonical';
import { openCheckpoint } from './checkpoint';
import { commitment, hashOfLeaf, type Leaf, LEAF_FORMAT, type Opened, type Part, PARTS } from './leaf';
import { refuteInclusion } from './merkle';
import type { Verifier } from './note';

export const RECEIPT_FORMAT = 'youquan/receipt/1';

export interface Receipt {
  readonly format: typeof RECEIPT_FORMAT;
  readonly leaf: Leaf;
  readonly opened: Readonly<Partial<Record<Part, Opened>>>;
  readonly leafIndex: number;
  /** Base64, from the leaf upwards. */
  readonly inclusion: readonly string[];
  /** Signed note. */
  readonly checkpoint: string;
  /** `name+id` of the key that signed the checkpoint. */
  readonly keyId: string;
}

type Fields = Readonly<Record<string, unknown>>;
const LEAF_FIELDS = 'action,at,commitments,deedId,format,subjectId,subjectType,subjectVersion';
const HASH = /^[A-Za-z0-9+/]{43}=$/;
const MAX_INCLUSION = 64;
const MAX_DEPTH = 50;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isHash = (value: unknown): value is string => typeof value === 'string' && HASH.test(value);
const bytes = (text: string) => Buffer.from(text, 'base64');

/** What is checked of a receipt, in this order. */
export const RECEIPT_STEPS = ['form', 'checkpoint', 'parts', 'inclusion'] as const;
export type ReceiptStep = (typeof RECEIPT_STEPS)[number];
export interface ReceiptFault {
  readonly step: ReceiptStep;
  readonly reason: string;
}

/** Null when the receipt holds, else the first step that it fails. Takes anything that JSON can hold. */
export function judgeReceipt(given: unknown, verifier: Verifier): ReceiptFault | null {
  const receipt = asReceipt(given);
  if (typeof receipt === 'string') return { step: 'form', reason: receipt };
  const checkpoint = openCheckpoint(receipt.checkpoint, verifier);
  if (!checkpoint) return { step: 'checkpoint', reason: 'the checkpoint is not signed by this key' };
  const wrongPart = PARTS.find((part) => !opensCommitment(receipt, part));
  if (wrongPart) return { step: 'parts', reason: `the ${wrongPart} shown are not those of the deed` };
  const reason = refuteInclusion({
    leafIndex: BigInt(receipt.leafIndex),
    treeSize: BigInt(checkpoint.size),
    leafHash: hashOfLeaf(receipt.leaf),
    root: checkpoint.root,
    proof: receipt.inclusion.map(bytes),
  });
  return reason === null ? null : { step: 'inclusion', reason };
}

/** Null when the receipt holds, else the first reason why it does not. */
export const refuteReceipt = (given: unknown, verifier: Verifier): string | null =>
  judgeReceipt(given, verifier)?.reason ?? null;

function opensCommitment({ leaf, opened }: Receipt, part: Part): boolean {
  const shown = opened[part];
  return shown === undefined || commitment(bytes(shown.salt), shown.value) === leaf.commitments[part];
}

/** The receipt, or what keeps the value from being one. */
function asReceipt(given: unknown): Receipt | string {
  if (!isFields(given) || given['format'] !== RECEIPT_FORMAT) return `it is not a ${RECEIPT_FORMAT}`;
  const { leaf, opened, leafIndex, inclusion, checkpoint } = given;
  if (!isLeaf(leaf)) return 'the leaf is malformed';
  if (!isOpened(opened)) return 'the opened parts are malformed';
  const isIndex = typeof leafIndex === 'number' && Number.isSafeInteger(leafIndex) && leafIndex >= 0;
  if (!isIndex) return 'the leaf index is malformed';
  if (!Array.isArray(inclusion) || inclusion.length > MAX_INCLUSION || !inclusion.every(isHash))
    return 'the inclusion proof is malformed';
  if (typeof checkpoint !== 'string') return 'the checkpoint is malformed';
  return given as unknown as Receipt;
}

function isLeaf(given: unknown): boolean {
  if (!isFields(given) || Object.keys(given).sort().join() !== LEAF_FIELDS) return false;
  const { format, commitments, subjectVersion, ...texts } = given;
  if (format !== LEAF_FORMAT || typeof subjectVersion !== 'number' || !isFields(commitments)) return false;
  if (!Object.values(texts).every((text) => typeof text === 'string')) return false;
  return Object.keys(commitments).sort().join() === PARTS.join() && Object.values(commitments).every(isHash);
}

function isOpened(given: unknown): boolean {
  if (!isFields(given) || Object.keys(given).some((part) => !PARTS.includes(part as Part))) return false;
  return Object.values(given).every(
    (shown) =>
      isFields(shown) && isHash(shown['salt']) && 'value' in shown && nestsWithin(shown['value'], MAX_DEPTH),
  );
}
