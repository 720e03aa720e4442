// What a thief tries on sign-in, sessions and people: all of it is refused, and the refusals stay in the book
// although what they belonged to was rolled back.
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
    for (const path of ['/auth/sessions/end', '/auth/totp', '/auth/sign-out']) {
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
    const own = bearer(one.token);
    const { items } = await own.client.get<{ items: (Shown & { isThis: boolean })[] }>('/auth/sessions');
    const ids = items.filter(({ isThis }) => !isThis).map(({ id }) => id);
    expect([items.length - ids.length, ids.length > 0]).toEqual([1, true]);
    await expectRefused(
      bearer(other.token),
      post('/auth/sessions/end', { ids }),
      404,
      'identity.session_not_found',
    );
    expect(await own.client.post('/auth/sessions/end', { ids })).toEqual({ ended: ids.length });
    expect((await own.client.get<{ items: Shown[] }>('/auth/sessions')).items).toHaveLength(1);
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
      expect(await refused('identity.roles_decision_refused')).toContain('identity.own_proposal');
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
});
