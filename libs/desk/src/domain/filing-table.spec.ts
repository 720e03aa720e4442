import { DomainError } from '#kernel';
import {
  columnPlaces,
  faultOf,
  FILING_COLUMNS,
  type FilingColumn,
  goesOn,
  tableFiling,
  type TableLine,
  tableLine,
} from './filing-table';
import { filingTemplate, isExample } from './filing-template';

const places = columnPlaces(FILING_COLUMNS);
const line = (number: number, cells: Partial<Record<FilingColumn, string>>): TableLine =>
  tableLine(
    number,
    FILING_COLUMNS.map((column) => cells[column] ?? ''),
    places,
  );
const whole = {
  reference: 'R-1',
  category: 'factoring',
  term_months: '12',
  grantor_name: 'Lin Tools Ltd',
  description: 'Invoices of spring',
  amount: '10.00',
};
const refusalOf = (...lines: TableLine[]): DomainError => {
  try {
    tableFiling(lines);
  } catch (error) {
    if (error instanceof DomainError) return error;
  }
  throw new Error('nothing was refused');
};

describe('a registration in a table', () => {
  it('is what its lines say together', () => {
    const second = { reference: 'R-1', grantor_name: 'Lin Tools Ltd', description: 'Invoices of summer' };
    const third = { reference: 'R-1', grantor_name: 'Wu Parts Ltd', secured_name: 'Bank' };
    expect(tableFiling([line(2, whole), line(3, second), line(4, third)])).toEqual({
      reference: 'R-1',
      category: 'factoring',
      termMonths: 12,
      maximumAmount: null,
      grantors: ['Lin Tools Ltd', 'Wu Parts Ltd'].map((legalName) => ({
        ...{ legalName, identifierScheme: null, identifier: null },
      })),
      securedParties: [{ legalName: 'Bank', identifierScheme: null, identifier: null }],
      collateral: [
        { description: 'Invoices of spring', amount: { amount: '10.00', currency: 'CNY' } },
        { description: 'Invoices of summer', amount: null },
      ].map((item) => ({ assetKey: null, payable: null, invoiceNumber: null, debtorName: null, ...item })),
    });
  });

  it.each<[string, Partial<Record<FilingColumn, string>>]>([
    ['reference', { reference: '' }],
    ['reference', { reference: 'x'.repeat(101) }],
    ['category', { category: '' }],
    ['term_months', { term_months: '1.5' }],
    ['term_months', { term_months: '' }],
    ['amount', { amount: '-1' }],
    ['amount', { amount: '1e5' }],
    ['amount', { amount: '1.001' }],
    ['currency', { currency: 'XXZ' }],
    ['grantor_scheme', { grantor_scheme: 'PASSPORT' }],
    ['description', { description: 'a\u0000b' }],
    ['debtor_name', { debtor_name: '\ud800' }],
  ])('names the column %s when it is malformed', (column, cells) => {
    const fault = refusalOf(line(7, { ...whole, ...cells }));
    expect(fault).toMatchObject({ code: 'desk.line_malformed', details: { line: 7, column } });
    expect(faultOf(fault, [line(7, whole)])).toMatchObject({ line: 7, column });
  });

  it('goes on only below itself, and never without a reference', () => {
    expect(goesOn(line(2, whole), line(3, whole))).toBe(true);
    expect(goesOn(line(2, whole), line(3, { ...whole, reference: 'R-2' }))).toBe(false);
    expect(goesOn(line(2, { ...whole, reference: '' }), line(3, { ...whole, reference: '' }))).toBe(false);
    expect(goesOn(undefined, line(2, whole))).toBe(false);
  });

  it('tells a refusal of the registry by line and cell', () => {
    const text = { en: 'en', zh: 'zh' };
    const refused = new DomainError(
      'registry.filing_invalid',
      { kind: 'refused', message: text, fix: text },
      {},
      [{ pointer: '/collateral/1/amount/amount', rule: 'amount_above_payable', message: text, fix: text }],
    );
    const lines = [line(5, whole), line(6, { reference: 'R-1', grantor_name: 'Wu' }), line(7, whole)];
    expect(faultOf(refused, lines)).toEqual({
      ...{ code: 'amount_above_payable', line: 7, column: 'amount', message: text, fix: text },
    });
  });

  it('is passed over where it is the unchanged example of the template', () => {
    const [, ...rows] = filingTemplate().trimEnd().split('\r\n');
    const examples = rows.map((row, index) => tableLine(index + 2, row.split(','), places));
    expect(examples.map(isExample)).toEqual([true, true]);
    expect(examples.map(({ cells }) => isExample({ line: 2, cells: { ...cells, amount: '1.00' } }))).toEqual([
      false,
      false,
    ]);
  });
});
