// A file of answers on its way: read and planned, applied as proposals, and checked as a whole by a second person. Each
// line is one answer; what is wrong with one leaves its neighbours alone.
import { DomainError, type Id, isId, type Money } from '#kernel';
import {
  ANSWER_REASONS,
  type Answer,
  type AnswerReason,
  type CheckDecision,
  DECISIONS,
  type Decision,
} from './answer';
import type { Proved } from './confirmation/evidence';
import { confirmationErrors as errors } from './confirmation/errors';

export const ANSWER_FILE_STATES = [
  'planning',
  'planned',
  'applying',
  'applied',
  'checking',
  'checked',
] as const;
export type AnswerFileState = (typeof ANSWER_FILE_STATES)[number];

export const ANSWER_FILE_TRANSITIONS: Readonly<Record<AnswerFileState, readonly AnswerFileState[]>> =
  Object.freeze({
    planning: ['planned'],
    planned: ['applying'],
    applying: ['applied'],
    applied: ['checking'],
    checking: ['checked'],
    checked: [],
  });

export type AnswerStage = 'planned' | 'applied' | 'checked';

/** Which lines are being written, or were written last. */
export const STAGE_OF: Readonly<Record<AnswerFileState, AnswerStage>> = Object.freeze({
  planning: 'planned',
  planned: 'planned',
  applying: 'applied',
  applied: 'applied',
  checking: 'checked',
  checked: 'checked',
});

export const isAtWork = (state: AnswerFileState): boolean =>
  state === 'planning' || state === 'applying' || state === 'checking';

export const MOST_LINES = 50_000;

export interface AnswerFile {
  readonly id: Id<'answer_file'>;
  readonly organisationId: string;
  readonly documentId: string;
  readonly fileName: string;
  readonly makerId: string;
  readonly makerSession: string;
  readonly makerKind: Proved['kind'];
  readonly makerMethods: readonly string[];
  readonly state: AnswerFileState;
  /** Lines with a decision that were judged in the present stage; the sum of the next two. */
  readonly linesDone: number;
  readonly sound: number;
  readonly refused: number;
  readonly checkerId: string | null;
  readonly checkerSession: string | null;
  readonly checkerKind: Proved['kind'] | null;
  readonly checkerMethods: readonly string[] | null;
  readonly decision: CheckDecision | null;
  readonly receivedAt: Date;
  readonly movedAt: Date;
  readonly version: number;
}

/** @throws receivables.answer_file_moved_on when it cannot take this step now */
export function assertMayBecome({ state }: Pick<AnswerFile, 'state'>, to: AnswerFileState): void {
  if (!ANSWER_FILE_TRANSITIONS[state].includes(to)) throw errors.answer_file_moved_on({ state });
}

/** The columns of the file; those that are known to invoice tables have their names there. */
export const ANSWER_COLUMNS = [
  'receivable_id',
  'number',
  'issue_date',
  'due_date',
  'seller_name',
  'currency',
  'payable_amount',
  'answer_by',
  'decision',
  'confirmed_amount',
  'reason',
  'note',
  'order_number',
  'goods_receipt_number',
] as const;
export type AnswerColumn = (typeof ANSWER_COLUMNS)[number];

export type ColumnPlaces = ReadonlyMap<AnswerColumn, number>;

export const placesIn = (header: readonly string[]): ColumnPlaces =>
  new Map(
    ANSWER_COLUMNS.flatMap((column): [AnswerColumn, number][] => {
      const place = header.findIndex((heading) => heading.trim().toLowerCase() === column);
      return place < 0 ? [] : [[column, place]];
    }),
  );

const AMOUNT = /^\d{1,15}(\.\d{1,4})?$/;
const LONGEST: Readonly<Partial<Record<AnswerColumn, number>>> = Object.freeze({
  note: 500,
  order_number: 100,
  goods_receipt_number: 100,
});

/** The answer of a line; null where it has no decision yet; what is malformed is named by its column. */
export function answerOf(cells: readonly string[], places: ColumnPlaces): Answer | DomainError | null {
  const at = (column: AnswerColumn): string => {
    const place = places.get(column);
    return (place === undefined ? '' : (cells[place] ?? '')).trim();
  };
  const decision = at('decision').toLowerCase();
  if (decision === '') return null;
  const malformed = faultyColumn(at, decision);
  if (malformed) return errors.answer_line_malformed({ column: malformed });
  const text = (column: AnswerColumn) => (at(column) === '' ? undefined : at(column));
  const amount = text('confirmed_amount');
  const confirmedAmount: Money | undefined =
    amount === undefined ? undefined : { amount, currency: at('currency').toUpperCase() };
  return {
    receivableId: at('receivable_id').toLowerCase(),
    decision: decision as Decision,
    confirmedAmount,
    reason: text('reason')?.toLowerCase() as AnswerReason | undefined,
    note: text('note'),
    orderNumber: text('order_number'),
    goodsReceiptNumber: text('goods_receipt_number'),
  };
}

function faultyColumn(at: (column: AnswerColumn) => string, decision: string): AnswerColumn | undefined {
  const reason = at('reason').toLowerCase();
  const isOneOf = (words: readonly string[], word: string) => words.includes(word);
  if (!isId(at('receivable_id').toLowerCase())) return 'receivable_id';
  if (!isOneOf(DECISIONS, decision)) return 'decision';
  if (at('confirmed_amount') !== '' && !AMOUNT.test(at('confirmed_amount'))) return 'confirmed_amount';
  if (reason !== '' && !isOneOf(ANSWER_REASONS, reason)) return 'reason';
  return (['note', 'order_number', 'goods_receipt_number'] as const).find(
    (column) =>
      at(column).length > (LONGEST[column] ?? 0) || /\p{Cc}/u.test(at(column)) || !at(column).isWellFormed(),
  );
}
