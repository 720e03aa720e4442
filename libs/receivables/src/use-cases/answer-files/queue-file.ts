// The open queue as a table to be decided in a spreadsheet and handed in again. No cell of it is a formula.
import { Injectable } from '@nestjs/common';
import { csvLine } from '#kernel';
import { Organisations } from '#parties';
import { type Actor, Db } from '#platform';
import { type QueueItem, QueueStore } from '../../data/queue.store';
import { ANSWER_COLUMNS, type AnswerColumn } from '../../domain/answer-file';

const AT_ONCE = 1000;
/** So that spreadsheet programs read the text as UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

@Injectable()
export class QueueFile {
  constructor(
    private readonly db: Db,
    private readonly queue: QueueStore,
    private readonly organisations: Organisations,
  ) {}

  /** Pieces of CSV, made as they are taken. */
  async *pieces({ scope }: Actor): AsyncGenerator<string> {
    yield BYTE_ORDER_MARK + csvLine(ANSWER_COLUMNS);
    for (let cursor: string | undefined; ;) {
      const page = { task: 'open', limit: AT_ONCE, ...(cursor !== undefined && { cursor }) } as const;
      const items = (await this.queue.page(this.db.reads, scope, page)).slice(0, AT_ONCE);
      const supplierIds = items.map(({ receivable }) => receivable.supplierId);
      const suppliers = await this.organisations.byIds(this.db.reads, [...new Set(supplierIds)]);
      const nameOf = (id: string) => suppliers.get(id)?.legalName ?? '';
      yield items.map((item) => lineOf(item, nameOf(item.receivable.supplierId))).join('');
      cursor = items.at(-1)?.id;
      if (items.length < AT_ONCE) return;
    }
  }
}

function lineOf({ receivable }: QueueItem, supplierName: string): string {
  const { id, invoiceNumber, issueDate, dueDate, payable, answerBy } = receivable;
  const cells: Readonly<Partial<Record<AnswerColumn, string | null>>> = {
    receivable_id: id,
    number: invoiceNumber,
    issue_date: issueDate,
    due_date: dueDate,
    seller_name: supplierName,
    currency: payable.currency,
    payable_amount: payable.amount,
    answer_by: answerBy,
  };
  return csvLine(ANSWER_COLUMNS.map((column) => cells[column] ?? ''));
}
