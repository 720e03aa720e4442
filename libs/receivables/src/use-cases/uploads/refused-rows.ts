// The refused rows of an upload as they came, with the reason behind each: the file can be corrected and uploaded again,
// for columns that nobody knows are passed over. What is no table is listed by its file.
import { Injectable } from '@nestjs/common';
import { Documents, tableCells, type WrittenRow } from '#documents';
import { type Bilingual, csvLine } from '#kernel';
import { type Actor, Db } from '#platform';
import { OutcomeStore, type RefusedRow } from '../../data/uploads/outcome.store';
import { UploadStore } from '../../data/uploads/upload.store';
import { errors } from '../../domain/errors';
import { stageOf, type Upload } from '../../domain/upload';

type Language = keyof Bilingual;
const HEADINGS: Readonly<Record<Language, readonly [file: string, reason: string, fix: string]>> = {
  en: ['file', 'reason', 'fix'],
  zh: ['文件', '原因', '处理办法'],
};
/** So that spreadsheet programs read the text as UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

interface Wanted {
  readonly actor: Actor;
  readonly upload: Upload;
  readonly language: Language;
}

@Injectable()
export class RefusedRows {
  constructor(
    private readonly db: Db,
    private readonly uploads: UploadStore,
    private readonly outcomes: OutcomeStore,
    private readonly documents: Documents,
  ) {}

  /** Pieces of CSV, made as they are taken. @throws receivables.upload_not_found, receivables.refused_rows_none */
  async execute(actor: Actor, id: string, language: Language): Promise<AsyncGenerator<string>> {
    const upload = await this.uploads.byId(this.db.reads, actor.scope, id);
    if (!upload) throw errors.upload_not_found({ uploadId: id });
    if (upload.refused === 0) throw errors.refused_rows_none();
    return this.pieces({ actor, upload, language });
  }

  private async *pieces(wanted: Wanted): AsyncGenerator<string> {
    const { actor, upload, language } = wanted;
    const ids = await this.uploads.documentIds(this.db.reads, actor.scope, upload.id);
    const [file, reason, fix] = HEADINGS[language];
    const others: RefusedRow[] = [];
    yield BYTE_ORDER_MARK;
    for (const { id, sha256 } of await this.documents.byIds(this.db.reads, ids)) {
      const refused = this.refused(wanted, id);
      let next = await refused.next();
      while (next.done !== true && next.value.line === null) {
        others.push(next.value);
        next = await refused.next();
      }
      if (next.done === true) continue;
      const path = await this.documents.pathOf(sha256);
      yield* rowsOf(tableCells(path), next.value, refused, { reason, fix, language, others });
    }
    if (others.length === 0) return;
    yield csvLine([file, reason, fix]);
    for (const one of others) yield csvLine([one.fileName, ...saidOf(one, language)]);
  }

  private async *refused({ actor, upload }: Wanted, documentId: string): AsyncGenerator<RefusedRow> {
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

interface Words {
  readonly reason: string;
  readonly fix: string;
  readonly language: Language;
  /** Takes what has no row to stand in. */
  readonly others: RefusedRow[];
}

/** Walks the rows of the file and the refused invoices side by side; an invoice has every row up to the next one. */
async function* rowsOf(
  rows: AsyncGenerator<WrittenRow>,
  first: RefusedRow,
  refused: AsyncGenerator<RefusedRow>,
  { reason, fix, language, others }: Words,
): AsyncGenerator<string> {
  let wanted: RefusedRow | undefined = first;
  for await (const row of rows) {
    if (row.isHeader) yield csvLine([...row.cells, reason, fix]);
    while (wanted && isBehind(row, wanted)) wanted = await nextOf(refused, others);
    if (!wanted) break;
    if (!isOf(row, wanted)) continue;
    const said = row.line === wanted.line ? saidOf(wanted, language) : ['', ''];
    yield csvLine([...row.cells, ...said]);
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

/** Every reason, and every way out that is told but once. */
function saidOf({ reasons }: RefusedRow, language: Language): [reason: string, fix: string] {
  const said = (texts: readonly Bilingual[]) => [...new Set(texts.map((text) => text[language]))].join(' ');
  return [said(reasons.map(({ message }) => message)), said(reasons.map(({ fix }) => fix))];
}
