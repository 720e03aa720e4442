// The refused rows of an upload as they came, with the reasons behind each: the file can be corrected and uploaded again,
// for columns that nobody knows are passed over. What is no table is listed by its file.
import { Injectable } from '@nestjs/common';
import { Documents, tableCells, type WrittenRow } from '#documents';
import { type Actor, Db } from '#platform';
import { OutcomeStore, type RefusedRow } from '../../../data/uploads/outcome.store';
import { UploadStore } from '../../../data/uploads/upload.store';
import { errors } from '../../../domain/errors';
import type { OutcomeReason } from '../../../domain/intake';
import { stageOf, type Upload, type UploadSide } from '../../../domain/upload';

/** A part of what was refused, in the order of the files. */
export type RefusedPart =
  | {
      readonly is: 'header';
      readonly fileName: string;
      readonly sheet: string | null;
      readonly cells: readonly string[];
      readonly columns: readonly (string | null)[];
    }
  | {
      readonly is: 'row';
      readonly line: number;
      readonly cells: readonly string[];
      /** Null below the first row of an invoice of several. */
      readonly reasons: readonly OutcomeReason[] | null;
    }
  | { readonly is: 'file'; readonly fileName: string; readonly reasons: readonly OutcomeReason[] };

@Injectable()
export class RefusedRows {
  constructor(
    private readonly db: Db,
    private readonly uploads: UploadStore,
    private readonly outcomes: OutcomeStore,
    private readonly documents: Documents,
  ) {}

  /** Read as they are taken. @throws receivables.upload_not_found, also for one of the other side, receivables.refused_rows_none */
  async execute(actor: Actor, side: UploadSide, id: string): Promise<AsyncGenerator<RefusedPart>> {
    const upload = await this.uploads.byId(this.db.reads, actor.scope, id);
    if (upload?.side !== side) throw errors.upload_not_found({ uploadId: id });
    if (upload.refused === 0) throw errors.refused_rows_none();
    return this.parts(actor, upload);
  }

  private async *parts(actor: Actor, upload: Upload): AsyncGenerator<RefusedPart> {
    const ids = await this.uploads.documentIds(this.db.reads, actor.scope, upload.id);
    const others: RefusedRow[] = [];
    for (const { id, sha256 } of await this.documents.byIds(this.db.reads, ids)) {
      const refused = this.refused(actor, upload, id);
      const first = await nextOf(refused, others);
      if (first) yield* rowsOf(tableCells(await this.documents.pathOf(sha256)), first, refused, others);
    }
    for (const { fileName, reasons } of others) yield { is: 'file', fileName, reasons };
  }

  private async *refused(actor: Actor, upload: Upload, documentId: string): AsyncGenerator<RefusedRow> {
    const stage = upload.state === 'undone' && upload.withdrawn === 0 ? 'planned' : stageOf(upload);
    for (let after = 0; ;) {
      const rows = await this.outcomes.refused(this.db.reads, actor.scope, upload.id, {
        ...{ stage, documentId, after },
      });
      yield* rows;
      const last = rows.at(-1);
      if (!last) return;
      after = last.position;
    }
  }
}

/**
 * Walks the rows of the file and the refused invoices side by side; an invoice has every row up to the next one. A sheet
 * without refused rows is left out.
 * @param others takes what has no row to stand in
 */
async function* rowsOf(
  rows: AsyncGenerator<WrittenRow>,
  first: RefusedRow,
  refused: AsyncGenerator<RefusedRow>,
  others: RefusedRow[],
): AsyncGenerator<RefusedPart> {
  const { fileName } = first;
  let wanted: RefusedRow | undefined = first;
  let header: WrittenRow | null = null;
  for await (const row of rows) {
    if (row.isHeader) header = row;
    while (wanted && isBehind(row, wanted)) wanted = await nextOf(refused, others);
    if (!wanted) break;
    if (!isOf(row, wanted)) continue;
    if (header) {
      const { sheet, cells, columns = [] } = header;
      yield { is: 'header', ...{ fileName, sheet, cells, columns } };
      header = null;
    }
    const { line, cells } = row;
    yield { is: 'row', line, cells, reasons: line === wanted.line ? wanted.reasons : null };
  }
}

const isOf = (row: WrittenRow, { sheet, line }: RefusedRow): boolean =>
  !row.isHeader && row.sheet === sheet && row.line >= (line ?? 0);

const isBehind = (row: WrittenRow, { sheet, nextLine, line }: RefusedRow): boolean =>
  line === null || (row.sheet === sheet && nextLine !== null && row.line >= nextLine);

async function nextOf(
  refused: AsyncGenerator<RefusedRow>,
  others: RefusedRow[],
): Promise<RefusedRow | undefined> {
  for (;;) {
    const next = await refused.next();
    if (next.done === true) return undefined;
    if (next.value.line !== null) return next.value;
    others.push(next.value);
  }
}
