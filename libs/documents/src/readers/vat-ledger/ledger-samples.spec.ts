// Reads the VAT ledgers of real enterprises, which nobody here made, and counts them against what their publisher
// counted.
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { readTable } from '../table/read-table';

const samples = process.env.SAMPLES_DIR;
const folder = join(samples ?? '', 'receivables', 'cumcm2020c');
const isThere = samples !== undefined && existsSync(folder);
const describeSamples = isThere ? describe : describe.skip;
const skipped = isThere ? '' : ' (skipped: no samples)';

const ENTERPRISES = 'credit_history_enterprise_information.csv';
const LEDGERS = {
  input: 'credit_history_enterprise_input_invoice',
  output: 'credit_history_enterprise_output_invoice',
};
type Side = keyof typeof LEDGERS;

interface Counts {
  rows: number;
  valid: number;
  void: number;
  accepted: number;
  flagged: number;
  refused: number;
  purchases: number;
  creditNotes: number;
  zero: number;
  restored: number;
  /** Rows equal to an earlier one in every cell that was read, and with the same key. */
  duplicates: number;
  sameKeyOtherContent: number;
  sumsBroken: number;
}

async function count(file: string): Promise<Counts> {
  const counts: Counts = {
    ...{ rows: 0, valid: 0, void: 0, accepted: 0, flagged: 0, refused: 0, purchases: 0, creditNotes: 0 },
    ...{ zero: 0, restored: 0, duplicates: 0, sameKeyOtherContent: 0, sumsBroken: 0 },
  };
  const seen = new Map<string, Set<string>>();
  for await (const { status, flags, reasons, draft, key } of readTable(createReadStream(file))) {
    counts.rows += 1;
    counts[status] += 1;
    if (draft?.isVoid === true) counts.void += 1;
    if (draft?.isVoid === false) counts.valid += 1;
    if (flags.includes('purchase')) counts.purchases += 1;
    if (flags.includes('credit_note')) counts.creditNotes += 1;
    if (flags.includes('zero_payable')) counts.zero += 1;
    if (reasons.some(({ rule }) => rule === 'documents.zeros_restored')) counts.restored += 1;
    if (reasons.some(({ rule }) => rule === 'BR-CO-15')) counts.sumsBroken += 1;
    const content = JSON.stringify(draft);
    const sameKey = seen.get(key ?? '');
    if (sameKey === undefined) seen.set(key ?? '', new Set([content]));
    else if (sameKey.has(content)) counts.duplicates += 1;
    else {
      counts.sameKeyOtherContent += 1;
      sameKey.add(content);
    }
  }
  return counts;
}

const bySide: Record<Side, Map<string, Counts>> = { input: new Map(), output: new Map() };

describeSamples(`VAT ledgers of the samples${skipped}`, () => {
  beforeAll(async () => {
    for (const side of Object.keys(LEDGERS) as Side[]) {
      for (const file of readdirSync(join(folder, LEDGERS[side]))) {
        bySide[side].set(file.replace('.csv', ''), await count(join(folder, LEDGERS[side], file)));
      }
    }
  }, 120_000);

  const sum = (counter: keyof Counts, sides: readonly Side[] = ['input', 'output']): number =>
    sides.reduce(
      (so, side) => [...bySide[side].values()].reduce((total, counts) => total + counts[counter], so),
      0,
    );

  test('every row is read, and each status is counted as published, enterprise by enterprise', () => {
    const enterprises = parse<Readonly<Record<string, string>>>(readFileSync(join(folder, ENTERPRISES)), {
      columns: true,
      bom: true,
    });
    expect(enterprises.length).toBe(bySide.input.size);
    for (const enterprise of enterprises) {
      const id = enterprise.企业代号 ?? '';
      const [input, output] = [bySide.input.get(id), bySide.output.get(id)];
      expect([id, input?.valid, output?.valid, input?.void, output?.void]).toEqual([
        id,
        Number(enterprise.有效进项发票数),
        Number(enterprise.有效销项发票数),
        Number(enterprise.作废进项发票数),
        Number(enterprise.作废销项发票数),
      ]);
    }
    expect(sum('rows')).toBe(enterprises.reduce((so, { 总发票数 }) => so + Number(总发票数), 0));
  });

  test('every purchase is flagged, and no sale', () => {
    expect(sum('purchases', ['input'])).toBe(sum('rows', ['input']));
    expect(sum('purchases', ['output'])).toBe(0);
    expect(sum('accepted', ['output'])).toBeGreaterThan(0);
  });

  test('duplicates share their key, and the only refusals are totals that do not add up', () => {
    expect(sum('duplicates')).toBe(503);
    expect(sum('refused')).toBe(sum('sumsBroken'));
    expect(sum('refused')).toBeLessThan(5);
  });

  afterAll(() => {
    const names = Object.keys([...bySide.input.values()][0] ?? {}) as (keyof Counts)[];
    const told = names.map(
      (name) => `${name} ${sum(name, ['input'])} + ${sum(name, ['output'])} = ${sum(name)}`,
    );
    process.stdout.write(`VAT ledgers, purchases + sales: ${told.join('; ')}\n`);
  });
});
