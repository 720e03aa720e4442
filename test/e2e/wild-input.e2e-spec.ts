// About two thousand seeded requests that are wrong in ways nobody thought of, over every route and with every role:
// none of them breaks the platform, and each refusal is a problem that says what to do.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyBooks } from '../../apps/application';
import { people } from '../../apps/demonstration/cast';
import { get, problemFaults } from './refusal';
import { type ByWhom, soundRequests } from './sound-requests';
import { NOBODYS, stock, type Stock } from './stock';
import { type ApiDescription, oddValues, seeded, WildRequests, wrongInOnePlace } from './wild-requests';
import { startWorld, type World } from './world';

const SEED = 20_261_123;
const ROUNDS = 20;
const MUTANTS = 900;
const HANDS = 8;
/** These end the sessions or the rights of those who send the others. */
const ENDING = /sign-out|\/status|second-factor-rule|sessions\/end|\/roles|\/departure/;
const API = join(__dirname, '../../apps/api/openapi.json');

describe('wild input', () => {
  const random = seeded(SEED);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const logins = ['', 'operator', ...people.map(({ login }) => login)];
  const permissions = new Map<string, readonly string[]>();
  let world: World;
  let ids: Stock;

  beforeAll(async () => {
    world = await startWorld();
    ids = await stock(world);
    for (const login of logins.slice(1)) {
      const me = await (await world.client(login)).get<{ permissions: string[] }>('/auth/me');
      permissions.set(login, me.permissions);
    }
  });
  afterAll(() => world.close());

  /** What was wrong with the answers; prints how many there were of which status. */
  async function faultsOf(what: string, wild: readonly ByWhom[]): Promise<string[]> {
    const begun = performance.now();
    const faults: string[] = [];
    const byStatus: Record<string, number> = {};
    const queue = [...wild];
    const hand = async () => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const { login, call } = next;
        const answer = await (login === '' ? world.stranger : await world.as(login)).call(call);
        byStatus[answer.status] = (byStatus[answer.status] ?? 0) + 1;
        const said = answer.status < 400 ? [] : problemFaults(answer);
        if (said.length > 0)
          faults.push(`${login} ${JSON.stringify(call).slice(0, 600)}: ${said.join('; ')}`);
      }
    };
    await Promise.all(Array.from({ length: HANDS }, hand));
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    const figures = `${wild.length} requests, seed ${SEED}, ${seconds} s, ${JSON.stringify(byStatus)}`;
    process.stdout.write(`${what}: ${figures}\n`);
    return faults;
  }

  it('over every route, mostly by those who may', async () => {
    const known = [...Object.values(ids), world.idOf('huadong'), world.idOf('jiangnan'), NOBODYS];
    const api = JSON.parse(readFileSync(API, 'utf8')) as ApiDescription;
    const wild = new WildRequests(api, random, known).all(ROUNDS).map(({ permission, call }): ByWhom => {
      const able = logins.filter(
        (login) => permission !== null && permissions.get(login)?.includes(permission),
      );
      return { call, login: able.length > 0 && random() < 0.7 ? pick(able) : pick(logins) };
    });
    const sent = wild.filter(({ call }) => !ENDING.test(call.path));
    expect(new Set(sent.map(({ login }) => login)).size).toBe(logins.length);
    expect(await faultsOf('wild requests', sent)).toEqual([]);
  }, 120_000);

  it('in one place of a sound request', async () => {
    const wild = soundRequests(world, ids).flatMap(({ login, call }) =>
      wrongInOnePlace(call.body, oddValues).map((body): ByWhom => ({ login, call: { ...call, body } })),
    );
    const sent = Array.from({ length: MUTANTS }, () => pick(wild));
    expect(await faultsOf('one wrong place', sent)).toEqual([]);
  }, 120_000);

  it('leaves the platform serving, and its books sound', async () => {
    expect((await world.stranger.call(get('/health/ready'))).status).toBe(200);
    const supplier = await world.client('mingyuan');
    expect(await supplier.get(`/deals/${ids.deal}`)).toMatchObject({ state: 'accepted' });
    expect(Object.values(await verifyBooks(world.app.app)).flat()).toEqual([]);
  });
});
