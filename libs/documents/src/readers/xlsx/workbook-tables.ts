// Opens a workbook (ECMA-376 SpreadsheetML) and hands out its visible sheets in their order, each a table to be read
// from the stream.
import { posix } from 'node:path';
import { errors } from '../../domain/errors';
import type { TableSheet } from '../table/table-row';
import { WorkbookFile } from './workbook-file';
import { isDateFormat } from './cell-text';
import { type Book, sheetRows } from './sheet-rows';
import { readSharedStrings, StringTable } from './string-table';
import { attribute, type Attributes, readXmlPart, type XmlHandler } from './xml-events';

const MAX_SHEETS = 100;
const MAX_STYLES = 65_536;

interface Relation {
  readonly id: string;
  /** The last word of its type, as "worksheet". */
  readonly type: string;
  readonly target: string;
}

export interface Workbook {
  sheets(): Generator<TableSheet>;
  close(): Promise<void>;
}

/** @throws documents.workbook_malformed and what else is wrong with the file as a whole */
export async function openWorkbook(bytes: AsyncIterable<Uint8Array>): Promise<Workbook> {
  const file = await WorkbookFile.open(bytes);
  try {
    if (file.names().some((name) => name.endsWith('vbaproject.bin'))) throw errors.workbook_macros();
    const main = (await relationsOf(file, '')).find(({ type }) => type === 'officeDocument')?.target;
    if (main === undefined || !file.has(main)) throw errors.format_unknown();
    const relations = await relationsOf(file, main);
    const outline = await outlineOf(file, main);
    const book = await bookOf(file, relations, outline.is1904);
    const parts = outline.visible.flatMap(({ name, id }) => {
      const relation = relations.find((one) => one.id === id && one.type === 'worksheet');
      return relation === undefined ? [] : [{ name, part: relation.target }];
    });
    return { sheets: () => sheetsOf(file, book, parts), close: () => file.close() };
  } catch (error) {
    await file.close();
    throw error;
  }
}

function* sheetsOf(
  file: WorkbookFile,
  book: Book,
  parts: readonly { readonly name: string; readonly part: string }[],
): Generator<TableSheet> {
  for (const { name, part } of parts) yield { name, rows: sheetRows(file.part(part), book) };
}

/** A handler of opening tags alone. */
function onOpen(open: (name: string, attributes: Attributes) => void): XmlHandler {
  return { open, close: () => undefined, text: () => undefined };
}

async function relationsOf(file: WorkbookFile, part: string): Promise<Relation[]> {
  const folder = posix.dirname(part);
  const name = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  const relations: Relation[] = [];
  if (!file.has(name)) return relations;
  await readXmlPart(
    file.part(name),
    onOpen((tag, { Id, Type, Target, TargetMode }) => {
      if (tag !== 'Relationship' || TargetMode === 'External') return;
      if (Id === undefined || Type === undefined || Target === undefined) return;
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
      relations.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target });
    }),
  );
  return relations;
}

interface Outline {
  readonly is1904: boolean;
  readonly visible: readonly { readonly name: string; readonly id: string }[];
}

/** A hidden sheet is not what the sender sees, so it is not read. */
async function outlineOf(file: WorkbookFile, main: string): Promise<Outline> {
  const visible: { name: string; id: string }[] = [];
  let is1904 = false;
  await readXmlPart(
    file.part(main),
    onOpen((tag, attributes) => {
      if (tag === 'workbookPr') is1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (tag !== 'sheet' || (attributes.state ?? 'visible') !== 'visible') return;
      const [name, id] = [attributes.name ?? '', attribute(attributes, 'id') ?? ''];
      if (visible.length < MAX_SHEETS) visible.push({ name: name.slice(0, 31), id });
    }),
  );
  return { is1904, visible };
}

async function bookOf(file: WorkbookFile, relations: readonly Relation[], is1904: boolean): Promise<Book> {
  const part = (type: string): AsyncIterable<Uint8Array> | null => {
    const target = relations.find((one) => one.type === type)?.target;
    return target !== undefined && file.has(target) ? file.part(target) : null;
  };
  const [strings, styles] = [part('sharedStrings'), part('styles')];
  return {
    strings: strings === null ? new StringTable() : await readSharedStrings(strings),
    dateStyles: styles === null ? [] : await dateStylesOf(styles),
    is1904,
  };
}

/** Cells refer to the formats in `cellXfs` by position; `cellStyleXfs` has entries of the same name. */
async function dateStylesOf(bytes: AsyncIterable<Uint8Array>): Promise<boolean[]> {
  const codes = new Map<number, string>();
  const dates: boolean[] = [];
  let isInCells = false;
  await readXmlPart(bytes, {
    open(tag, { numFmtId, formatCode }) {
      if (tag === 'cellXfs') isInCells = true;
      const id = Number(numFmtId ?? 0);
      if (tag === 'numFmt' && formatCode !== undefined && codes.size < MAX_STYLES) codes.set(id, formatCode);
      if (tag === 'xf' && isInCells && dates.length < MAX_STYLES) dates.push(isDateFormat(id, codes.get(id)));
    },
    close(tag) {
      if (tag === 'cellXfs') isInCells = false;
    },
    text: () => undefined,
  });
  return dates;
}
