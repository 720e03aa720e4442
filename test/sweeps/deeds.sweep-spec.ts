// No audit line, no deed: every route that changes state leaves a line in the book in the very transaction of the
// change, and what is refused leaves none, but for the refusals that matter for security.
import { randomUUID } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { Role } from '#identity';
import { invariant } from '#kernel';
import { Db, query } from '#platform';
import { DEMO_PASSWORD } from '../../apps/demonstration/cast';
import type { Answer, Person } from '../e2e/world';
import { changesState, hasId, readApiFile, type Route, routesOf } from './api-file';
import { REFUSED } from './deed-refusals';
import type { Scene, Step } from './deed-scene';
import { STORY } from './deed-story';
import { OF_SESSIONS, OF_STRANGERS } from './people-story';
import { applicationBody, firstUserLink } from './small-parties';
import { bearer, signedInAfresh, type SmallWorld, startSmallWorld } from './small-world';

const routes = routesOf(readApiFile()).filter(changesState);
const NEW_PASSWORD = 'four-quiet-herons-wade';
const TRIED = 'audit.attempt_refused';
const NOT_THERE = '01980000-0000-7000-8000-000000000000';

interface Deed {
  readonly id: string;
  readonly action: string;
}
let small: SmallWorld;
/** What a step gave, by its route. */
const made = new Map<string, string>();
const scene = (): Scene => ({ own: small.own, foreign: small.foreign, made });

beforeAll(async () => {
  small = await startSmallWorld();
}, 60_000);
afterAll(async () => small.world.close());

const reads = () => small.world.app.app.get(Db, { strict: false }).reads;
/** What goes on in the background comes when it comes, and belongs to no request. */
const IN_THE_BACKGROUND = [
  ...['planned', 'applied', 'checked'].map((stage) => `receivables.answer_file_${stage}`),
  ...['planned', 'applied'].map((stage) => `desk.filing_file_${stage}`),
  // By the file of registrations; those of the routes are found by their transaction.
  'registry.filing_made',
];
const deeds = () =>
  query<Deed>(reads(), 'select id, action from audit.deed where action <> all($1) order by id', [
    IN_THE_BACKGROUND,
  ]);
const pathOf = (route: string, id: string): string => route.replace(/^\w+ \/api/, '').replace(/\{\w+\}/, id);

/** The deeds that were written in the transaction which stored the answer to this key. */
const deedsOf = (key: string) =>
  query<Deed>(
    reads(),
    `select d.id, d.action from audit.deed d
     where d.xmin = (select k.xmin from platform.idempotency_key k where k.key = $1)
     order by d.action collate "C"`,
    [key],
  );

/** Those that came while this was done; attempts are written behind their answers, so they are looked for by themselves. */
async function during(work: () => Promise<unknown>): Promise<string[]> {
  const before = new Set((await deeds()).map(({ id }) => id));
  await work();
  const left = (await deeds()).filter(({ id }) => !before.has(id)).map(({ action }) => action);
  return left.filter((action) => action !== TRIED);
}

async function take({ route, who, id, body, raw }: Omit<Step, 'deeds'>, key: string): Promise<Answer> {
  const form = await raw?.(scene());
  return small.own.players[who].person.call({
    ...{ method: 'POST', path: pathOf(route, id?.(scene()) ?? ''), key },
    ...(form ? { raw: form } : { body: body?.(scene()) ?? {} }),
  });
}

describe('a route that changes state', () => {
  it('is in the story, whichever it is', () => {
    const told = [...STORY.map(({ route }) => route), ...OF_SESSIONS, ...OF_STRANGERS];
    expect(routes.map(({ name }) => name).filter((name) => !told.includes(name))).toEqual([]);
    expect(told.filter((name) => !routes.some((route) => route.name === name))).toEqual([]);
  });

  it.each(STORY.map((step) => [step.route, step] as const))(
    'leaves its deed in the same transaction, once for one key: %s',
    async (route, step) => {
      const key = randomUUID();
      const answer = await take(step, key);
      expect(answer.text).not.toContain('problem');
      expect(answer.status).toBeLessThan(300);
      expect(answer.text).not.toMatch(/"outcome":"refused","confirmationId"/);
      const { id } = answer.json() as { id?: string };
      if (id !== undefined) made.set(route, id);
      const first = await deedsOf(key);
      expect(first.map(({ action }) => action)).toEqual(step.deeds);
      const again = await during(async () => expect((await take(step, key)).status).toBe(answer.status));
      expect(again).toEqual([]);
    },
  );

  it('leaves a deed when it opens, changes and ends a session', async () => {
    const { login } = small.own.players.registrar;
    let person: Person | undefined;
    const signIn = await during(async () => (person = await signedInAfresh(small.world, login)));
    expect(signIn).toEqual(['identity.signed_in']);
    invariant(person, 'the registrar is signed in');
    const { client } = person;
    const passwords = { oldPassword: DEMO_PASSWORD, newPassword: NEW_PASSWORD };
    const change = await during(() => client.post('/auth/password', passwords));
    expect([...new Set(change)].sort()).toEqual(['identity.password_changed', 'identity.session_ended']);
    expect(await during(() => client.post('/auth/sign-out', {}))).toEqual(['identity.session_ended']);
  });

  it('leaves a deed with each modification code', async () => {
    const path = pathOf(
      'POST /api/registrations/{id}/modification-code',
      made.get('POST /api/registrations') ?? '',
    );
    const { client } = small.own.players.registry_user.person;
    const codes: string[] = [];
    const left = await during(async () => {
      for (let time = 0; time < 2; time += 1)
        codes.push((await client.post<{ modificationCode: string }>(path, {})).modificationCode);
    });
    expect(left).toEqual(['registry.modification_code_issued', 'registry.modification_code_issued']);
    expect(new Set(codes).size).toBe(2);
  });

  it('leaves a deed when somebody’s second factor comes, changes and goes', async () => {
    const { login, userId } = small.foreign.players.registry_user;
    const { client } = await signedInAfresh(small.world, login);
    const password = DEMO_PASSWORD;
    const { secret } = await client.post<{ secret: string }>('/auth/totp', { password });
    const totp = new TOTP({ secret: Secret.fromBase32(secret) });
    const code = totp.generate({ timestamp: small.world.clock.now().getTime() });
    let enrolled = { token: '', recoveryCodes: [''] };
    const enrolment = await during(async () => {
      enrolled = await client.post('/auth/totp/confirmation', { code });
    });
    const distinct = (actions: readonly string[]) => [...new Set(actions)].sort();
    expect(distinct(enrolment)).toEqual([
      'identity.session_ended',
      'identity.session_renewed',
      'identity.totp_enrolled',
    ]);
    const person = bearer(small.world, enrolled.token);
    const renewal = { password, code: enrolled.recoveryCodes[0] };
    let codes = [''];
    const renewed = await during(async () => {
      const shown = await person.client.post<{ recoveryCodes: string[] }>(
        '/auth/totp/recovery-codes',
        renewal,
      );
      codes = shown.recoveryCodes;
    });
    expect(distinct(renewed)).toEqual(['identity.recovery_codes_renewed']);
    const removal = { password, code: codes[0] };
    expect(await during(() => person.client.post('/auth/totp/removal', removal))).toEqual([
      'identity.totp_removed',
    ]);
    const { secret: next } = await person.client.post<{ secret: string }>('/auth/totp', { password });
    const again = new TOTP({ secret: Secret.fromBase32(next) });
    await person.client.post('/auth/totp/confirmation', {
      code: again.generate({ timestamp: small.world.clock.now().getTime() }),
    });
    const { client: operator } = small.own.players.operator.person;
    const reset = await during(() => operator.post(`/users/${userId}/totp-reset`, { reason: 'lost' }));
    expect(distinct(reset)).toEqual(['identity.session_ended', 'identity.totp_reset']);
  });
});

describe('a way back into an account', () => {
  it('leaves a deed of each who had a part in it', async () => {
    const { userId } = small.foreign.players.supplier;
    const { person: asking } = small.foreign.players.administrator;
    const { client: agreeing } = small.own.players.operator.person;
    const address = `/users/${userId}/password-reset`;
    const ask = () => asking.client.post<{ handoverCode: string }>(address, { reason: 'forgotten' });
    expect(await during(ask)).toEqual(['identity.reset_proposed']);
    const decline = { decision: 'decline' };
    expect(await during(() => asking.client.post(`${address}/decision`, decline))).toEqual([
      'identity.reset_declined',
    ]);
    const { handoverCode } = await ask();
    let token = '';
    const approval = await during(async () => {
      const approve = { decision: 'approve' };
      token = (await agreeing.post<{ token: string }>(`${address}/decision`, approve)).token;
    });
    expect(approval.sort()).toEqual(['identity.account_link_issued', 'identity.reset_approved']);
    const { client } = small.world.stranger;
    expect(await during(() => client.post('/auth/password-reset/link', { token }))).toEqual([]);
    const reset = { token, handoverCode, newPassword: NEW_PASSWORD };
    const done = await during(() => client.post('/auth/password-reset', reset));
    expect([...new Set(done)].sort()).toEqual(['identity.password_reset', 'identity.session_ended']);
  });
});

describe('a stranger', () => {
  it('leaves a deed of the platform when applying, and one for becoming a first user', async () => {
    const { client } = small.world.stranger;
    const applying = await during(() => client.post('/applications', applicationBody('STORY-1')));
    expect(applying).toEqual(['parties.application_submitted']);
    const token = await firstUserLink(small);
    const looking = await during(() => client.post('/joining/link', { token }));
    expect(looking).toEqual([]);
    const wish = { token, login: 'first.user', name: '首位用户', password: NEW_PASSWORD };
    const joining = await during(() => client.post('/joining/first-user', wish));
    expect(joining.sort()).toEqual([
      'identity.account_link_issued',
      'identity.user_created',
      'parties.invitation_used',
    ]);
  });

  it('leaves a line with a link that opens nothing', async () => {
    const guess = { method: 'POST', path: '/joining/link', body: { token: 'A'.repeat(43) } } as const;
    expect(await during(() => small.world.stranger.call(guess))).toEqual(['identity.joining_refused']);
  });
});

describe('what is refused', () => {
  it.each(REFUSED.map((one) => [one.route, one] as const))(
    'by a rule leaves no deed: %s',
    async (_, { status, ...step }) => {
      const left = await during(async () => {
        const answer = await take(step, randomUUID());
        expect([answer.status, answer.text]).toEqual([status, expect.stringContaining('"code"')]);
      });
      expect(left).toEqual([]);
    },
  );

  it('for its form, its id or its sender leaves no deed but that it was tried', async () => {
    const refuse = async ({ name, method, path }: Route, person: Person): Promise<string[]> => {
      const body = { nonsense: true };
      const address = path.replace(/^\/api/, '').replace(/\{\w+\}/, NOT_THERE);
      const answer = await person.call({ method, path: address, body });
      return answer.status >= 400 ? [] : [`${name} answers ${answer.status}`];
    };
    const open = routes.filter(({ name }) => name !== 'POST /api/auth/sign-out');
    const wrong: string[] = [];
    const left = await during(async () => {
      for (const route of open) {
        const step = STORY.find((one) => one.route === route.name);
        const who = step?.who ?? 'supplier';
        wrong.push(...(await refuse(route, small.own.players[who].person)));
        wrong.push(...(await refuse(route, small.world.stranger)));
        const without: Role = who === 'operator' ? 'supplier' : 'operator';
        wrong.push(...(await refuse(route, small.own.players[without].person)));
      }
    });
    expect([wrong, left]).toEqual([[], []]);
    expect((await deeds()).map(({ action }) => action)).toContain(TRIED);
    expect(open.some(hasId)).toBe(true);
  });

  it('leaves its line where someone may be guessing a password', async () => {
    const { person, login } = small.own.players.regulator;
    const guess = { login, password: 'not the password' };
    const signIn = await during(() =>
      small.world.stranger.call({ method: 'POST', path: '/auth/sign-in', body: guess }),
    );
    expect(signIn).toEqual(['identity.sign_in_refused']);
    const change = { oldPassword: 'not the password', newPassword: NEW_PASSWORD };
    const password = await during(() =>
      person.call({ method: 'POST', path: '/auth/password', body: change }),
    );
    expect(password).toEqual(['identity.password_change_refused']);
  });
});

describe('the book', () => {
  it('counts the versions of each subject from one, without a gap', async () => {
    const gaps = await query(
      reads(),
      `select subject_type, subject_id, count(*)::int as deeds, max(subject_version) as version from audit.deed
       group by subject_type, subject_id
       having count(*) <> max(subject_version) or min(subject_version) <> 1`,
    );
    expect(gaps).toEqual([]);
  });

  it('stands at the version of every row that has one', async () => {
    const tables = await query<{ name: string }>(
      reads(),
      `select format('%I.%I', v.table_schema, v.table_name) as name from information_schema.columns v
       join information_schema.columns i using (table_schema, table_name)
       where v.column_name = 'version' and i.column_name = 'id' and i.data_type = 'uuid'
         and v.table_schema not in ('jobs', 'information_schema') order by 1`,
    );
    expect(tables.length).toBeGreaterThan(5);
    const behind: object[] = [];
    for (const { name } of tables)
      behind.push(
        ...(await query<object>(
          reads(),
          `select '${name}' as found, t.id, t.version, d.version as deed from ${name} t
           left join lateral (select max(subject_version) as version from audit.deed where subject_id = t.id) d on true
           where d.version is distinct from t.version`,
        )),
      );
    expect(behind).toEqual([]);
  });
});
