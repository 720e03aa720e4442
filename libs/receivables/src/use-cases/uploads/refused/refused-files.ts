// The refused rows as a file to correct: CSV of any length, or a workbook. Behind the cells stand reason and way out.
import { Injectable } from '@nestjs/common';
import { xlsxTable } from '#documents';
import { type Bilingual, csvLine } from '#kernel';
import type { Actor } from '#platform';
import { errors } from '../../../domain/errors';
import type { OutcomeReason } from '../../../domain/intake';
import type { UploadSide } from '../../../domain/upload';
import { type RefusedPart, RefusedRows } from './refused-rows';

type Language = keyof Bilingual;
const WORDS: Readonly<
  Record<Language, { readonly file: string; readonly said: readonly string[]; readonly sheet: string }>
> = {
  en: { file: 'file', said: ['reason', 'fix'], sheet: 'refused' },
  zh: { file: '文件', said: ['原因', '处理办法'], sheet: '被拒绝的行' },
};
/** So that spreadsheet programs read the text as UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';
/** A workbook is made in memory. */
export const MOST_WORKBOOK_ROWS = 20_000;

@Injectable()
export class RefusedFiles {
  constructor(private readonly refused: RefusedRows) {}

  /** Pieces of CSV, made as they are taken. @throws receivables.upload_not_found, receivables.refused_rows_none */
  async csv(actor: Actor, side: UploadSide, id: string, language: Language): Promise<AsyncGenerator<string>> {
    return piecesOf(linesOf(await this.refused.execute(actor, side, id), language));
  }

  /** @throws the same, and receivables.refused_rows_many beyond what a workbook is made for */
  async xlsx(actor: Actor, side: UploadSide, id: string, language: Language): Promise<Buffer> {
    const lines: (readonly string[])[] = [];
    for await (const line of linesOf(await this.refused.execute(actor, side, id), language)) {
      if (lines.length > MOST_WORKBOOK_ROWS) throw errors.refused_rows_many({ limit: MOST_WORKBOOK_ROWS });
      lines.push(line);
    }
    const width = Math.max(0, ...lines.map(({ length }) => length));
    const [head = [], ...rows] = lines;
    const columns = Array.from({ length: width }, (_, at) => ({ name: head[at] ?? '' }));
    return xlsxTable(WORDS[language].sheet, columns, inOnePage(rows));
  }
}

async function* piecesOf(lines: AsyncGenerator<readonly string[]>): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK;
  for await (const line of lines) yield csvLine(line);
}

async function* inOnePage(rows: readonly (readonly string[])[]) {
  yield await Promise.resolve(rows);
}

async function* linesOf(
  parts: AsyncGenerator<RefusedPart>,
  language: Language,
): AsyncGenerator<readonly string[]> {
  const { file, said } = WORDS[language];
  let width = 0;
  let hasFiles = false;
  for await (const part of parts) {
    if (part.is === 'header') {
      width = part.cells.length;
      yield [...part.cells, ...said];
    } else if (part.is === 'row') {
      const cells = Array.from({ length: width }, (_, at) => part.cells[at] ?? '');
      yield [...cells, ...part.cells.slice(width), ...saidOf(part.reasons ?? [], language)];
    } else {
      if (!hasFiles) yield [file, ...said];
      hasFiles = true;
      yield [part.fileName, ...saidOf(part.reasons, language)];
    }
  }
}

/** Every reason, and every way out that is told but once. */
function saidOf(reasons: readonly OutcomeReason[], language: Language): [reason: string, fix: string] {
  const joined = (texts: readonly Bilingual[]) => [...new Set(texts.map((text) => text[language]))].join(' ');
  return [joined(reasons.map(({ message }) => message)), joined(reasons.map(({ fix }) => fix))];
}
