// Statutory registrations on a real database: two people, a table as a whole, and a docked registry that is late, repeats
// itself and contradicts itself.
import { newId } from '#kernel';
import { type Actor, Db, EVERYONE, NO_ONE, PageQuery, query } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database';
import { FakeStatutoryRegistry } from '../../../../../test/support/fakes/statutory-registry';
import { StatutoryStore } from '../../data/certificates/statutory.store';
import type { Filing } from '../../domain/filing';
import {
  actor,
  command,
  filedBy,
  type RegistryUnderTest,
  START,
  startRegistry,
  userFiling,
} from '../../testing/registry-under-test';
import { Filings } from '../filings';
import { CheckStatutory } from './check-statutory';
import { EnterStatutory } from './enter-statutory';
import { ExchangeStatutory } from './exchange-statutory';
import { FollowStatutoryRegistry } from './follow-statutory-registry';
import { StatutoryQueries } from './statutory.queries';
import { StatutoryRegistrations } from './statutory-registrations';

let database: TestDatabase;
let registry: RegistryUnderTest;
const docked = new FakeStatutoryRegistry();

const person = (): Actor => ({
  ...actor(filedBy.organisationId),
  permissions: new Set(['title.record']),
});
const [maker, checker] = [person(), person()];
const get = <T>(token: abstract new (...args: never[]) => T): T => registry.nest.get(token);
const db = () => get(Db);
const AT = '2026-11-22T07:00:00.000000Z';

async function file(): Promise<Filing> {
  const [verdict] = await db().run((tx) => get(Filings).file(tx, [userFiling()]));
  if (!verdict || 'refused' in verdict) throw new Error('not filed');
  return verdict.filed;
}
const enter = (filingId: string, number = 'ZD-1', reason: string | null = null, by = maker) =>
  get(EnterStatutory).execute(command(by), {
    ...{ filingId, number, registeredAt: AT, certificateSha256: null, reason },
  });
const check = (id: string, by = checker, decision: 'approve' | 'decline' = 'approve') =>
  get(CheckStatutory).execute(command(by), id, { decision, reason: decision === 'decline' ? 'other' : null });
const counting = async (filingId: string) =>
  (await get(StatutoryRegistrations).inForce(db().reads, [filingId])).get(filingId)?.number ?? null;
const table = (...lines: (readonly [Filing, string])[]) =>
  [
    'registration_number,filed_at,grantor,statutory_number,statutory_time,reason',
    ...lines.map(([{ number }, given]) => `'${number},,,${given},2026-11-22 15:00:00,`),
  ].join('\n');

beforeAll(async () => {
  database = await createTestDatabase();
  registry = await startRegistry(database.appUrl);
});
afterAll(async () => {
  await registry.nest.close();
  await database.drop();
});
beforeEach(() => registry.clock.stepTo(START));

describe('an entry', () => {
  it('counts once another person has checked it, and is never overwritten', async () => {
    const { id: filingId } = await file();
    const first = await enter(filingId);
    expect([first.state, await counting(filingId)]).toEqual(['waiting', null]);
    await expect(check(first.id, maker)).rejects.toMatchObject({
      code: 'registry.statutory_maker_is_checker',
    });
    expect(await check(first.id)).toMatchObject({ state: 'in_force', actions: [] });
    expect(await counting(filingId)).toBe('ZD-1');
    registry.clock.advance(1_000);
    const second = await enter(filingId, 'ZD-2', 'mistyped');
    expect(await counting(filingId)).toBe('ZD-1');
    await check(second.id);
    expect(await counting(filingId)).toBe('ZD-2');
    const lines = await get(StatutoryQueries).page(maker, Object.assign(new PageQuery(), { filingId }));
    expect(lines.map(({ number, state }) => [number, state])).toEqual([
      ['ZD-2', 'in_force'],
      ['ZD-1', 'in_force'],
    ]);
  });

  it('that is declined does not count, and leaves room for another', async () => {
    const { id: filingId } = await file();
    const { id } = await enter(filingId);
    await expect(enter(filingId, 'ZD-9')).rejects.toMatchObject({ code: 'registry.statutory_waiting' });
    expect(await check(id, checker, 'decline')).toMatchObject({ state: 'declined', checkReason: 'other' });
    expect(await counting(filingId)).toBeNull();
    await expect(check(id)).rejects.toMatchObject({ code: 'registry.statutory_not_open' });
    expect((await enter(filingId)).state).toBe('waiting');
  });

  it('is made once, however many try at the same time', async () => {
    const { id: filingId } = await file();
    const tries = await Promise.allSettled([1, 2, 3, 4, 5].map(() => enter(filingId)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it.each<[string, () => Promise<unknown>, string]>([
    ['a stranger', async () => enter((await file()).id, 'x', null, actor()), 'registry.filing_not_found'],
    ['an unknown filing', () => enter(newId(1)), 'registry.filing_not_found'],
    [
      'the future',
      async () => {
        const { id } = await file();
        registry.clock.stepTo(new Date('2026-11-22T06:00:00Z'));
        return enter(id);
      },
      'registry.statutory_time_ahead',
    ],
    [
      'what counts already',
      async () => {
        const { id } = await file();
        await check((await enter(id)).id);
        return enter(id);
      },
      'registry.statutory_known',
    ],
    [
      'a correction without a reason',
      async () => {
        const { id } = await file();
        await check((await enter(id)).id);
        return enter(id, 'ZD-2');
      },
      'registry.statutory_reason_missing',
    ],
  ])('is refused for %s', async (_, attempt, code) => {
    await expect(attempt()).rejects.toMatchObject({ code });
  });

  it('by one person and checked by the same is refused by the database too', async () => {
    const { id } = await enter((await file()).id);
    const insert = query(
      db().reads,
      `insert into registry.statutory_check (entry_id, entered_by, decision, checked_by, checked_at)
       values ($1, $2, 'approve', $2, now())`,
      [id, maker.userId],
    );
    await expect(insert).rejects.toThrow(/check constraint/);
  });

  it('is another’s and cannot be seen', async () => {
    const { id, filingId } = await enter((await file()).id);
    await expect(check(id, actor())).rejects.toMatchObject({ code: 'registry.statutory_entry_not_found' });
    const store = get(StatutoryStore);
    expect(await store.byIds(db().reads, NO_ONE, [id])).toEqual([]);
    expect(await store.own(db().reads, NO_ONE, [filingId])).toEqual([]);
    expect(await store.own(db().reads, EVERYONE, [filingId])).toEqual([filingId]);
  });
});

describe('a table', () => {
  it('lists what is due, and comes back as a whole', async () => {
    const [one, other] = [await file(), await file()];
    const out = await get(ExchangeStatutory).table(maker);
    expect(out).toContain(`'${one.number}`);
    const csv = table([one, 'ZD-T1'], [other, 'ZD-T2']);
    const planned = await get(ExchangeStatutory).plan(maker, csv);
    expect([planned.entered, planned.lines.map(({ outcome }) => outcome)]).toEqual([0, ['new', 'new']]);
    expect((await get(ExchangeStatutory).apply(command(maker), csv)).entered).toBe(2);
    const open = Object.assign(new PageQuery(), { state: 'waiting' as const });
    const waiting = await get(StatutoryQueries).page(checker, open);
    for (const { id, source } of waiting.filter(({ number }) => number.startsWith('ZD-T'))) {
      expect(source).toBe('file');
      await check(id);
    }
    expect([await counting(one.id), await counting(other.id)]).toEqual(['ZD-T1', 'ZD-T2']);
    expect(await get(ExchangeStatutory).table(maker)).not.toContain(one.number);
  });

  it('with one line that is refused leaves nothing, and shows what differs', async () => {
    const [known, fresh] = [await file(), await file()];
    await check((await enter(known.id)).id);
    const csv = table([known, 'ZD-OTHER'], [fresh, 'ZD-NEW']);
    const outcome = await get(ExchangeStatutory).apply(command(maker), csv);
    expect(outcome).toMatchObject({
      entered: 0,
      lines: [{ outcome: 'refused', refusal: 'registry.statutory_reason_missing' }, { outcome: 'new' }],
    });
    const waiting = await get(StatutoryRegistrations).waiting(db().reads, [known.id, fresh.id]);
    expect(waiting.size).toBe(0);
    const withReason = csv.replace('15:00:00,', '15:00:00,corrected there');
    expect(await get(ExchangeStatutory).apply(command(maker), withReason)).toMatchObject({
      entered: 2,
      lines: [{ outcome: 'different', known: { number: 'ZD-1' } }, { outcome: 'new' }],
    });
  });

  it('of a stranger finds none of ours', async () => {
    const csv = table([await file(), 'ZD-X']);
    const planned = await get(ExchangeStatutory).plan(actor(), csv);
    expect(planned.lines).toMatchObject([{ outcome: 'refused', refusal: 'registry.filing_not_found' }]);
  });
});

describe('a docked registry', () => {
  const follow = () =>
    new FollowStatutoryRegistry(
      ...([db(), get(StatutoryStore), get(StatutoryRegistrations), registry.clock, docked] as const),
    ).execute();
  const linesOf = (filingId: string) => get(StatutoryStore).ofFiling(db().reads, filingId);

  it('is given what is due, may be late, and is believed once', async () => {
    const filing = await file();
    await follow();
    expect(docked.submitted.map(({ filingId }) => filingId)).toContain(filing.id);
    expect(await counting(filing.id)).toBeNull();
    docked.tell(filing.number, 'ZD-D1', new Date(AT));
    registry.clock.advance(600_000);
    await follow();
    await follow();
    expect(await counting(filing.id)).toBe('ZD-D1');
    expect(await linesOf(filing.id)).toHaveLength(1);
  });

  it('that says another time later is not believed before a person has looked', async () => {
    const filing = await file();
    docked.tell(filing.number, 'ZD-D2', new Date(AT));
    await follow();
    docked.tell(filing.number, 'ZD-D2', new Date('2026-11-22T07:30:00Z'));
    registry.clock.advance(600_000);
    await follow();
    await follow();
    const lines = await linesOf(filing.id);
    expect(lines.map(({ source, needsCheck }) => [source, needsCheck])).toEqual(
      expect.arrayContaining([
        ['docked', false],
        ['docked', true],
      ]),
    );
    const registeredAt = async () =>
      (await get(StatutoryRegistrations).inForce(db().reads, [filing.id])).get(filing.id)?.registeredAt;
    expect(await registeredAt()).toBe(AT);
    await check(lines.find(({ needsCheck }) => needsCheck)?.id ?? '');
    expect(await registeredAt()).toBe('2026-11-22T07:30:00.000000Z');
  });

  it('that is away is asked again', async () => {
    const filing = await file();
    docked.goAway(true);
    await expect(follow()).rejects.toThrow('away');
    docked.goAway(false);
    docked.tell(filing.number, 'ZD-D3', new Date(AT));
    await follow();
    expect(await counting(filing.id)).toBe('ZD-D3');
  });
});
