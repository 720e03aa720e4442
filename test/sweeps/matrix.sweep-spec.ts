// Who may do what: every route of the API description, for every role and for nobody, on their own things and on
// another tenant's. 401, 403 and 404 come exactly where the permission table and the tenants' borders are.
import { type Permission, PERMISSIONS, permissionsOf, type Role, ROLE_TABLE, ROLES } from '#identity';
import { money } from '#kernel';
import { query, Db } from '#platform';
import type { Answer, Person } from '../e2e/world';
import {
  brokenReferences,
  changesState,
  hasId,
  namesIds,
  permissionOf,
  placeOf,
  readApiFile,
  type Route,
  routesOf,
} from './api-file';
import { BODY_OF, FILTER_ID, FOREIGN_BODY, ID_OF, ONE_OF, OWN_BUT_HIDDEN, SHOWN_TO_ALL } from './places';
import { statementOf } from './small-money';
import {
  bearer,
  type Player,
  signedInAfresh,
  type SmallWorld,
  startSmallWorld,
  type Tenant,
} from './small-world';

const file = readApiFile();
const routes = routesOf(file);
const guarded = routes.filter(({ access }) => access.kind !== 'public');
const withId = routes.filter(hasId);
const lists = routes.filter((route) => !hasId(route) && !changesState(route) && permissionOf(route));
const sees = (role: Role) => ROLE_TABLE[role].sees;
const may = (role: Role, route: Route): boolean => {
  const permission = permissionOf(route);
  return permission === null || permissionsOf([role]).has(permission as Permission);
};
const MALFORMED = 'not-an-id';
const NONSENSE = { nonsense: [1, { two: null }] };

let small: SmallWorld;
let requests = 0;

beforeAll(async () => {
  small = await startSmallWorld();
}, 60_000);
afterAll(async () => {
  await small.world.close();
  process.stdout.write(`${requests} requests over ${routes.length} routes and ${ROLES.length} roles\n`);
});

async function send(person: Person, { method, path }: Route, id: string, body?: unknown): Promise<Answer> {
  requests++;
  const address = path.replace(/^\/api/, '').replace(/\{\w+\}/g, id);
  return person.call({ method, path: address, ...(method === 'GET' ? {} : { body: body ?? {} }) });
}

/** With the parameters that it cannot do without, and perhaps more. */
function withQuery(route: Route, more: Readonly<Record<string, string>> = {}): Route {
  const needed = route.query.filter(({ required }) => required);
  const given = needed.map(
    ({ name, schema }) => [name, String(schema.enum?.[0] ?? schema.minimum ?? schema.example)] as const,
  );
  const search = new URLSearchParams({ ...Object.fromEntries(given), ...ONE_OF[route.name], ...more });
  return { ...route, path: `${route.path}?${search.toString()}` };
}

const list = (person: Person, route: Route, more?: Readonly<Record<string, string>>): Promise<Answer> =>
  send(person, withQuery(route, more), MALFORMED);

const idFor = (route: Route, tenant: Tenant, role: Role): string =>
  ID_OF[placeOf(route)]?.(tenant, role) ?? MALFORMED;
const everyId = (route: Route, tenant: Tenant): string[] =>
  [...new Set(ROLES.map((role) => idFor(route, tenant, role)))].filter((id) => id !== '');
const players = (tenant: Tenant): Player[] => ROLES.map((role) => tenant.players[role]);

/** Sentences about the answers that are not what they should be. */
async function deviations(
  asked: readonly Route[],
  who: readonly Player[],
  work: (route: Route, player: Player) => Promise<readonly (string | null)[]>,
): Promise<string[]> {
  const found: string[] = [];
  for (const route of asked)
    for (const player of who) {
      const said = await work(route, player);
      found.push(...said.flatMap((one) => (one === null ? [] : `${player.role}: ${route.name} ${one}`)));
    }
  return found;
}
const expecting = (status: number, answer: Answer, how: string): string | null =>
  answer.status === status
    ? null
    : `answers ${answer.status}, not ${status}, ${how}: ${answer.text.slice(0, 200)}`;

describe('the API description', () => {
  it('is what the application serves', async () => {
    const served = await fetch(`${small.world.app.url}/api/openapi.json`);
    const names = (list: readonly Route[]) => list.map(({ name, access }) => [name, access]).sort();
    expect(names(routesOf((await served.json()) as typeof file))).toEqual(names(routes));
  });

  it('refers only to schemas that it holds', () => expect(brokenReferences(file)).toEqual([]));

  it('names exactly the permissions of the table, each held by a role', () => {
    const named = [...new Set(routes.flatMap((route) => permissionOf(route) ?? []))].sort();
    expect(named).toEqual([...PERMISSIONS]);
    expect(named.filter((permission) => !/^[a-z]+\.[a-z]+$/.test(permission))).toEqual([]);
  });

  it('has an access rule on every route', () =>
    expect(routes.filter(({ access }) => !(access as unknown)).map(({ name }) => name)).toEqual([]));

  it('has a known place for every id, and a body for every deed on one', () => {
    const unknown = withId.filter((route) => !(placeOf(route) in ID_OF) || route.path.split('{').length > 2);
    expect(unknown.map(({ name }) => name)).toEqual([]);
    const bodyless = withId.filter(({ name, body }) => body && !(name in BODY_OF));
    expect(bodyless.map(({ name }) => name)).toEqual([]);
    const filters = lists.flatMap(({ query: all }) => all.filter(({ schema }) => schema.format === 'uuid'));
    expect(filters.filter(({ name }) => !(name in FILTER_ID)).map(({ name }) => name)).toEqual([]);
  });

  it('has, for every body that can name a thing, the attempt to name another tenant’s', () => {
    const open = routes.filter(({ name, body }) => body && namesIds(body, file) && !(name in FOREIGN_BODY));
    expect(open.map(({ name }) => name)).toEqual([]);
  });
});

describe('nobody', () => {
  const strangers = (): Player[] => {
    const { world, own } = small;
    const { supplier } = own.players;
    const forger = bearer(world, 'A'.repeat(43));
    return [world.stranger, forger].map((person) => ({ ...supplier, person }));
  };

  it('gets 401 from every route that is not public, whatever is asked', async () => {
    const found = await deviations(guarded, strangers(), async (route, { person }) => [
      expecting(401, await send(person, route, MALFORMED, NONSENSE), 'malformed'),
      expecting(
        401,
        await send(person, route, idFor(route, small.own, 'supplier'), BODY_OF[route.name]),
        'well formed',
      ),
    ]);
    expect(found).toEqual([]);
  });

  it('reaches what is public', async () => {
    const open = routes.filter(({ access }) => access.kind === 'public');
    const found = await deviations(open, strangers(), async (route, { person }) => {
      const { status } = await send(person, route, MALFORMED);
      return [status === 401 || status === 403 ? `answers ${status}` : null];
    });
    expect(found).toEqual([]);
  });
});

describe('a role', () => {
  it.each(ROLES.map((role) => [role]))('has the permissions of its line and no other: %s', async (role) => {
    const { person } = small.own.players[role];
    const { permissions } = await person.client.get<{ permissions: string[] }>('/auth/me');
    expect([...permissions].sort()).toEqual([...ROLE_TABLE[role].permissions].sort());
  });

  it('without the permission gets 403 before anything is judged', async () => {
    const found = await deviations(guarded, players(small.own), async (route, { role, person }) => {
      if (may(role, route)) return [];
      const body = BODY_OF[route.name];
      return [
        expecting(403, await send(person, route, MALFORMED, NONSENSE), 'malformed'),
        expecting(403, await send(person, route, idFor(route, small.own, role), body), 'on its own'),
        expecting(
          403,
          await send(person, route, everyId(route, small.foreign)[0] ?? MALFORMED, body),
          'on another’s',
        ),
      ];
    });
    expect(found).toEqual([]);
  });

  it('without the permission leaves no deed', async () => {
    const before = await deedCount();
    const barred = guarded.filter((route) => changesState(route) && !may('supplier', route));
    for (const route of barred) await send(small.own.players.supplier.person, route, MALFORMED, NONSENSE);
    expect(barred.length).toBeGreaterThan(5);
    expect(await deedCount()).toBe(before);
  });
});

describe('another tenant', () => {
  const ownScope = () => players(small.own).filter(({ role }) => sees(role) === 'own');

  it('has no id that exists for a permitted role of the own scope', async () => {
    const before = await deedCount();
    let tried = 0;
    const found = await deviations(withId, ownScope(), async (route, { role, person }) => {
      if (!may(role, route)) return [];
      const ids = everyId(route, small.foreign).filter((id) => !everyId(route, small.own).includes(id));
      expect(ids).not.toEqual([]);
      tried += ids.length;
      return Promise.all(
        ids.map(async (id) =>
          expecting(404, await send(person, withQuery(route), id, BODY_OF[route.name]), 'on another’s'),
        ),
      );
    });
    expect(found).toEqual([]);
    expect(tried).toBeGreaterThan(withId.length);
    expect(await deedCount()).toBe(before);
  });

  it('is in no list, with no filter and no cursor', async () => {
    const { things, players: theirs } = small.foreign;
    const people = players(small.foreign).filter(({ role }) => sees(role) === 'own');
    const ids: string[] = [
      ...Object.values<string>({ ...things }),
      ...people.flatMap(({ userId, organisationId, search }) => [userId, organisationId, search ?? userId]),
    ];
    expect(new Set(ids).size).toBeGreaterThan(20);
    expect(theirs.supplier.organisationId).not.toBe(small.own.players.supplier.organisationId);
    const found = await deviations(lists, ownScope(), async (route, { role, person }) => {
      if (!may(role, route) || route.name in SHOWN_TO_ALL) return [];
      const filters = route.query.filter(({ schema }) => schema.format === 'uuid');
      const answers = [
        await list(person, route),
        ...(await Promise.all(
          filters.map(({ name }) => list(person, route, { [name]: FILTER_ID[name]?.(small.foreign) ?? '' })),
        )),
      ];
      return answers.flatMap(({ status, text }) => [
        status === 200 ? null : `answers ${status}`,
        ids.some((id) => text.includes(id)) ? 'shows what is another tenant’s' : null,
      ]);
    });
    expect(found).toEqual([]);
  });

  it('has no deed that a stranger gets a receipt of by its subject', async () => {
    const receipts = async (person: Person, subjectId: string) =>
      (await person.call({ method: 'GET', path: `/receipts?subjectId=${subjectId}` })).text;
    const { deal, payout, payment, account } = small.foreign.things;
    for (const { person } of ownScope())
      for (const id of [deal, payout, payment, account])
        expect(await receipts(person, id)).toBe('{"items":[],"next":null}');
    const { person } = small.foreign.players.operations;
    for (const id of [deal, payout, payment]) expect(await receipts(person, id)).toContain(id);
  });

  it('cannot be named inside a body', async () => {
    const before = await deedCount();
    const reaching = routes.filter(({ name }) => typeof FOREIGN_BODY[name] === 'function');
    const found = await deviations(reaching, ownScope(), async (route, { role, person }) => {
      const body = FOREIGN_BODY[route.name];
      if (!may(role, route) || typeof body !== 'function') return [];
      const { status, text } = await send(
        person,
        route,
        idFor(route, small.own, role),
        body(small.own, small.foreign),
      );
      const refused = /_not_found"/.test(text) && (status === 404 || status === 422 || refusesEach(text));
      return [refused ? null : `answers ${status}: ${text.slice(0, 300)}`];
    });
    expect(found).toEqual([]);
    expect(await deedCount()).toBe(before);
  });

  it('cannot be named by the account of a bank statement', async () => {
    const before = await deedCount();
    const [{ operations: own }, { payout }] = [small.own.players, small.foreign.things];
    const seen = await small.foreign.players.operations.person.client.get<{ endToEndId: string }>(
      `/payouts/${payout}`,
    );
    const statement = statementOf(1, 'NOT-MINE', [
      { amount: money('-1.00', 'CNY'), servicerReference: 'NOT-MINE', endToEndId: seen.endToEndId },
    ]);
    const imported = await own.person.client.upload<object>('/statements', [statement]);
    expect(imported).toMatchObject({ fileId: null, statements: [{ status: 'refused' }], payoutIds: [] });
    expect(await deedCount()).toBe(before);
  });

  /** Bulk answers say of each item what became of it. */
  const refusesEach = (text: string): boolean => {
    const { items = [] } = JSON.parse(text) as { items?: { outcome: string }[] };
    return items.length > 0 && items.every(({ outcome }) => outcome === 'refused');
  };
});

describe('the own tenant', () => {
  const readable = withId.filter((route) => !changesState(route));

  it('is there: every permitted role reads its own things', async () => {
    const found = await deviations(readable, players(small.own), async (route, { role, person }) => {
      const hidden = OWN_BUT_HIDDEN[route.name]?.roles.includes(role) ?? false;
      if (!may(role, route)) return [];
      return [
        expecting(
          hidden ? 404 : 200,
          await send(person, withQuery(route), idFor(route, small.own, role)),
          'on its own',
        ),
      ];
    });
    expect(found).toEqual([]);
  });

  it('is listed: no permitted role finds an empty page', async () => {
    const found = await deviations(lists, players(small.own), async (route, { role, person }) => {
      if (!may(role, route)) return [];
      const empty = OWN_BUT_HIDDEN[route.name]?.roles.includes(role) ?? false;
      const { status, text } = await list(person, route);
      return [
        status === 200 && /^\{"items":\[\]/.test(text) === empty
          ? null
          : `answers ${status}: ${text.slice(0, 200)}`,
      ];
    });
    expect(found).toEqual([]);
  });

  it('is open: no permitted role gets 401 or 403, well formed or not', async () => {
    const found = await deviations(guarded, players(small.own), async (route, { role, login }) => {
      if (!may(role, route)) return [];
      // Signed in afresh, because one of the routes signs out.
      const person =
        route.access.kind === 'signed_in'
          ? await signedInAfresh(small.world, login)
          : small.own.players[role].person;
      const id = idFor(route, small.own, role);
      const answers = [
        await send(person, route, MALFORMED, NONSENSE),
        ...(route.name.endsWith('/sign-out') ? [] : [await send(person, route, id, BODY_OF[route.name])]),
      ];
      return answers.map(({ status, text }) =>
        status < 500 && status !== 401 && status !== 403 ? null : `answers ${status}: ${text.slice(0, 200)}`,
      );
    });
    expect(found).toEqual([]);
  });
});

/** Without attempts: these are written behind their answers, and once a minute. */
const DEEDS = "select count(*)::int as n from audit.deed where action <> 'audit.attempt_refused'";
async function deedCount(): Promise<number> {
  const { reads } = small.world.app.app.get(Db, { strict: false });
  return (await query<{ n: number }>(reads, DEEDS))[0]?.n ?? 0;
}
