// A table as an .xlsx file of one sheet. Every cell is a text or a number, never a formula.
import { columnLetters, SPREADSHEET, textCell, zipped } from './spreadsheet-xml';

export interface TableColumn {
  readonly name: string;
  /** Its cells are decimal numbers, as text. */
  readonly isNumber?: boolean;
}

const STYLES =
  `<styleSheet xmlns="${SPREADSHEET}"><fonts count="2"><font><sz val="11"/></font>` +
  '<font><b/><sz val="11"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
  '<cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>';
const [PLAIN, BOLD] = [0, 1];
const NUMBER = /^-?\d+(\.\d+)?$/;
/** XML knows no other control characters, and no halves of a pair. */
const UNWRITABLE = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** The bytes of the file. They are in memory: the caller bounds the rows. */
export async function xlsxTable(
  sheet: string,
  columns: readonly TableColumn[],
  pages: AsyncIterable<readonly (readonly string[])[]>,
): Promise<Buffer> {
  const xml: string[] = [];
  for await (const piece of pieces(columns, pages)) xml.push(piece);
  return zipped({ styles: STYLES, sheets: [{ name: sheet, xml: xml.join('') }] });
}

async function* pieces(
  columns: readonly TableColumn[],
  pages: AsyncIterable<readonly (readonly string[])[]>,
): AsyncGenerator<string> {
  yield `<worksheet xmlns="${SPREADSHEET}"><cols><col min="1" max="${columns.length}" width="20" customWidth="1"/></cols><sheetData>`;
  const head = columns.map(({ name }, at) => textCell(`${columnLetters(at)}1`, name, BOLD));
  yield `<row r="1">${head.join('')}</row>`;
  let line = 1;
  for await (const rows of pages) {
    yield rows
      .map((cells) => {
        line += 1;
        return `<row r="${line}">${cells.map((cell, at) => cellOf(cell, `${columnLetters(at)}${line}`, columns[at])).join('')}</row>`;
      })
      .join('');
  }
  yield '</sheetData></worksheet>';
}

function cellOf(cell: string, reference: string, column: TableColumn | undefined): string {
  if (cell === '') return '';
  if (column?.isNumber === true && NUMBER.test(cell))
    return `<c r="${reference}" s="${PLAIN}"><v>${cell}</v></c>`;
  return textCell(reference, cell.toWellFormed().replace(UNWRITABLE, ' '), PLAIN);
}
