// Signing in and out over HTTP: the cookie, the token, and what a stranger learns.
import { setTimeout as sleep } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { AuditModule, auditSchema } from '#audit';
import { ManualClock } from '#kernel';
import { ChangeOrganisationStatus, OnboardOrganisation, partiesSchema } from '#parties';
import { appOptions, configureEdge, Db, newAdapter, PlatformModule, platformSchema, query } from '#platform';
import { createTestDatabase } from '../../../../test/support/database';
import { Bootstrap, IdentityModule, identitySchema } from '../index';
import { PASSWORD_COST } from '../use-cases/passwords';
import { actorFor } from '../use-cases/session/actor';

const PASSWORD = 'a password that tests know';
const OTHER = 'another password of tests';

async function start() {
  const database = await createTestDatabase();
  const clock = new ManualClock(new Date('2026-11-22T08:00:00Z'));
  const platform = PlatformModule.forProcess({
    databaseUrl: database.appUrl,
    poolSize: 8,
    logLevel: 'silent',
    clock,
    schemas: [platformSchema, auditSchema, partiesSchema, identitySchema],
  });
  const module = await Test.createTestingModule({ imports: [platform, AuditModule, IdentityModule] })
    .overrideProvider(PASSWORD_COST)
    .useValue({ memoryCost: 64, timeCost: 1, parallelism: 1 })
    .compile();
  const app = module.createNestApplication<NestFastifyApplication>(newAdapter(), {
    ...appOptions,
    logger: false,
  });
  await configureEdge(app, 'no web app in tests');
  await app.init();
  const first = await app.get(Bootstrap).execute({
    organisation: { legalName: 'Operator', identifiers: [{ scheme: 'LOCAL', value: 'OP1' }] },
    user: { login: 'operator', name: 'First Operator', password: PASSWORD },
  });
  const actor = actorFor({ id: first.userId, organisationId: first.organisationId, roles: ['operator'] }, '');
  const { id: bankId } = await app.get(OnboardOrganisation).execute(
    { actor, idempotency: null },
    {
      legalName: 'North Star Bank Company',
      capabilities: ['bank'],
      identifiers: [{ scheme: 'LOCAL', value: 'B1' }],
    },
  );
  const close = async () => {
    await app.close();
    await database.drop();
  };
  return { app, clock, first, actor, bankId, close };
}

interface Reply {
  readonly status: number;
  readonly body: Record<string, unknown> & { code?: string };
  readonly cookie: string | undefined;
}

describe('sign-in over HTTP', () => {
  let world: Awaited<ReturnType<typeof start>>;

  const call = async (
    method: 'GET' | 'POST',
    url: string,
    options: { body?: object; headers?: Record<string, string>; address?: string } = {},
  ): Promise<Reply> => {
    const { body, headers = {}, address = '203.0.113.1' } = options;
    const reply = await world.app.inject({
      ...{ method, url: `/api${url}`, headers, remoteAddress: address },
      ...(body ? { payload: body } : {}),
    });
    const cookie = reply.headers['set-cookie'];
    return {
      status: reply.statusCode,
      body: reply.body === '' ? {} : (JSON.parse(reply.body) as Reply['body']),
      cookie: Array.isArray(cookie) ? cookie[0] : cookie,
    };
  };
  const bearer = (token: unknown) => ({ authorization: `Bearer ${String(token)}` });
  const signIn = (login: string, password = PASSWORD, address?: string) =>
    call('POST', '/auth/sign-in', { body: { login, password }, ...(address ? { address } : {}) });
  const tokenFor = async (login: string, password?: string) => (await signIn(login, password)).body['token'];
  const me = (token: unknown) => call('GET', '/auth/me', { headers: bearer(token) });

  let serial = 0;
  const newUser = async (change: object = {}) => {
    const login = `user${++serial}`;
    const body = {
      ...{
        login,
        name: 'Li Anna',
        organisationId: world.bankId,
        roles: ['risk_officer'],
        password: PASSWORD,
      },
      ...change,
    };
    const headers = bearer(await tokenFor('operator'));
    return { login, ...(await call('POST', '/users', { body, headers })) };
  };

  beforeAll(async () => {
    world = await start();
  });
  afterAll(async () => world.close());

  it('gives a token and a cookie that scripts and other sites cannot use', async () => {
    const { status, body, cookie } = await signIn(' OPERATOR ');
    expect(status).toBe(200);
    expect(body).toMatchObject({ expiresAt: '2026-11-22T20:00:00.000Z', lifetimeSeconds: 43_200 });
    expect(body['token']).toMatch(/^[\w-]{43}$/);
    expect(cookie).toContain(`youquan_session=${String(body['token'])};`);
    for (const part of ['Max-Age=43200', 'Path=/api', 'HttpOnly', 'SameSite=Strict'])
      expect(cookie).toContain(part);
    expect(JSON.stringify(body)).not.toContain('argon2');
  });

  it('says who is signed in, by token and by cookie', async () => {
    const { body } = await signIn('operator');
    const byToken = await me(body['token']);
    expect(byToken.body).toMatchObject({
      user: { login: 'operator', actions: ['change_password', 'change_roles'] },
      organisation: { legalName: 'Operator', capabilities: ['operator'] },
      roles: ['operator'],
    });
    expect(byToken.body['permissions']).toContain('user.create');
    const cookie = `youquan_session=${String(body['token'])}`;
    expect(await call('GET', '/auth/me', { headers: { cookie } })).toEqual(byToken);
  });

  it('keeps the token out of the database', async () => {
    const token = String(await tokenFor('operator'));
    const rows = await query<{ text: string }>(
      world.app.get(Db).reads,
      'select s::text as text from identity.session s union all select d::text from audit.deed d',
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ text }) => text.includes(token) || text.includes(PASSWORD))).toEqual([]);
  });

  it('tells a stranger nothing: unknown login and wrong password look alike', async () => {
    const { login } = await newUser();
    const wrong = await signIn(login, 'not the right password');
    const unknown = await signIn('nobody-here', 'not the right password');
    expect(wrong).toMatchObject({
      status: 401,
      body: { code: 'identity.sign_in_failed' },
      cookie: undefined,
    });
    expect(unknown).toEqual(wrong);
  });

  it.each([
    ['Bearer'],
    ['Bearer '],
    ['Basic YTpi'],
    [`Bearer ${'A'.repeat(43)}`],
    [`Bearer ${'A'.repeat(5000)}`],
    ['Bearer %00%ff'],
    ['Bearer eyJhbGciOiJub25lIn0.e30.'],
  ])('answers 401 to the header %j', async (authorization) =>
    expect(await call('GET', '/auth/me', { headers: { authorization } })).toMatchObject({
      status: 401,
      body: { code: 'platform.signed_out' },
    }),
  );

  it.each([[''], ['x'], ['"'], ['%E0%A4%A'], ['A'.repeat(43)], ['A'.repeat(3000)]])(
    'answers 401 to the cookie %j',
    async (value) =>
      expect(
        await call('GET', '/auth/me', { headers: { cookie: `youquan_session=${value}` } }),
      ).toMatchObject({ status: 401 }),
  );

  it('ends the session and clears the cookie on sign-out', async () => {
    const cookie = `youquan_session=${String(await tokenFor('operator'))}`;
    expect((await call('GET', '/auth/me', { headers: { cookie } })).status).toBe(200);
    const out = await call('POST', '/auth/sign-out', { headers: { cookie } });
    expect(out).toMatchObject({ status: 204, body: {} });
    expect(out.cookie).toMatch(/^youquan_session=;.*Path=\/api/);
    expect(out.cookie).toMatch(/Max-Age=0|Expires=Thu, 01 Jan 1970/);
    expect((await call('GET', '/auth/me', { headers: { cookie } })).status).toBe(401);
  });

  it('does not let another site sign somebody out', async () => {
    const headers = { cookie: `youquan_session=${String(await tokenFor('operator'))}` };
    const foreign = { ...headers, 'sec-fetch-site': 'cross-site' };
    expect((await call('POST', '/auth/sign-out', { headers: foreign })).body.code).toBe(
      'platform.cross_site',
    );
    expect((await call('GET', '/auth/me', { headers })).status).toBe(200);
  });

  it('makes users, each for what its organisation is', async () => {
    const { status, body, login } = await newUser({ login: 'Bank.Risk@Example.com' });
    expect(login).not.toBe('');
    expect({ status, body }).toMatchObject({
      status: 201,
      body: {
        login: 'bank.risk@example.com',
        roles: ['risk_officer'],
        version: 1,
        actions: ['suspend', 'change_roles', 'reset_totp', 'ask_reset'],
      },
    });
    expect(Object.keys(body)).not.toContain('passwordHash');
    expect((await signIn('bank.risk@example.com')).status).toBe(200);
  });

  it.each<[object, number, string]>([
    [{ roles: ['supplier'] }, 422, 'identity.role_not_allowed'],
    [{ roles: ['operator'] }, 422, 'identity.role_not_allowed'],
    [{ roles: [] }, 400, 'platform.input_invalid'],
    [{ roles: ['root'] }, 400, 'platform.input_invalid'],
    [{ roles: 'risk_officer' }, 400, 'platform.input_invalid'],
    [{ roles: ['risk_officer', 'risk_officer'] }, 400, 'platform.input_invalid'],
    [{ login: 'OPERATOR' }, 409, 'identity.login_taken'],
    [{ login: '安娜安娜' }, 422, 'identity.login_malformed'],
    [{ password: 'too short' }, 422, 'identity.password_too_short'],
    [{ password: 'north star bank company' }, 422, 'identity.password_guessable'],
    [{ password: 'x'.repeat(201) }, 400, 'platform.input_invalid'],
    [{ organisationId: '0190a000-0000-7000-8000-000000000001' }, 404, 'parties.organisation_not_found'],
    [{ status: 'suspended' }, 400, 'platform.input_invalid'],
  ])('refuses a user with %j', async (change, status, code) =>
    expect(await newUser(change)).toMatchObject({ status, body: { code } }),
  );

  it('refuses those without the permission', async () => {
    const { login } = await newUser();
    const headers = bearer(await tokenFor(login));
    expect((await call('GET', '/users', { headers })).status).toBe(403);
    expect((await call('POST', '/users', { headers, body: {} })).status).toBe(403);
  });

  it('makes one user for one idempotency key and refuses the key with another password', async () => {
    const headers = { ...bearer(await tokenFor('operator')), 'idempotency-key': 'user-key-1' };
    const body = {
      ...{ login: 'keyed', name: 'Keyed', organisationId: world.bankId, roles: ['risk_officer'] },
      password: PASSWORD,
    };
    const first = await call('POST', '/users', { headers, body });
    expect(first.status).toBe(201);
    expect(await call('POST', '/users', { headers, body })).toEqual(first);
    const changed = await call('POST', '/users', { headers, body: { ...body, password: OTHER } });
    expect(changed).toMatchObject({ status: 422, body: { code: 'platform.key_reused' } });
  });

  it('changes a password with the old one and ends the other sessions', async () => {
    const { login } = await newUser();
    const [here, elsewhere] = [await tokenFor(login), await tokenFor(login)];
    expect((await me(elsewhere)).status).toBe(200);
    const change = (body: object) => call('POST', '/auth/password', { headers: bearer(here), body });
    expect(await change({ oldPassword: 'not the old password', newPassword: OTHER })).toMatchObject({
      status: 422,
      body: { code: 'identity.password_wrong' },
    });
    expect((await change({ oldPassword: PASSWORD, newPassword: 'short' })).body.code).toBe(
      'identity.password_too_short',
    );
    const changed = await change({ oldPassword: PASSWORD, newPassword: OTHER });
    expect(changed).toMatchObject({ status: 200, body: { version: 2 } });
    // Said again after a lost answer, it is still so.
    expect(await change({ oldPassword: PASSWORD, newPassword: OTHER })).toEqual(changed);
    expect((await me(here)).status).toBe(200);
    expect((await me(elsewhere)).status).toBe(401);
    expect((await signIn(login)).status).toBe(401);
    expect((await signIn(login, OTHER)).status).toBe(200);
  });

  it('ends a session after thirty minutes without use and after twelve hours in any case', async () => {
    const token = await tokenFor('operator');
    for (let minutes = 0; minutes < 700; minutes += 20) {
      expect((await me(token)).status).toBe(200);
      world.clock.advance(20 * 60_000);
    }
    expect((await me(token)).status).toBe(200);
    world.clock.advance(19 * 60_000);
    expect((await me(token)).status).toBe(200);
    world.clock.advance(60_000);
    expect((await me(token)).status).toBe(401);
    const idle = await tokenFor('operator');
    world.clock.advance(29 * 60_000);
    expect((await me(idle)).status).toBe(200);
    world.clock.advance(30 * 60_000);
    expect((await me(idle)).status).toBe(401);
  });

  it('stops a suspended user at once and lets them back with a new session', async () => {
    const { login, body } = await newUser();
    const token = await tokenFor(login);
    expect((await me(token)).status).toBe(200);
    const headers = bearer(await tokenFor('operator'));
    const change = (status: string) =>
      call('POST', `/users/${String(body['id'])}/status`, { headers, body: { status, reason: 'left' } });
    expect(await change('suspended')).toMatchObject({
      status: 200,
      body: { actions: ['reinstate', 'change_roles', 'reset_totp'] },
    });
    expect((await me(token)).status).toBe(401);
    expect(await signIn(login)).toMatchObject({ status: 403, body: { code: 'identity.suspended' } });
    expect((await signIn(login, 'not the right password')).status).toBe(401);
    expect((await change('suspended')).status).toBe(409);
    expect((await change('active')).status).toBe(200);
    expect((await me(token)).status).toBe(401);
    expect((await signIn(login)).status).toBe(200);
    const own = { headers, body: { status: 'suspended', reason: 'x' } };
    expect((await call('POST', `/users/${world.first.userId}/status`, own)).body.code).toBe(
      'identity.own_user',
    );
  });

  it('stops the people of a suspended organisation within a second', async () => {
    const { login } = await newUser();
    const token = await tokenFor(login);
    expect((await me(token)).status).toBe(200);
    const command = { actor: world.actor, idempotency: null };
    const statuses = world.app.get(ChangeOrganisationStatus);
    await statuses.execute(command, world.bankId, { status: 'suspended', reason: 'x' });
    await sleep(1000);
    expect((await me(token)).status).toBe(401);
    expect((await signIn(login)).body.code).toBe('identity.suspended');
    await statuses.execute(command, world.bankId, { status: 'active', reason: 'x' });
    expect((await me(token)).status).toBe(200);
  });

  it('lists users by organisation', async () => {
    const headers = bearer(await tokenFor('operator'));
    const { body } = await call('GET', `/users?organisationId=${world.first.organisationId}`, { headers });
    expect(body['items']).toMatchObject([{ login: 'operator' }]);
  });
});
