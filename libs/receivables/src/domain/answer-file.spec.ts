import { DomainError, newId } from '#kernel';
import {
  ANSWER_COLUMNS,
  ANSWER_FILE_STATES,
  ANSWER_FILE_TRANSITIONS,
  type AnswerColumn,
  answerOf,
  assertMayBecome,
  isAtWork,
  placesIn,
  STAGE_OF,
} from './answer-file';

const id = newId<'receivable'>(1);
const line = (cells: Partial<Record<AnswerColumn, string>>) =>
  answerOf(
    ANSWER_COLUMNS.map((column) => ({ receivable_id: id, currency: 'CNY', ...cells })[column] ?? ''),
    placesIn(ANSWER_COLUMNS),
  );

describe('a file of answers', () => {
  const order = ['planning', 'planned', 'applying', 'applied', 'checking', 'checked'];
  it.each(ANSWER_FILE_STATES.flatMap((from) => ANSWER_FILE_STATES.map((to) => [from, to] as const)))(
    '%s -> %s only to the next',
    (from, to) => {
      const isNext = order.indexOf(to) === order.indexOf(from) + 1;
      expect(ANSWER_FILE_TRANSITIONS[from].includes(to)).toBe(isNext);
      const attempt = () => assertMayBecome({ state: from }, to);
      if (isNext) expect(attempt).not.toThrow();
      else expect(attempt).toThrow(DomainError);
    },
  );

  it.each(ANSWER_FILE_STATES)('%s writes the lines of its stage, and is at work until it has', (state) => {
    expect(isAtWork(state)).toBe(STAGE_OF[state] !== state);
  });
});

describe('a line of it', () => {
  it('is passed over without a decision', () => expect(line({ note: 'later' })).toBeNull());

  it('is an answer, however its columns are ordered and written', () => {
    const header = ['Decision', ' RECEIVABLE_ID ', 'confirmed_amount', 'currency', 'reason'];
    const cells = ['Dispute', id.toUpperCase(), '600.00', 'cny', 'PRICE'];
    expect(answerOf(cells, placesIn(header))).toMatchObject({
      ...{ receivableId: id, decision: 'dispute', reason: 'price' },
      confirmedAmount: { amount: '600.00', currency: 'CNY' },
    });
  });

  it.each<[Partial<Record<AnswerColumn, string>>, AnswerColumn]>([
    [{ decision: 'yes' }, 'decision'],
    [{ decision: 'confirm', receivable_id: '7' }, 'receivable_id'],
    [{ decision: 'confirm', receivable_id: "'; drop table x" }, 'receivable_id'],
    [{ decision: 'dispute', confirmed_amount: '1,000' }, 'confirmed_amount'],
    [{ decision: 'dispute', confirmed_amount: '=1+1' }, 'confirmed_amount'],
    [{ decision: 'dispute', confirmed_amount: '1e9' }, 'confirmed_amount'],
    [{ decision: 'reject', reason: 'because' }, 'reason'],
    [{ decision: 'reject', note: 'x'.repeat(501) }, 'note'],
    [{ decision: 'reject', note: 'a\u0000b' }, 'note'],
    [{ decision: 'confirm', order_number: 'x'.repeat(101) }, 'order_number'],
    [{ decision: 'confirm', goods_receipt_number: '\ud800' }, 'goods_receipt_number'],
  ])('is refused by its column: %j', (cells, column) => {
    expect(line(cells)).toMatchObject({ code: 'receivables.answer_line_malformed', details: { column } });
  });
});
