// Reads the VAT ledgers of real enterprises, which nobody here made, and counts them against what their publisher
// counted.
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Reading } from '../../domain/reading';
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

const COUNTED: Readonly<Partial<Record<keyof Counts, (reading: Reading) => boolean>>> = {
  rows: () => true,
  valid: ({ draft }) => draft?.isVoid === false,
  void: ({ draft }) => draft?.isVoid === true,
  accepted: ({ status }) => status === 'accepted',
  flagged: ({ status }) => status === 'flagged',
  refused: ({ status }) => status === 'refused',
  purchases: ({ flags }) => flags.includes('purchase'),
  creditNotes: ({ flags }) => flags.includes('credit_note'),
  zero: ({ flags }) => flags.includes('zero_payable'),
  restored: ({ reasons }) => reasons.some(({ rule }) => rule === 'documents.zeros_restored'),
  sumsBroken: ({ reasons }) => reasons.some(({ rule }) => rule === 'BR-CO-15'),
};

async function count(file: string): Promise<Counts> {
  const counts: Counts = {
    ...{ rows: 0, valid: 0, void: 0, accepted: 0, flagged: 0, refused: 0, purchases: 0, creditNotes: 0 },
    ...{ zero: 0, restored: 0, duplicates: 0, sameKeyOtherContent: 0, sumsBroken: 0 },
  };
  const seen = new Map<string, Set<string>>();
  for await (const reading of readTable(createReadStream(file))) {
    for (const [name, counted] of Object.entries(COUNTED)) {
      if (counted(reading)) counts[name as keyof Counts] += 1;
    }
    const content = JSON.stringify(reading.draft);
    const sameKey = seen.get(reading.key ?? '') ?? new Set<string>();
    if (sameKey.has(content)) counts.duplicates += 1;
    else if (sameKey.size > 0) counts.sameKeyOtherContent += 1;
    seen.set(reading.key ?? '', sameKey.add(content));
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
