// The table in which registrations come in numbers. Lines below each other with one reference are one registration: each
// adds the grantor, the secured party and the collateral that it names.
import { type Bilingual, DomainError, type FieldError, money, type Money } from '#kernel';
import { errors } from './errors';
import type { LineFault } from './filing-file';

export const FILING_COLUMNS = [
  'reference',
  'category',
  'term_months',
  'maximum_amount',
  'currency',
  'grantor_name',
  'grantor_scheme',
  'grantor_identifier',
  'secured_name',
  'secured_scheme',
  'secured_identifier',
  'description',
  'asset_key',
  'amount',
  'payable',
  'invoice_number',
  'debtor_name',
] as const;
export type FilingColumn = (typeof FILING_COLUMNS)[number];

export interface TableLine {
  readonly line: number;
  readonly cells: Readonly<Record<FilingColumn, string>>;
}
export interface TableParty {
  readonly legalName: string;
  readonly identifierScheme: string | null;
  readonly identifier: string | null;
}
export interface TableItem {
  readonly assetKey: string | null;
  readonly description: string;
  readonly amount: Money | null;
  readonly payable: Money | null;
  readonly invoiceNumber: string | null;
  readonly debtorName: string | null;
}
/** A registration as its lines state it; without a secured party it is meant for whoever hands the file in. */
export interface TableFiling {
  readonly reference: string;
  readonly category: string;
  readonly termMonths: number;
  readonly maximumAmount: Money | null;
  readonly grantors: readonly TableParty[];
  readonly securedParties: readonly TableParty[];
  readonly collateral: readonly TableItem[];
}

const LONGEST: Readonly<Partial<Record<FilingColumn, number>>> = Object.freeze({
  ...{ reference: 100, grantor_name: 200, secured_name: 200, grantor_identifier: 64, secured_identifier: 64 },
  ...{ description: 1000, asset_key: 300, invoice_number: 64, debtor_name: 200 },
});
const AMOUNTS = ['maximum_amount', 'amount', 'payable'] as const;
const AMOUNT = /^\d{1,15}(\.\d{1,4})?$/;
const SCHEMES = ['USCC', 'LEI', 'VAT', 'LOCAL', 'PERSON'];
const MOST_PARTIES = 50;
const MOST_ITEMS = 200;
const DEFAULT_CURRENCY = 'CNY';

/** Where each known column stands, by the words of the header. */
export const columnPlaces = (header: readonly string[]): ReadonlyMap<FilingColumn, number> =>
  new Map(
    FILING_COLUMNS.flatMap((column): [FilingColumn, number][] => {
      const place = header.findIndex((heading) => heading.trim().toLowerCase() === column);
      return place < 0 ? [] : [[column, place]];
    }),
  );

export function tableLine(
  line: number,
  cells: readonly string[],
  places: ReadonlyMap<FilingColumn, number>,
): TableLine {
  const at = (column: FilingColumn) => {
    const place = places.get(column);
    return [column, (place === undefined ? '' : (cells[place] ?? '')).trim()];
  };
  return { line, cells: Object.fromEntries(FILING_COLUMNS.map(at)) as TableLine['cells'] };
}

/** True when a line goes on with the registration of the line above it. */
export const goesOn = (above: TableLine | undefined, { cells }: TableLine): boolean =>
  above !== undefined && cells.reference !== '' && above.cells.reference === cells.reference;

/** What the lines of one registration say together. @throws desk.line_malformed (422) */
export function tableFiling(lines: readonly TableLine[]): TableFiling {
  for (const one of lines) refuseMalformed(one);
  const first = (column: FilingColumn): string =>
    lines.map(({ cells }) => cells[column]).find((cell) => cell !== '') ?? '';
  const [head] = lines;
  const term = first('term_months');
  if (!/^\d{1,5}$/.test(term)) throw malformed(head, 'term_months');
  if (first('category') === '') throw malformed(head, 'category');
  const currency = first('currency').toUpperCase() || DEFAULT_CURRENCY;
  const filing: TableFiling = {
    reference: first('reference'),
    category: first('category').toLowerCase(),
    termMonths: Number(term),
    maximumAmount: amountOf(head, 'maximum_amount', first('maximum_amount'), currency),
    grantors: partiesOf(lines, 'grantor'),
    securedParties: partiesOf(lines, 'secured'),
    collateral: lines.flatMap((one) => itemOf(one, currency)),
  };
  if (filing.grantors.length > MOST_PARTIES) throw malformed(lines[MOST_PARTIES], 'grantor_name');
  if (filing.securedParties.length > MOST_PARTIES) throw malformed(lines[MOST_PARTIES], 'secured_name');
  if (filing.collateral.length > MOST_ITEMS) throw malformed(lines[MOST_ITEMS], 'description');
  return filing;
}

const malformed = (at: TableLine | undefined, column: FilingColumn): DomainError =>
  errors.line_malformed({ line: at?.line ?? 0, column });

function refuseMalformed(one: TableLine): void {
  const { cells } = one;
  const found = FILING_COLUMNS.find(
    (column) =>
      cells[column].length > (LONGEST[column] ?? 50) ||
      /\p{Cc}/u.test(cells[column]) ||
      !cells[column].isWellFormed(),
  );
  if (found) throw malformed(one, found);
  if (cells.reference === '') throw malformed(one, 'reference');
  for (const column of AMOUNTS)
    if (cells[column] !== '' && !AMOUNT.test(cells[column])) throw malformed(one, column);
  for (const column of ['grantor_scheme', 'secured_scheme'] as const)
    if (cells[column] !== '' && !SCHEMES.includes(cells[column].toUpperCase())) throw malformed(one, column);
}

function amountOf(
  at: TableLine | undefined,
  column: FilingColumn,
  amount: string,
  currency: string,
): Money | null {
  if (amount === '') return null;
  try {
    return money(amount, currency);
  } catch (error) {
    if (error instanceof DomainError) throw malformed(at, /currency/.test(error.code) ? 'currency' : column);
    throw error;
  }
}

/** Each party once, however often its lines repeat it. */
function partiesOf(lines: readonly TableLine[], side: 'grantor' | 'secured'): TableParty[] {
  const found = new Map<string, TableParty>();
  for (const { cells } of lines) {
    const [name, scheme, identifier] = [
      cells[`${side}_name`],
      cells[`${side}_scheme`].toUpperCase(),
      cells[`${side}_identifier`],
    ];
    if (name === '' && identifier === '') continue;
    const key = JSON.stringify([name, scheme, identifier]);
    if (!found.has(key))
      found.set(key, { legalName: name, identifierScheme: scheme || null, identifier: identifier || null });
  }
  return [...found.values()];
}

const ITEM_COLUMNS = [
  'description',
  'asset_key',
  'amount',
  'payable',
  'invoice_number',
  'debtor_name',
] as const;

function itemOf(one: TableLine, currency: string): TableItem[] {
  const { cells } = one;
  if (ITEM_COLUMNS.every((column) => cells[column] === '')) return [];
  return [
    {
      description: cells.description,
      assetKey: cells.asset_key || null,
      amount: amountOf(one, 'amount', cells.amount, currency),
      payable: amountOf(one, 'payable', cells.payable, currency),
      invoiceNumber: cells.invoice_number || null,
      debtorName: cells.debtor_name || null,
    },
  ];
}

const PLACES: readonly (readonly [RegExp, FilingColumn])[] = [
  [/^\/category/, 'category'],
  [/^\/termMonths/, 'term_months'],
  [/^\/maximumAmount/, 'maximum_amount'],
  [/^\/grantors\/\d+\/identifierScheme/, 'grantor_scheme'],
  [/^\/grantors\/\d+\/identifier/, 'grantor_identifier'],
  [/^\/grantors/, 'grantor_name'],
  [/^\/securedParties\/\d+\/identifierScheme/, 'secured_scheme'],
  [/^\/securedParties\/\d+\/identifier/, 'secured_identifier'],
  [/^\/securedParties/, 'secured_name'],
  [/^\/collateral\/\d+\/assetKey/, 'asset_key'],
  [/^\/collateral\/\d+\/amount/, 'amount'],
  [/^\/collateral\/\d+\/payable/, 'payable'],
  [/^\/collateral\/\d+\/invoiceNumber/, 'invoice_number'],
  [/^\/collateral\/\d+\/debtorName/, 'debtor_name'],
  [/^\/collateral/, 'description'],
];

/** A refusal of the registry, told by the cell that it is about. */
export function faultOf(error: DomainError, lines: readonly TableLine[]): LineFault {
  const [first] = error.errors;
  const whole = { code: error.code, message: error.text, fix: error.fix };
  const at = lines[0]?.line ?? 0;
  if (!first) {
    const { line = at, column = null } = error.details as {
      readonly line?: number;
      readonly column?: string;
    };
    return { ...whole, line, column };
  }
  return { ...said(first), line: lineOf(first.pointer, lines) ?? at, column: columnOf(first.pointer) };
}

const said = ({ rule, message, fix }: FieldError): { code: string; message: Bilingual; fix: Bilingual } => ({
  code: rule,
  message,
  fix,
});

const columnOf = (pointer: string): FilingColumn | null =>
  PLACES.find(([pattern]) => pattern.test(pointer))?.[1] ?? null;

/** The line that brought an item of collateral; parties and terms are told at the first line. */
function lineOf(pointer: string, lines: readonly TableLine[]): number | undefined {
  const index = /^\/collateral\/(\d+)/.exec(pointer)?.[1];
  if (index === undefined) return undefined;
  const bringing = lines.filter(({ cells }) => ITEM_COLUMNS.some((column) => cells[column] !== ''));
  return bringing[Number(index)]?.line;
}
