// Random histories through the stored tables: at any past instant the register says what a replay of the events says. Set
// SIZE for longer ones.
import { addDays, dateOf, newId } from '#kernel';
import { type Actor, Db, EVERYONE, query } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database';
import { FilingStore } from '../../data/filing.store';
import { ObjectionStore } from '../../data/objections/objection.store';
import { instantSql } from '../../data/rows/instant-sql';
import { instantText, microsFromText } from '../../domain/filing-time';
import { filingAt, type FilingEvent } from '../../domain/history/history';
import {
  actor,
  command,
  party,
  type RegistryUnderTest,
  startRegistry,
  userFiling,
} from '../../testing/registry-under-test';
import { Filings } from '../filings';
import { CancelRegistration } from '../life/cancel-registration';
import { ExtendFiling } from '../life/extend-filing';
import { LapseFilings } from '../lapse-filings';
import { RegistryVerify } from '../registry-verify';
import { FileObjection } from './file-objection';
import { LapseObjections } from './lapse-objections';
import { MoveObjection } from './move-objection';
import { RevokeFiling } from './revoke-filing';

const SIZE = Number(process.env['SIZE'] ?? 240);
const INSTANTS = 60;
const DAY_MS = 86_400_000;

let database: TestDatabase;
let registry: RegistryUnderTest;

beforeAll(async () => {
  database = await createTestDatabase();
  registry = await startRegistry(database.appUrl);
});
afterAll(async () => {
  await registry.nest.close();
  await database.drop();
});

const person = (permission: string): Actor => ({
  ...actor(newId(1), EVERYONE),
  permissions: new Set([permission]),
});
const lawyer = person('registration.file');
const [objector, other] = [person('objection.file'), person('objection.file')];
const [maker, checker] = [person('registration.revoke'), person('registration.revoke')];
const GRANTORS = ['甲公司', '乙公司', '丙公司'].map(party);
const db = () => registry.nest.get(Db);

/** Numbers below `below`, the same in every run. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
const draw = seeded(20_261_123);
const oneOf = <T>(list: readonly T[]): T | undefined => list[draw(list.length)];

interface Made {
  readonly id: string;
  readonly number: string;
}
const filings: Made[] = [];
const objections: { readonly id: string; readonly by: Actor }[] = [];

async function file(): Promise<void> {
  const { userId, organisationId } = lawyer;
  const grantors = GRANTORS.filter((_, index) => index === draw(3) || index === 0);
  const draft = userFiling({ filedBy: { userId, organisationId }, grantors, termMonths: 1 + draw(6) });
  const [verdict] = await db().run((tx) => registry.nest.get(Filings).file(tx, [draft]));
  if (verdict && 'filed' in verdict) filings.push(verdict.filed);
}

/** One random thing that somebody tries; what the rules refuse leaves nothing. */
async function attempt(): Promise<void> {
  const filing = oneOf(filings);
  const objection = oneOf(objections);
  const choice = draw(10);
  if (!filing || choice < 2) return file();
  if (choice === 2)
    return done(registry.nest.get(CancelRegistration).execute(command(lawyer), filing.id, 'Paid'));
  if (choice < 5)
    return done(registry.nest.get(ExtendFiling).execute(command(lawyer), filing.id, 1 + draw(3), 'Runs on'));
  if (choice < 7) {
    const by = draw(2) === 0 ? objector : other;
    const given = { objector: 'X', reason: 'It is mine', evidenceName: null, evidenceSha256: null };
    const made = registry.nest.get(FileObjection).execute(command(by), { ...given, number: filing.number });
    return done(made.then(({ id }) => objections.push({ id, by })));
  }
  if (choice === 7) return revoke(filing.id);
  if (!objection) return;
  const moving = registry.nest.get(MoveObjection);
  if (choice === 8) return done(moving.withdraw(command(objection.by), objection.id, 'Settled'));
  const acceptedOn = dateOf(registry.clock.now());
  const proof = {
    kind: 'lawsuit',
    body: 'Court',
    caseNumber: '1',
    acceptedOn,
    documentSha256: null,
  } as const;
  return done(moving.prove(command(objection.by), objection.id, proof));
}

async function revoke(id: string): Promise<void> {
  if (draw(3) > 0) return;
  const order = { court: 'Court', documentNumber: '1', documentSha256: 'a'.repeat(64) };
  const revoking = registry.nest.get(RevokeFiling);
  const orderedOn = addDays(dateOf(registry.clock.now()), -1);
  const asked = revoking.ask(command(maker), id, { ...order, orderedOn });
  const decision = { decision: 'approve', reason: null } as const;
  return done(asked.then((found) => revoking.decide(command(checker), found.id, decision)));
}

/** Refusals are part of the game; anything else is not. */
async function done(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => {
    if (!String((error as { code?: unknown }).code).startsWith('registry.')) throw error;
  });
}

interface EventRow {
  readonly filingId: string;
  readonly kind: 'extended' | 'cancelled' | 'objection_filed';
  readonly at: string;
  readonly expiresAt: string | null;
  readonly objectionNumber: string | null;
}

/** The history of each filing, from the book alone. */
async function histories(): Promise<Map<string, FilingEvent[]>> {
  const content = { grantors: [], securedParties: [], collateral: [], maximumAmount: null };
  const made = await query<{ id: string; at: string; expiresAt: string }>(
    db().reads,
    `select f.id, ${instantSql('f.filed_at')} as at, ${instantSql('f.expires_at')} as "expiresAt"
     from registry.filing f`,
  );
  const found = new Map(
    made.map(({ id, at, expiresAt }): [string, FilingEvent[]] => [
      id,
      [{ kind: 'initial', content, at: microsFromText(at), expiresAt: microsFromText(expiresAt) }],
    ]),
  );
  const rows = await query<EventRow>(
    db().reads,
    `select e.filing_id as "filingId", e.kind, ${instantSql('e.at')} as at,
       ${instantSql('e.expires_at')} as "expiresAt", o.number as "objectionNumber"
     from registry.filing_event e left join registry.objection o on o.id = e.objection_id order by e.at`,
  );
  for (const { filingId, kind, at, expiresAt, objectionNumber: objection } of rows) {
    const when = { at: microsFromText(at) };
    const event = objection === null ? { ...when, kind } : { ...when, kind, objection };
    found
      .get(filingId)
      ?.push(
        (expiresAt === null ? event : { ...event, expiresAt: microsFromText(expiresAt) }) as FilingEvent,
      );
  }
  return found;
}

it(`says of ${SIZE} random steps at any past instant what a replay says`, async () => {
  const from = registry.clock.now().getTime();
  for (let step = 0; step < SIZE; step += 1) {
    await attempt();
    if (draw(3) === 0) registry.clock.advance(draw(4) * DAY_MS + 1);
    if (draw(8) === 0) await registry.nest.get(LapseObjections).execute();
    if (draw(8) === 0) await registry.nest.get(LapseFilings).execute();
  }
  expect(await registry.nest.get(RegistryVerify).verify(db().reads)).toEqual([]);
  const told = await histories();
  const kinds = new Set([...told.values()].flatMap((events) => events.map(({ kind }) => kind)));
  expect([...kinds].sort()).toEqual(
    ['initial', 'cancelled', 'extended', 'revoked', 'objection_filed', 'objection_lapsed']
      .concat(['objection_proved', 'objection_withdrawn'])
      .sort(),
  );
  const until = registry.clock.now().getTime() + 90 * DAY_MS;
  for (let asked = 0; asked < INSTANTS; asked += 1) {
    const instant = BigInt(from) * 1000n + BigInt(draw(1_000_000)) * (BigInt(until - from) / 1000n);
    const text = instantText(instant);
    const ids = [...told.keys()];
    const stored = await registry.nest.get(FilingStore).byIds(db().reads, ids, text);
    const standing = await registry.nest.get(ObjectionStore).standing(db().reads, ids, text);
    for (const [id, events] of told) {
      const expected = filingAt(events, instant);
      if (!expected) continue;
      const { state, expiresAt } = stored.get(id) ?? {};
      expect({ id, text, state, expiresAt }).toEqual({
        ...{ id, text, state: expected.state, expiresAt: instantText(expected.expiresAt) },
      });
      expect((standing.get(id) ?? []).map(({ number }) => number)).toEqual(expected.objections);
    }
  }
});
