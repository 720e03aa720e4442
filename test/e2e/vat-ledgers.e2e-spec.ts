// The VAT ledgers of forty real enterprises, uploaded by each of them over HTTP: every row has its outcome, nothing that
// is void, negative or zero becomes a receivable, and the same files again change nothing.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { THE_PLATFORM } from '#audit';
import { isPositive, money } from '#kernel';
import { OnboardOrganisation } from '#parties';
import { Db, query } from '#platform';
import { Client } from '../../apps/demonstration/client';
import { DEMO_PASSWORD } from '../../apps/demonstration/cast';
import { startWorld, type World } from './world';

const samples = process.env.SAMPLES_DIR;
const folder = join(samples ?? '', 'receivables', 'cumcm2020c');
const isThere = samples !== undefined && existsSync(folder);
const describeSamples = isThere ? describe : describe.skip;
const skipped = isThere ? '' : ' (skipped: no samples)';
const SALES = 'credit_history_enterprise_output_invoice';
const PURCHASES = 'credit_history_enterprise_input_invoice';

/** Its sales ledger repeats rows by the hundred. */
const WITH_REPEATS = 'E48';

type Row = Readonly<Record<string, string>>;
interface Uploaded {
  readonly id: string;
  readonly state: string;
  readonly accepted: number;
  readonly changed: number;
  readonly flagged: number;
  readonly refused: number;
  readonly duplicates: number;
}
const COUNTS = ['accepted', 'changed', 'flagged', 'refused', 'duplicates'] as const;
type Counts = Record<(typeof COUNTS)[number], number>;

const rowsOf = (file: string): Row[] =>
  parse<Row>(readFileSync(join(folder, file)), { columns: true, bom: true });
const ledgersOf = (enterprise: string) => [`${SALES}/${enterprise}.csv`, `${PURCHASES}/${enterprise}.csv`];
const isSound = (row: Row): boolean =>
  row.发票状态?.trim() === '有效发票' && isPositive(money(row.价税合计 ?? '0', 'CNY'));

/** By what the ledgers themselves say, read by another reader than ours. */
const claims = (enterprise: string): Set<string> =>
  new Set(
    rowsOf(`${SALES}/${enterprise}.csv`)
      .filter(isSound)
      .map((row) => (row.发票号码 ?? '').padStart(8, '0')),
  );

/** Rows that say what an earlier row of the same ledger says, in all but the number of the row itself. */
const repeated = (enterprises: readonly string[]): number =>
  enterprises.flatMap(ledgersOf).reduce((sum, file) => {
    const contents = rowsOf(file).map(({ '': _, ...row }) => JSON.stringify(Object.values(row)));
    return sum + contents.length - new Set(contents).size;
  }, 0);
/** What the forty ledgers repeat altogether, as their publisher says. */
const REPEATED = 503;

describeSamples(`the VAT ledgers of forty enterprises${skipped}`, () => {
  // The largest take a minute and are asked for by name.
  const all = process.env.ALL_LEDGERS === '1';
  const enterprises = isThere
    ? readdirSync(join(folder, SALES))
        .map((name) => name.replace('.csv', ''))
        .filter((name) => all || rowsOf(`${SALES}/${name}.csv`).length < 400 || name === WITH_REPEATS)
    : [];
  let world: World;
  const clients = new Map<string, Client>();
  const reads = () => world.app.app.get(Db, { strict: false }).reads;

  beforeAll(async () => {
    world = await startWorld();
    const onboarding = world.app.app.get(OnboardOrganisation, { strict: false });
    const partners = new Set(
      enterprises.flatMap((one) =>
        rowsOf(`${SALES}/${one}.csv`).map(({ 购方单位代号 = '' }) => 购方单位代号),
      ),
    );
    const onboard = (value: string, capability: 'supplier' | 'core_enterprise') =>
      world.app.app.get(Db, { strict: false }).run((tx) =>
        onboarding.onboard(tx, THE_PLATFORM, {
          ...{ legalName: `企业 ${value}`, capabilities: [capability] },
          identifiers: [{ scheme: 'LOCAL', value }],
        }),
      );
    for (const value of partners) if (!enterprises.includes(value)) await onboard(value, 'core_enterprise');
    const operator = await world.client('operator');
    for (const value of enterprises) {
      const { id: organisationId } = await onboard(value, 'supplier');
      const login = `ledger.${value.toLowerCase()}`;
      const person = { login, name: value, organisationId, roles: ['supplier'], password: DEMO_PASSWORD };
      await operator.post('/users', person);
      clients.set(value, await new Client(world.app.url).signIn(login, DEMO_PASSWORD));
    }
  }, 600_000);
  afterAll(async () => world.close());

  async function uploadAll(): Promise<Counts> {
    const uploads: [string, string][] = [];
    for (const enterprise of enterprises) {
      const files = ledgersOf(enterprise).map((file) => ({
        ...{ name: file.replace('/', '-'), bytes: new Uint8Array(readFileSync(join(folder, file))) },
      }));
      const { id } = (await clients.get(enterprise)?.upload<Uploaded>('/uploads', files)) ?? { id: '' };
      uploads.push([enterprise, id]);
    }
    const counts: Counts = { accepted: 0, changed: 0, flagged: 0, refused: 0, duplicates: 0 };
    for (const [enterprise, id] of uploads) {
      const upload = await finished(enterprise, id);
      for (const name of COUNTS) counts[name] += upload[name];
    }
    return counts;
  }

  async function finished(enterprise: string, id: string): Promise<Uploaded> {
    for (;;) {
      const upload = await clients.get(enterprise)?.get<Uploaded>(`/uploads/${id}?limit=1`);
      if (upload?.state === 'applied') return upload;
      await sleep(200);
    }
  }

  it('are taken in once, row by row, and the second time not at all', async () => {
    const rows = enterprises.reduce(
      (sum, one) => sum + ledgersOf(one).reduce((so, file) => so + rowsOf(file).length, 0),
      0,
    );
    const registered = async () =>
      (
        await query<{ number: string; enterprise: string }>(
          reads(),
          `select r.invoice_number as number, i.value as enterprise
           from receivables.receivable r join parties.identifier i on i.organisation_id = r.supplier_id`,
        )
      ).map(({ enterprise, number }) => `${enterprise} ${number}`);
    const began = performance.now();
    const first = await uploadAll();
    const seconds = (performance.now() - began) / 1000;
    const total = COUNTS.reduce((sum, name) => sum + first[name], 0);
    expect(total).toBe(rows);
    const found = await registered();
    const expected = enterprises.flatMap((one) => [...claims(one)].map((number) => `${one} ${number}`));
    process.stdout.write(
      `VAT ledgers over HTTP: ${enterprises.length} enterprises, ${rows} rows in ${seconds.toFixed(1)} s, ` +
        `${JSON.stringify(first)}, receivables ${found.length} of ${expected.length} sound sales\n`,
    );
    expect(found.sort()).toEqual(expected.sort());
    expect(first.duplicates).toBe(repeated(enterprises));
    if (all) expect(first.duplicates).toBe(REPEATED);
    const again = await uploadAll();
    expect(again.accepted + again.changed).toBe(0);
    expect(await registered()).toHaveLength(found.length);
    process.stdout.write(`The same again: ${JSON.stringify(again)}\n`);
  }, 600_000);
});
