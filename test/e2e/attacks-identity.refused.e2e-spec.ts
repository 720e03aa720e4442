// What a thief tries on sign-in, sessions, people and programs: all of it is refused, and the refusals stay in the book
// although what they belonged to was rolled back.
import { generateKeyPairSync, randomUUID, createHmac, type KeyObject } from 'node:crypto';
import { calculateJwkThumbprint, type JWK, SignJWT } from 'jose';
import { Secret, TOTP } from 'otpauth';
import { Db, query } from '#platform';
import { DEMO_PASSWORD } from '../../apps/demonstration/cast';
import { Client } from '../../apps/demonstration/client';
import { expectRefused, get, post } from './refusal';
import { HOUR, MINUTE, Person, startWorld, type World } from './world';

interface Shown {
  readonly id: string;
}
interface Problem {
  readonly code: string;
  readonly details: { readonly challenge?: string };
}
interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
}

const STEP = 30_000;
const AUDIENCE = 'urn:youquan:token';

describe('an attack on identity', () => {
  let world: World;
  const bearer = (token: string) => new Person(world.app.url, new Client(world.app.url, token), token);
  const signIn = (body: object) => world.stranger.call(post('/auth/sign-in', body));
  const signedIn = async (login: string, more: object = {}) => {
    const answer = await signIn({ login, password: DEMO_PASSWORD, ...more });
    expect(answer.status).toBe(200);
    return answer.json() as { token: string; refreshToken: string };
  };
  const refused = async (action: string): Promise<string[]> => {
    const { reads } = world.app.app.get(Db, { strict: false });
    const rows = await query<{ reason: string }>(
      reads,
      `select details ->> 'reason' as reason from audit.deed where action = $1 order by id`,
      [action],
    );
    return rows.map(({ reason }) => reason);
  };
  const newcomer = async (login: string, roles: readonly string[], at = 'mingyuan'): Promise<Shown> => {
    const operator = await world.client('operator');
    const body = { login, name: '新人', organisationId: world.idOf(at), roles, password: DEMO_PASSWORD };
    return operator.post<Shown>('/users', body);
  };
  /** An authenticator and its recovery codes, for a person of this login. */
  const enrolled = async (login: string) => {
    const person = bearer((await signedIn(login)).token);
    const begun = await person.client.post<{ secret: string }>('/auth/totp', { password: DEMO_PASSWORD });
    const totp = new TOTP({ secret: Secret.fromBase32(begun.secret) });
    const code = () => totp.generate({ timestamp: world.clock.now().getTime() });
    const shown = await person.client.post<{ recoveryCodes: string[]; token: string }>(
      '/auth/totp/confirmation',
      { code: code() },
    );
    return { before: person, code, ...shown };
  };
  const challengeOf = async (login: string): Promise<string> => {
    const answer = await signIn({ login, password: DEMO_PASSWORD });
    const { code, details } = answer.json() as Problem;
    expect([answer.status, code]).toEqual([401, 'identity.totp_required']);
    expect(answer.text).not.toContain('token"');
    return details.challenge ?? '';
  };
  const answer = (challenge: string, code: string) =>
    world.stranger.call(post('/auth/sign-in/code', { challenge, code }));

  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  describe('with a password, where there is an authenticator', () => {
    it('gets no session: a code opens it, once, and a recovery code once', async () => {
      await newcomer('two.steps', ['supplier']);
      const { code, recoveryCodes, before, token } = await enrolled('two.steps');
      expect(recoveryCodes).toHaveLength(10);
      expect(new Set(recoveryCodes).size).toBe(10);
      // The token from before the second factor is void: the session goes on under another.
      expect((await before.call(get('/auth/me'))).status).toBe(401);
      expect((await bearer(token).call(get('/auth/me'))).status).toBe(200);
      // The code that enrolled is spent.
      await expectRefused(
        world.stranger,
        post('/auth/sign-in/code', {
          challenge: await challengeOf('two.steps'),
          code: code(),
        }),
        401,
        'identity.code_refused',
      );
      world.clock.advance(STEP);
      const challenge = await challengeOf('two.steps');
      const opened = await answer(challenge, code());
      expect(opened.status).toBe(200);
      expect((await answer(challenge, code())).status).toBe(401);
      const again = await challengeOf('two.steps');
      await expectRefused(
        world.stranger,
        post('/auth/sign-in/code', { challenge: again, code: code() }),
        401,
        'identity.code_refused',
      );
      const [recovery = ''] = recoveryCodes;
      expect((await answer(again, recovery.toLowerCase())).status).toBe(200);
      expect((await answer(await challengeOf('two.steps'), recovery)).status).toBe(401);
      expect(await refused('identity.sign_in_refused')).toContain('identity.code_refused');
    });

    it('does not get through by many codes, nor by many challenges', async () => {
      await newcomer('two.guessed', ['supplier']);
      await enrolled('two.guessed');
      const codes: string[] = [];
      for (let n = 0; n < 8; n++) {
        const tried = await answer(await challengeOf('two.guessed'), String(n).repeat(6));
        codes.push((tried.json() as Problem).code);
      }
      expect(codes.slice(0, 4)).toEqual(Array(4).fill('identity.code_refused'));
      expect(codes.at(-1)).toBe('identity.too_many_attempts');
      expect(await refused('identity.sign_in_refused')).toContain('identity.too_many_attempts');
      world.clock.advance(HOUR);
    });

    it('has five minutes', async () => {
      await newcomer('two.late', ['supplier']);
      const { code } = await enrolled('two.late');
      const challenge = await challengeOf('two.late');
      world.clock.advance(5 * MINUTE);
      await expectRefused(
        world.stranger,
        post('/auth/sign-in/code', { challenge, code: code() }),
        401,
        'identity.challenge_over',
      );
    });

    it('cannot take the authenticator away without a code, even inside a session', async () => {
      await newcomer('two.kept', ['supplier']);
      const { token } = await enrolled('two.kept');
      const person = bearer(token);
      const body = { password: DEMO_PASSWORD, code: '000000' };
      await expectRefused(person, post('/auth/totp/removal', body), 422, 'identity.code_wrong');
      await expectRefused(
        person,
        post('/auth/totp', { password: 'not the password' }),
        422,
        'identity.password_wrong',
      );
      expect(await refused('identity.proof_refused')).toEqual(
        expect.arrayContaining(['identity.code_wrong', 'identity.password_wrong']),
      );
    });

    it('may do nothing where the organisation demands one and there is none', async () => {
      const admin = await world.as('haichuan.admin');
      const member = bearer((await signedIn('haichuan')).token);
      await admin.client.post('/users/second-factor-rule', { required: true });
      world.clock.advance(2_000);
      await expectRefused(member, get('/receivables'), 403, 'platform.permission_missing');
      expect((await member.call(get('/auth/me'))).json()).toMatchObject({
        permissions: [],
        secondFactor: { enrolled: false, required: true },
      });
    });
  });

  it('with guesses of a password is braked and written down', async () => {
    await newcomer('guessed', ['supplier']);
    const codes: string[] = [];
    for (let n = 0; n < 7; n++)
      codes.push(((await signIn({ login: 'guessed', password: `wrong guess ${n}` })).json() as Problem).code);
    expect(codes.at(-1)).toBe('identity.too_many_attempts');
    expect((await signIn({ login: 'guessed', password: DEMO_PASSWORD })).status).toBe(429);
    world.clock.advance(HOUR);
    expect((await signIn({ login: 'guessed', password: DEMO_PASSWORD })).status).toBe(200);
  });

  it('with a stolen refresh token ends the whole family, for owner and thief alike', async () => {
    const { token, refreshToken } = await signedIn('mingyuan', { client: 'program' });
    const refresh = (refresh_token: string) =>
      world.stranger.call({
        ...{ method: 'POST', path: '/auth/token', key: null },
        raw: new URLSearchParams({ grant_type: 'refresh_token', refresh_token }).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
    const first = await refresh(refreshToken);
    expect(first.status).toBe(200);
    const owner = first.json() as Tokens;
    expect((await bearer(token).call(get('/auth/me'))).status).toBe(401);
    expect((await bearer(owner.access_token).call(get('/auth/me'))).status).toBe(200);
    expect((await refresh(refreshToken)).status).toBe(401);
    expect((await bearer(owner.access_token).call(get('/auth/me'))).status).toBe(401);
    expect((await refresh(owner.refresh_token)).status).toBe(401);
    expect(await refused('identity.session_stolen')).toEqual(['identity.refresh_refused']);
    expect((await refresh('A'.repeat(43))).status).toBe(401);
  });

  it('with an access token of a program has a quarter of an hour', async () => {
    const { token } = await signedIn('mingyuan', { client: 'program' });
    world.clock.advance(15 * MINUTE - 1000);
    expect((await bearer(token).call(get('/auth/me'))).status).toBe(200);
    world.clock.advance(2000);
    expect((await bearer(token).call(get('/auth/me'))).status).toBe(401);
  });

  it('by fixing a session: sign-in never takes over the token that was sent', async () => {
    const planted = 'A'.repeat(43);
    const body = { login: 'mingyuan', password: DEMO_PASSWORD };
    const call = { ...post('/auth/sign-in', body), headers: { cookie: `youquan_session=${planted}` } };
    const { token } = (await world.stranger.call(call)).json() as { token: string };
    expect(token).not.toBe(planted);
    expect((await bearer(planted).call(get('/auth/me'))).status).toBe(401);
  });

  it('from another site: a cookie alone changes nothing, and a form is not taken', async () => {
    const { token } = await signedIn('mingyuan');
    const cookie = `youquan_session=${token}`;
    for (const path of ['/auth/sessions/end-others', '/auth/totp', '/auth/sign-out']) {
      const headers = { cookie, 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
      expect((await world.stranger.call({ ...post(path, {}), headers })).status).toBe(403);
    }
    const form = { cookie, 'content-type': 'application/x-www-form-urlencoded' };
    const sent = await world.stranger.call({
      method: 'POST',
      path: '/auth/totp',
      raw: 'password=x',
      headers: form,
    });
    expect(sent.status).toBe(400);
    expect((await bearer(token).call(get('/auth/me'))).status).toBe(200);
  });

  it('on somebody else’s session', async () => {
    const [one, other] = [await signedIn('mingyuan'), await signedIn('haichuan.admin')];
    const { items } = await bearer(one.token).client.get<{ items: Shown[] }>('/auth/sessions');
    expect(items.length).toBeGreaterThan(0);
    const [session] = items;
    await expectRefused(
      bearer(other.token),
      post(`/auth/sessions/${session?.id}/end`, {}),
      404,
      'identity.session_not_found',
    );
    expect(
      (await bearer(one.token).client.post<{ ended: number }>('/auth/sessions/end-others', {})).ended,
    ).toBe(items.length - 1);
  });

  describe('on people', () => {
    it.each([
      ['status', 'active'],
      ['version', 7],
      ['passwordHash', '$argon2id$x'],
      ['pendingRoles', ['operator']],
      ['permissions', ['parameter.set']],
    ])('with a field of the row that nobody sets: %s', async (field, value) => {
      const admin = await world.as('mingyuan.admin');
      const organisationId = world.idOf('mingyuan');
      const body = {
        login: 'massive',
        name: 'M',
        organisationId,
        roles: ['supplier'],
        password: DEMO_PASSWORD,
      };
      expect((await admin.call(post('/users', { ...body, [field]: value }))).status).toBe(400);
      const client = { name: 'ERP', permissions: ['receivable.read'], [field]: value };
      if (field !== 'permissions') expect((await admin.call(post('/clients', client))).status).toBe(400);
    });

    it('by an administrator beyond their organisation, or beyond what it is', async () => {
      const admin = await world.as('mingyuan.admin');
      const wish = { login: 'beyond', name: 'B', password: DEMO_PASSWORD };
      const own = { ...wish, organisationId: world.idOf('mingyuan') };
      const foreign = { ...wish, organisationId: world.idOf('haichuan'), roles: ['supplier'] };
      await expectRefused(admin, post('/users', foreign), 404, 'identity.organisation_not_found');
      await expectRefused(
        admin,
        post('/users', { ...own, roles: ['operator'] }),
        422,
        'identity.role_not_allowed',
      );
      await expectRefused(
        admin,
        post('/users', { ...own, roles: ['risk_officer'] }),
        422,
        'identity.role_not_allowed',
      );
    });

    it('by making maker and checker one person', async () => {
      const operator = await world.as('operator');
      const body = {
        login: 'both.hands',
        name: 'B',
        organisationId: world.idOf('huadong'),
        password: DEMO_PASSWORD,
      };
      const both = ['debtor_maker', 'debtor_checker'];
      await expectRefused(
        operator,
        post('/users', { ...body, roles: both }),
        422,
        'identity.roles_not_apart',
      );
      const { id } = await operator.client.post<Shown>('/users', { ...body, roles: ['debtor_maker'] });
      const change = { roles: both, reason: 'saves one person' };
      await expectRefused(operator, post(`/users/${id}/roles`, change), 422, 'identity.roles_not_apart');
    });

    it('by promoting oneself: it waits for somebody else', async () => {
      const { id } = await newcomer('promoted', ['administrator']);
      const { token } = await signedIn('promoted');
      const person = bearer(token);
      const change = { roles: ['administrator', 'supplier'], reason: 'I can do that too' };
      const asked = await person.client.post<{ roles: string[]; pendingRoles: string[] }>(
        `/users/${id}/roles`,
        change,
      );
      expect(asked).toMatchObject({ roles: ['administrator'], pendingRoles: change.roles });
      const approve = { decision: 'approve' };
      await expectRefused(person, post(`/users/${id}/roles/decision`, approve), 422, 'identity.own_proposal');
      expect(await refused('identity.roles_decision_refused')).toEqual(['identity.own_proposal']);
      await expectRefused(person, post(`/users/${id}/roles`, change), 409, 'identity.proposal_pending');
      const foreign = await world.as('haichuan.admin');
      await expectRefused(
        foreign,
        post(`/users/${id}/roles/decision`, approve),
        403,
        'platform.permission_missing',
      );
      const other = await world.as('mingyuan.admin');
      const given = await other.client.post<{ roles: string[] }>(`/users/${id}/roles/decision`, approve);
      expect(given.roles).toEqual(change.roles);
      // A session was opened for other permissions: it is over.
      expect((await person.call(get('/auth/me'))).status).toBe(401);
      await expectRefused(
        other,
        post(`/users/${id}/roles/decision`, approve),
        404,
        'identity.proposal_not_found',
      );
    });
  });

  describe('on a machine client', () => {
    let client: Shown;
    let key: KeyObject;
    let jwk: JWK;
    let kid: string;
    let serial = 0;

    const assertion = async (
      change: Record<string, unknown> = {},
      header: object = {},
      by: KeyObject = key,
    ) => {
      const now = Math.floor(world.clock.now().getTime() / 1000);
      const claims = {
        ...{ iss: client.id, sub: client.id, aud: AUDIENCE, iat: now, exp: now + 60, jti: `jti-${++serial}` },
        ...change,
      };
      return new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA', kid, ...header }).sign(by);
    };
    const token = (jwt: string, more: object = {}) =>
      world.stranger.call({
        ...{ method: 'POST', path: '/auth/token', key: null },
        raw: new URLSearchParams({
          grant_type: 'client_credentials',
          client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          client_assertion: jwt,
          ...more,
        }).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
    const codeOf = async (jwt: string) => ((await token(jwt)).json() as Problem).code;
    const seconds = (n: number) => Math.floor(world.clock.now().getTime() / 1000) + n;

    beforeAll(async () => {
      const admin = await world.client('mingyuan.admin');
      client = await admin.post<Shown>('/clients', {
        name: 'ERP',
        permissions: ['receivable.read', 'request.read'],
      });
      const pair = generateKeyPairSync('ed25519');
      key = pair.privateKey;
      jwk = pair.publicKey.export({ format: 'jwk' }) as JWK;
      kid = await calculateJwkThumbprint(jwk);
      await admin.post(`/clients/${client.id}/keys`, { jwk });
    });

    it('reaches what it may, and no more, for a quarter of an hour', async () => {
      const granted = await token(await assertion(), { scope: 'receivable.read' });
      expect(granted.json()).toMatchObject({
        token_type: 'Bearer',
        expires_in: 900,
        scope: 'receivable.read',
      });
      const program = bearer((granted.json() as Tokens).access_token);
      expect((await program.call(get('/receivables'))).status).toBe(200);
      await expectRefused(program, get('/financing-requests'), 403, 'platform.permission_missing');
      await expectRefused(program, get('/auth/me'), 403, 'platform.permission_missing');
      await expectRefused(
        program,
        post('/auth/password', { oldPassword: 'x', newPassword: 'y' }),
        403,
        'platform.permission_missing',
      );
      world.clock.advance(15 * MINUTE);
      expect((await program.call(get('/receivables'))).status).toBe(401);
    });

    it('with an assertion that was used', async () => {
      const jwt = await assertion();
      expect((await token(jwt)).status).toBe(200);
      expect(await codeOf(jwt)).toBe('identity.client_refused');
    });

    it.each([
      ['another audience', () => assertion({ aud: 'https://other.example' })],
      ['another subject', () => assertion({ sub: randomUUID() })],
      ['an unknown client', () => assertion({ iss: randomUUID(), sub: randomUUID() })],
      ['no end', () => assertion({ exp: undefined })],
      ['an end that is far', () => assertion({ exp: seconds(400) })],
      ['an end that is past', () => assertion({ exp: seconds(-31) })],
      ['a beginning to come', () => assertion({ nbf: seconds(31) })],
      ['no jti', () => assertion({ jti: undefined })],
      ['a jti that is no text', () => assertion({ jti: 7 })],
      ['an endless jti', () => assertion({ jti: 'j'.repeat(201) })],
      ['an unknown key', () => assertion({}, { kid: 'A'.repeat(43) })],
      ['a stranger’s signature', () => assertion({}, {}, generateKeyPairSync('ed25519').privateKey)],
      [
        'a stranger’s key in the header',
        () => assertion({}, { jwk }, generateKeyPairSync('ed25519').privateKey),
      ],
    ])('with %s', async (_, make) => expect(await codeOf(await make())).toBe('identity.client_refused'));

    it('by confusing the algorithm: none, and a secret that is the public key', async () => {
      const [, claims] = (await assertion()).split('.');
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
      const none = `${part({ alg: 'none', kid })}.${claims}.`;
      const head = `${part({ alg: 'HS256', kid })}.${claims}`;
      const forged = [JSON.stringify(jwk), jwk.x ?? '', Buffer.from(jwk.x ?? '', 'base64url')].map(
        (secret) => `${head}.${createHmac('sha256', secret).update(head).digest('base64url')}`,
      );
      for (const jwt of [none, ...forged, 'a.b.c', '...', 'x'])
        expect(await codeOf(jwt)).toBe('identity.client_refused');
    });

    it('with more scope than it has, or with a field twice', async () => {
      const more = await token(await assertion(), { scope: 'receivable.read user.create' });
      expect([more.status, (more.json() as Problem).code]).toEqual([422, 'identity.scope_exceeded']);
      const twice = await world.stranger.call({
        ...{ method: 'POST', path: '/auth/token', key: null, raw: 'grant_type=a&grant_type=b' },
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
      expect(twice.status).toBe(400);
    });

    it('with a key that was retired, while the new one counts', async () => {
      const admin = await world.client('mingyuan.admin');
      const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const next = pair.publicKey.export({ format: 'jwk' }) as JWK;
      await admin.post(`/clients/${client.id}/keys`, { jwk: next });
      const nextKid = await calculateJwkThumbprint(next);
      const old = bearer(((await token(await assertion())).json() as Tokens).access_token);
      await admin.post(`/clients/${client.id}/keys/retirement`, { kid });
      expect((await old.call(get('/receivables'))).status).toBe(401);
      expect(await codeOf(await assertion())).toBe('identity.client_refused');
      const byNew = await assertion({}, { alg: 'ES256', kid: nextKid }, pair.privateKey);
      expect((await token(byNew)).status).toBe(200);
      // The private half is never taken in.
      const whole = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
      const sent = await world.as('mingyuan.admin');
      expect((await sent.call(post(`/clients/${client.id}/keys`, { jwk: whole }))).status).toBe(400);
    });

    it('by giving it what its organisation does not do, or what people do', async () => {
      const admin = await world.as('mingyuan.admin');
      for (const permission of ['offer.create', 'user.create', 'client.manage', 'parameter.set'])
        await expectRefused(
          admin,
          post('/clients', { name: 'X', permissions: [permission] }),
          ...([422, 'identity.scopes_not_allowed'] as const),
        );
      expect(new Set(await refused('identity.client_refused'))).toEqual(new Set(['identity.client_refused']));
    });
  });
});
