// Reads real statements that nobody here wrote, from SAMPLES_DIR, and compares what they state, element by element,
// with what a second, much simpler reader finds in them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { Decimal, type LocalDate } from '#kernel';
import type { Statement, StatementEntry } from '../domain/statement';
import { readStatements } from './read-statements';
import { statementCheckLine } from './statement-line';

const samples = process.env.SAMPLES_DIR;
const describeSamples = samples === undefined ? describe.skip : describe;
const skipped = samples === undefined ? ' (skipped: no samples)' : '';
const folder = join(samples ?? '', 'bank-statements', 'camt');
const files = samples === undefined ? [] : readdirSync(folder).filter((file) => file.endsWith('.xml'));

type Node = { readonly [name: string]: Node | Node[] | string | undefined };

const PLAIN = new XMLParser({ ignoreAttributes: false, parseTagValue: false, removeNSPrefix: true });

function list(value: Node[string]): Node[] {
  return value === undefined || typeof value === 'string' ? [] : Array.isArray(value) ? value : [value];
}

function at(node: Node | undefined, path: string): string | undefined {
  let here: Node[string] = node;
  for (const name of [...path.split('/'), '#text']) {
    if (typeof here === 'string') return here;
    here = list(here)[0]?.[name];
  }
  return typeof here === 'string' ? here : undefined;
}

function signed(node: Node): string {
  return (at(node, 'CdtDbtInd') === 'DBIT' ? '-' : '') + (at(node, 'Amt') ?? '');
}

/** What an entry of one payment states, where who paid is stated at all. */
function statedEntry(entry: Node): Partial<StatementEntry> {
  const details = list(list(entry.NtryDtls)[0]?.TxDtls)[0];
  const payer = at(details, 'RltdPties/Dbtr/Nm') ?? at(details, 'RltdPties/UltmtDbtr/Nm');
  const structured = at(details, 'RmtInf/Strd/CdtrRefInf/Ref') ?? null;
  return {
    amount: new Decimal(signed(entry)).toFixed(2),
    date: at(entry, 'BookgDt/Dt') as LocalDate,
    valueDate: (at(entry, 'ValDt/Dt') ?? null) as LocalDate | null,
    reference: at(details, 'Refs/EndToEndId') ?? structured,
    text: at(details, 'RmtInf/Ustrd') ?? structured,
    ...(payer === undefined ? {} : { counterpartyName: payer }),
  };
}

function statementNode(text: string): Node {
  const document = PLAIN.parse(text) as Node;
  const message = list(list(document.Document)[0]?.BkToCstmrStmt)[0];
  return list(message?.Stmt)[0] as Node;
}

function read(file: string): { statement: Statement; node: Node } {
  const bytes = readFileSync(join(folder, file));
  const readings = readStatements(bytes);
  expect(readings).toHaveLength(1);
  const [reading] = readings;
  if (reading?.status !== 'read') throw new Error(JSON.stringify(reading?.reasons));
  return { statement: reading.statement, node: statementNode(bytes.toString('utf8')) };
}

describeSamples(`camt samples${skipped}`, () => {
  test('there are some', () => expect(files.length).toBeGreaterThan(0));

  test.each(files)('%s states what was read', (file) => {
    const { statement, node } = read(file);
    expect(statement.statementId).toBe(at(node, 'Id'));
    expect(statement.account).toBe(at(node, 'Acct/Id/IBAN') ?? at(node, 'Acct/Id/Othr/Id'));
    const balances = list(node.Bal).map((balance) => [at(balance, 'Tp/CdOrPrtry/Cd'), signed(balance)]);
    const stated = new Map(balances as [string, string][]);
    for (const [type, found] of [
      ['OPBD', statement.openingBalance],
      ['CLBD', statement.closingBalance],
    ] as const) {
      const expected = stated.get(type);
      expect(found?.amount).toEqual(expected === undefined ? undefined : new Decimal(expected).toFixed(2));
    }
    const entries = list(node.Ntry);
    expect(statement.entries).toHaveLength(entries.length);
    expect(statement.entries).toMatchObject(entries.map(statedEntry));
  });

  test.each(files)('%s is never said to be proved unless its own figures add up', (file) => {
    const { statement } = read(file);
    const { openingBalance: opening, closingBalance: closing, entries, balanceProof } = statement;
    const sum = entries.reduce((total, { amount }) => total.plus(amount), new Decimal(opening?.amount ?? 0));
    const holds = opening?.currency === closing?.currency && closing?.amount === sum.toFixed(2);
    expect(balanceProof === 'proved').toBe(holds);
  });

  test.each(files)('%s cut off anywhere is refused', (file) => {
    const bytes = readFileSync(join(folder, file));
    const end = bytes.toString('latin1').trimEnd().length;
    for (let length = 1; length < end; length += 97) {
      const [reading] = readStatements(bytes.subarray(0, length));
      expect(reading?.status).toBe('refused');
    }
  });

  test.each(files)('%s makes a line for the command', (file) => {
    const [reading] = readStatements(readFileSync(join(folder, file)));
    if (reading === undefined) throw new Error('no reading');
    const line = statementCheckLine(file, reading);
    expect(line).toMatchObject({ file, status: 'read', currency: 'EUR' });
    expect(line.entries?.[0]).toEqual(expect.objectContaining({ amount: '8.85', date: '2014-12-31' }));
  });
});
