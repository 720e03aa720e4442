import { DomainError, newId } from '#kernel';
import { type Command, Db, EVERYONE, NO_ONE, PageQuery, Parameters, query } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import type { FilingDraft } from '../domain/filing';
import {
  actor,
  command,
  fresh,
  party,
  type RegistryUnderTest,
  startRegistry,
  userFiling,
} from '../testing/registry-under-test';
import { FilingQueries } from './filings.queries';
import { RegisterFiling } from './register-filing';

let database: TestDatabase;
let registry: RegistryUnderTest;
let db: Db;
let register: RegisterFiling;
let queries: FilingQueries;

beforeAll(async () => {
  database = await createTestDatabase();
  registry = await startRegistry(database.appUrl);
  db = registry.nest.get(Db);
  register = registry.nest.get(RegisterFiling);
  queries = registry.nest.get(FilingQueries);
});
afterAll(async () => {
  await registry.nest.close();
  await database.drop();
});

const me = actor();
const count = async (grantor: string) => {
  const [row] = await query<{ n: number }>(
    db.reads,
    'select count(*)::int as n from registry.filing_party where legal_name = $1',
    [grantor],
  );
  return row?.n;
};
const refusal = async (work: Promise<unknown>): Promise<DomainError> => {
  const error: unknown = await work.then(
    () => new Error('it was accepted'),
    (reason: unknown) => reason,
  );
  if (error instanceof DomainError) return error;
  throw error;
};
const against = (grantor: string, over: Partial<FilingDraft> = {}) =>
  userFiling({ grantors: [party(grantor)], ...over });
const limit = (most: number): PageQuery => Object.assign(new PageQuery(), { limit: most });

describe('RegisterFiling', () => {
  it('files once for one key, and gives the same answer again', async () => {
    const [grantor, key] = [fresh('grantor'), fresh('key')];
    const first = await register.execute(command(me, key), against(grantor));
    const second = await register.execute(command(me, key), against(grantor));
    expect(second).toEqual(first);
    expect(first).toMatchObject({
      state: 'live',
      standing: 'registered_here_only',
      filedByOrganisationId: me.organisationId,
    });
    expect(await count(grantor)).toBe(1);
  });

  it('files once for twins that arrive together, also when their first was answered long ago', async () => {
    const [grantor, key] = [fresh('grantor'), fresh('key')];
    const together = () =>
      Promise.all(Array.from({ length: 20 }, () => register.execute(command(me, key), against(grantor))));
    const answers = [...(await together()), ...(await together())];
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await count(grantor)).toBe(1);
  });

  it('refuses a key that was used for another request, alone and beside its twin', async () => {
    const key = fresh('key');
    const other = () => register.execute(command(me, key, 'another'), against(fresh('grantor')));
    const both = [register.execute(command(me, key), against(fresh('grantor'))), refusal(other())] as const;
    const [first, refused] = await Promise.all(both);
    expect(first.state).toBe('live');
    expect(refused.code).toBe('platform.key_reused');
    expect((await refusal(other())).code).toBe('platform.key_reused');
  });

  it('keeps the keys of different people apart', async () => {
    const [grantor, key] = [fresh('grantor'), fresh('key')];
    const answers = await Promise.all(
      [me, actor()].map((by) => register.execute(command(by, key), against(grantor))),
    );
    expect(new Set(answers.map(({ id }) => id)).size).toBe(2);
  });

  it('refuses a wrong form with pointers, costs its neighbours nothing, and lets the key be used again', async () => {
    const [grantor, key] = [fresh('grantor'), fresh('key')];
    const wrong = refusal(register.execute(command(me, key), against(grantor, { termMonths: 361 })));
    const [refused, neighbour] = await Promise.all([wrong, register.execute(command(me), against(grantor))]);
    expect(refused).toMatchObject({ code: 'registry.filing_invalid', errors: [{ pointer: '/termMonths' }] });
    expect(neighbour.state).toBe('live');
    const corrected = await register.execute(command(me, key), against(grantor));
    expect(corrected.state).toBe('live');
  });

  it('files hundreds that arrive together in few transactions, each for whom it is', async () => {
    const grantor = fresh('grantor');
    const people = [actor(), actor(), actor()];
    const before = await transactions();
    const answers = await Promise.all(
      Array.from({ length: 300 }, (_, index) =>
        register.execute(command(people[index % 3] ?? me, fresh('key')), against(grantor)),
      ),
    );
    answers.forEach((answer, index) =>
      expect(answer.filedByOrganisationId).toBe(people[index % 3]?.organisationId),
    );
    expect(new Set(answers.map(({ filedAt }) => filedAt)).size).toBe(300);
    expect(new Set(answers.map(({ number }) => number)).size).toBe(300);
    expect((await transactions()) - before).toBeLessThan(40);
  });

  it('is statutory from the day the parameter says so', async () => {
    await db.run((tx) =>
      registry.nest.get(Parameters).set(tx, {
        id: newId(1),
        name: 'registry.statutory',
        value: 'yes',
        effectiveFrom: '2027-01-01',
        source: 'appointment',
        setBy: me.userId,
        setAt: registry.clock.now(),
      }),
    );
    const before = await register.execute(command(me), against(fresh('grantor')));
    registry.clock.moveTo(new Date('2027-01-01T00:00:00+08:00'));
    const after = await register.execute(command(me), against(fresh('grantor')));
    expect([before.standing, after.standing]).toEqual(['registered_here_only', 'statutory']);
  });
});

/** Transactions that wrote filings: their rows carry the transaction's number. */
async function transactions(): Promise<number> {
  const [row] = await query<{ n: number }>(
    db.reads,
    'select count(distinct xmin::text)::int as n from registry.filing',
  );
  return row?.n ?? 0;
}

describe('FilingQueries', () => {
  const [filer, grantor, secured, stranger] = [actor(), actor(), actor(), actor()];
  const ids: string[] = [];
  beforeAll(async () => {
    for (let index = 0; index < 3; index++) {
      const draft = userFiling({
        grantors: [{ ...party('Grantor Ltd'), organisationId: grantor.organisationId }],
        securedParties: [{ ...party('Bank'), organisationId: secured.organisationId }],
        category: index === 0 ? 'factoring' : 'finance_lease',
      });
      ids.push((await register.execute(command(filer), draft)).id);
    }
    ids.sort().reverse();
  });

  it.each([
    ['whoever filed', filer],
    ['the grantor', grantor],
    ['the secured party', secured],
  ])('shows a filing to %s', async (_, who) => {
    const page = await queries.page(who.scope, limit(10));
    expect(page.map(({ id }) => id)).toEqual(ids);
    expect((await queries.one(who, ids[0] ?? '')).id).toBe(ids[0]);
  });

  it('shows it to the registrar, and nobody else', async () => {
    expect((await queries.page(EVERYONE, limit(200))).map(({ id }) => id)).toEqual(
      expect.arrayContaining(ids),
    );
    expect((await queries.one(actor(newId(1), EVERYONE), ids[0] ?? '')).id).toBe(ids[0]);
    for (const scope of [stranger.scope, NO_ONE]) {
      expect(await queries.page(scope, limit(10))).toEqual([]);
      expect((await refusal(queries.one(actor(newId(1), scope), ids[0] ?? ''))).code).toBe(
        'registry.filing_not_found',
      );
    }
  });

  it('goes on from a cursor and keeps to a category', async () => {
    const after = Object.assign(limit(1), { cursor: ids[0] ?? '' });
    expect((await queries.page(filer.scope, after)).map(({ id }) => id)).toEqual(ids.slice(1));
    const leases = Object.assign(limit(10), { category: 'finance_lease' as const });
    expect(await queries.page(grantor.scope, leases)).toHaveLength(2);
  });

  it('reads back what was answered', async () => {
    const by: Command = command(filer);
    const answer = await register.execute(by, userFiling());
    expect(await queries.one(filer, answer.id)).toEqual(answer);
  });
});
