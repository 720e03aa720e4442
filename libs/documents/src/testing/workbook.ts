// Workbooks for the specs, written part by part so that any part can be bent; not by the writer of our template, which
// is itself under test.
import { zipOf } from './zip';

export type Cell =
  | string
  | { readonly number: string; readonly style?: number }
  | { readonly formula: string; readonly value?: string }
  | { readonly xml: string };

export interface WorkbookSpec {
  readonly sheets: Readonly<Record<string, readonly (readonly (Cell | null)[])[]>>;
  /** Texts in the table of shared strings instead of in their cells. */
  readonly shared?: boolean;
  readonly date1904?: boolean;
  /** A prefix for every element, as some writers put. */
  readonly prefix?: string;
  readonly hidden?: readonly string[];
  readonly extra?: readonly (readonly [string, string])[];
}

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** Style 1 shows days. */
export const DAY = 1;
const DAY_FORMAT = 14;

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

export function letters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : letters(Math.floor(column / 26) - 1) + letter;
}

export function workbookOf(spec: WorkbookSpec): Buffer {
  const { sheets, date1904 = false, hidden = [], extra = [] } = spec;
  const names = Object.keys(sheets);
  const strings: string[] = [];
  const pages = Object.values(sheets).map((rows, at): [string, string] => [
    `xl/worksheets/sheet${at + 1}.xml`,
    sheetXml(rows, spec, strings),
  ]);
  const list = names.map((name, at) => {
    const state = hidden.includes(name) ? ' state="hidden"' : '';
    return `<sheet name="${escaped(name)}" sheetId="${at + 1}"${state} r:id="rId${at + 1}"/>`;
  });
  const targets = [
    ...names.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`]),
    ['styles', 'styles.xml'],
    ['sharedStrings', 'sharedStrings.xml'],
  ];
  const relations = targets.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${RELATION}/${type}" Target="${target}"/>`,
  );
  return zipOf([
    [
      '_rels/.rels',
      `<Relationships><Relationship Id="a" Type="${RELATION}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATION}"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${list.join('')}</sheets></workbook>`,
    ],
    ['xl/_rels/workbook.xml.rels', `<Relationships>${relations.join('')}</Relationships>`],
    [
      'xl/styles.xml',
      `<styleSheet><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="${DAY_FORMAT}"/></cellXfs></styleSheet>`,
    ],
    [
      'xl/sharedStrings.xml',
      `<sst>${strings.map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`,
    ],
    ...pages,
    ...extra,
  ]);
}

function sheetXml(
  rows: readonly (readonly (Cell | null)[])[],
  { shared = false, prefix = '' }: WorkbookSpec,
  strings: string[],
): string {
  const data = rows.map((cells, row) => {
    const written = cells.map((cell, column) => {
      if (cell === null || cell === '') return '';
      const at = `${letters(column)}${row + 1}`;
      return cellXml(cell, at, shared ? (text) => strings.push(text) - 1 : null);
    });
    return `<row r="${row + 1}">${written.join('')}</row>`;
  });
  const xml = `<worksheet xmlns="${MAIN}"><sheetData>${data.join('')}</sheetData></worksheet>`;
  if (prefix === '') return xml;
  return xml.replace(/<(\/?)(?=[a-z])/g, `<$1${prefix}:`).replace('xmlns=', `xmlns:${prefix}=`);
}

function cellXml(cell: Cell, at: string, share: ((text: string) => number) | null): string {
  if (typeof cell === 'string') {
    if (share !== null) return `<c r="${at}" t="s"><v>${share(cell)}</v></c>`;
    return `<c r="${at}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
  }
  if ('number' in cell) return `<c r="${at}" s="${cell.style ?? 0}"><v>${cell.number}</v></c>`;
  if ('xml' in cell) return cell.xml.replaceAll('{at}', at);
  const value = cell.value === undefined ? '' : `<v>${cell.value}</v>`;
  return `<c r="${at}"><f>${escaped(cell.formula)}</f>${value}</c>`;
}
