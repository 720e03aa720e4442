// Random histories through the stored tables: at any past instant the register says what a replay of the events says, and
// what was certified on the way still verifies offline. SIZE=10000 plays that many events.
import {
  LogQueries,
  LogVerify,
  openCheckpoint,
  refuteConsistency,
  readVerifier,
  type Verifier,
} from '#audit';
import { invariant } from '#kernel';
import { Db, EVERYONE, query } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database';
import { randomFrom } from '../../../../../test/support/random';
import { FilingStore } from '../../data/filing.store';
import { AmendmentStore } from '../../data/life/amendment.store';
import { ObjectionStore } from '../../data/objections/objection.store';
import { instantSql } from '../../data/rows/instant-sql';
import type { Filing } from '../../domain/filing';
import { instantText, microsFromText } from '../../domain/filing-time';
import { type ContentChanges, type FilingContent, firstContent } from '../../domain/history/content';
import { type FilingAt, filingAt, type FilingEvent } from '../../domain/history/history';
import { openCertificate } from '../../offline';
import { RandomRegister } from '../../testing/random-register';
import { type RegistryUnderTest, startRegistry } from '../../testing/registry-under-test';
import { CertificateQueries } from '../certificates/certificates.queries';
import { RegistryVerify } from '../registry-verify';

const SIZE = Number(process.env['SIZE'] ?? 240);
const SEED = Number(process.env['SEED'] ?? 20_261_123);
const INSTANTS = 60;
/** Of each moment so many registrations are compared line by line. */
const LINE_BY_LINE = 25;
const CERTIFY_EVERY = 8;
const PAPERS = 4;
const DAY_MS = 86_400_000;

let database: TestDatabase;
let registry: RegistryUnderTest;
let register: RandomRegister;
let told: Map<string, FilingEvent[]>;
let from: number;
let until: number;

const random = randomFrom(SEED);
const draw = (below: number) => Math.floor(random() * below);
const get = <T>(token: abstract new (...args: never[]) => T): T => registry.nest.get(token);
const reads = () => get(Db).reads;

beforeAll(
  async () => {
    database = await createTestDatabase();
    registry = await startRegistry(database.appUrl);
    register = new RandomRegister(registry, draw);
    from = registry.clock.now().getTime();
    for (let steps = 0, made = 0; made < SIZE; steps += 1) {
      await register.step();
      if (steps % CERTIFY_EVERY === 0) await register.certify();
      if (steps % CERTIFY_EVERY === 0) made = await eventCount();
    }
    until = registry.clock.now().getTime() + 90 * DAY_MS;
    told = await histories();
  },
  60_000 + SIZE * 120,
);
afterAll(async () => {
  await registry.nest.close();
  await database.drop();
});

async function eventCount(): Promise<number> {
  const [row] = await query<{ count: number }>(
    reads(),
    `select ((select count(*) from registry.filing) + (select count(*) from registry.filing_event))::int as count`,
  );
  return row?.count ?? 0;
}

interface EventRow {
  readonly filingId: string;
  readonly kind: FilingEvent['kind'];
  readonly at: string;
  readonly expiresAt: string | null;
  readonly objectionNumber: string | null;
  readonly changes: ContentChanges | null;
}

/** The history of each filing: what was filed, and what the book says of later; no line of the present. */
async function histories(): Promise<Map<string, FilingEvent[]>> {
  const filed = await query<{ id: string; at: string; expiresAt: string }>(
    reads(),
    `select f.id, ${instantSql('f.filed_at')} as at, ${instantSql('f.expires_at')} as "expiresAt"
     from registry.filing f`,
  );
  const drafts = new Map(register.filings.map(({ id, draft }) => [id, firstContent(draft)]));
  const found = new Map(
    filed.map(({ id, at, expiresAt }): [string, FilingEvent[]] => {
      const content = drafts.get(id);
      invariant(content, 'every filing was filed by the player');
      const times = { at: microsFromText(at), expiresAt: microsFromText(expiresAt) };
      return [id, [{ kind: 'initial', content, ...times }]];
    }),
  );
  const rows = await query<EventRow>(
    reads(),
    `select e.filing_id as "filingId", e.kind, ${instantSql('e.at')} as at, e.changes,
       ${instantSql('e.expires_at')} as "expiresAt", o.number as "objectionNumber"
     from registry.filing_event e left join registry.objection o on o.id = e.objection_id order by e.at`,
  );
  for (const row of rows) found.get(row.filingId)?.push(eventOf(row));
  return found;
}

const eventOf = ({ kind, at, expiresAt, objectionNumber, changes }: EventRow): FilingEvent =>
  ({
    ...{ kind, at: microsFromText(at) },
    ...(expiresAt === null ? {} : { expiresAt: microsFromText(expiresAt) }),
    ...(objectionNumber === null ? {} : { objection: objectionNumber }),
    ...(changes === null ? {} : { changes }),
  }) as FilingEvent;

const replayed = (id: string, instant: bigint): FilingAt | null => filingAt(told.get(id) ?? [], instant);

const saidBy = ({ content, state, expiresAt }: FilingAt) => ({
  ...{ state, expiresAt: instantText(expiresAt), maximumAmount: content.maximumAmount },
  grantors: content.grantors.map(({ value }) => value),
  securedParties: content.securedParties.map(({ value }) => value),
  collateral: content.collateral.map(({ value }) => value),
});
const saidIn = (filing: Filing | undefined) => ({
  ...{ state: filing?.state, expiresAt: filing?.expiresAt, maximumAmount: filing?.maximumAmount },
  ...{ grantors: filing?.grantors, securedParties: filing?.securedParties, collateral: filing?.collateral },
});

/** With the numbers of the lines, and since when each counts. */
async function linesAt(id: string, instant: bigint, maximumAmount: FilingContent['maximumAmount']) {
  const stored = await get(AmendmentStore).content(reads(), id, instantText(instant), maximumAmount);
  const since = new Map([...stored.since].map(([no, at]) => [no, microsFromText(at)]));
  return { content: stored.content, since };
}

it(
  `says of ${SIZE} random events at any past instant what a replay says`,
  async () => {
    expect(await get(RegistryVerify).verify(reads())).toEqual([]);
    const kinds = new Set([...told.values()].flatMap((events) => events.map(({ kind }) => kind)));
    expect([...kinds].sort()).toEqual(
      ['initial', 'amended', 'cancelled', 'extended', 'revoked', 'objection_filed', 'objection_lapsed']
        .concat(['objection_proved', 'objection_withdrawn'])
        .sort(),
    );
    let compared = 0;
    for (let asked = 0; asked < INSTANTS; asked += 1) {
      const instant = BigInt(from) * 1000n + BigInt(draw(1_000_000)) * (BigInt(until - from) / 1000n);
      const text = instantText(instant);
      const ids = [...told.keys()].filter((id) => replayed(id, instant) !== null);
      const stored = await get(FilingStore).byIds(reads(), ids, text);
      const standing = await get(ObjectionStore).standing(reads(), ids, text);
      for (const id of ids) {
        const expected = replayed(id, instant);
        invariant(expected, 'it was filed by then');
        expect({ id, text, ...saidIn(stored.get(id)) }).toEqual({ id, text, ...saidBy(expected) });
        expect((standing.get(id) ?? []).map(({ number }) => number)).toEqual(expected.objections);
        compared += 1;
      }
      for (const id of ids.slice(-LINE_BY_LINE)) {
        const expected = replayed(id, instant);
        invariant(expected, 'it was filed by then');
        const { content, since } = expected;
        expect(await linesAt(id, instant, content.maximumAmount)).toEqual({ content, since });
      }
    }
    const events = [...told.values()].flat().length;
    process.stdout.write(`seed ${SEED}: ${events} events, ${INSTANTS} instants, ${compared} states alike\n`);
  },
  60_000 + SIZE * 60,
);

it(
  'still verifies offline what was certified on the way, and it says what the register said then',
  async () => {
    const verifier = readVerifier(await get(LogQueries).keyText());
    invariant(verifier, 'the log has a key');
    const [kinds, sizes] = [new Set<string>(), new Set<number>()];
    for (const [index, { id }] of register.issued.entries()) {
      const { content: text } = await get(CertificateQueries).receipt(EVERYONE, id);
      const { certificate, reason } = openCertificate(Buffer.from(text), verifier);
      invariant(certificate, `certificate ${id} verifies: ${String(reason)}`);
      kinds.add(certificate.kind);
      sizes.add(sizeIn(text, verifier));
      const then = replayed(certificate.subjectId, microsFromText(certificate.recordedAt));
      invariant(then, 'nothing is certified before it was filed');
      const { registration } = certificate;
      expect(registration?.grantors.map(({ legalName }) => legalName)).toEqual(
        then.content.grantors.map(({ value }) => value.legalName),
      );
      expect(registration?.securedParties.map(({ legalName }) => legalName)).toEqual(
        then.content.securedParties.map(({ value }) => value.legalName),
      );
      expect(registration?.collateral).toHaveLength(then.content.collateral.length);
      expect(openCertificate(Buffer.from(text.replace('公司', '公同')), verifier).reason === null).toBe(
        !text.includes('公司'),
      );
      if (index >= PAPERS) continue;
      const paper = await get(CertificateQueries).pdf(EVERYONE, id);
      expect(openCertificate(paper.content, verifier)).toEqual({ certificate, reason: null });
    }
    expect([...kinds].sort()).toEqual(
      ['amendment', 'cancellation', 'extension', 'objection', 'objection_lapse', 'objection_withdrawal']
        .concat(['registration', 'revocation'])
        .sort(),
    );
    expect(await logFaults([...sizes])).toEqual([]);
    process.stdout.write(
      `${register.issued.length} certificates of ${kinds.size} kinds verify, on ${sizes.size} checkpoints of one log\n`,
    );
  },
  60_000 + SIZE * 60,
);

function sizeIn(receipt: string, verifier: Verifier): number {
  const { receipts } = JSON.parse(receipt) as { receipts: { checkpoint: string }[] };
  const size = openCheckpoint(receipts[0]?.checkpoint ?? '', verifier)?.size;
  invariant(size, 'a certificate carries a checkpoint');
  return size;
}

/** Every checkpoint that a certificate carries is the start of the log as it is at the end. */
async function logFaults(sizes: readonly number[]): Promise<unknown[]> {
  const { held, treeSize, findings } = await get(LogVerify).verify(reads());
  const faults: unknown[] = held ? [] : [findings];
  for (const size of sizes) {
    const refuted = refuteConsistency(await get(LogQueries).consistency(size, treeSize));
    if (refuted !== null) faults.push({ size, refuted });
  }
  return faults;
}
