// What a thief tries on the ways back into an account: finding out who exists, links that were used or are over, a
// mailbox without the authenticator, one person in two roles, and a link that leads to the thief's own site.
import { Secret, TOTP } from 'otpauth';
import { Db, Mailer, query } from '#platform';
import { DEMO_PASSWORD } from '../../apps/demonstration/cast';
import { Client } from '../../apps/demonstration/client';
import { HOUR, MINUTE, Person, startWorld, type World } from './world';

interface Shown {
  readonly id: string;
  readonly email: string | null;
  readonly actions: readonly string[];
}

const NEXT = 'seven-quiet-harbours';
const STEP_MS = 50;

describe('an attack on the way back into an account', () => {
  let world: World;
  const post = (path: string, body: object, headers: Record<string, string> = {}) => ({
    ...{ method: 'POST' as const, path, body, headers },
  });
  const asked = (path: string, body: object, headers?: Record<string, string>) =>
    world.stranger.call(post(path, body, headers));
  const codeOf = ({ status, text }: { status: number; text: string }) => [
    status,
    text === '' ? '' : (JSON.parse(text) as { code?: string }).code,
  ];
  const VOID = [422, 'identity.link_void'];
  const reset = async (token: string, more: object = {}) =>
    codeOf(await asked('/auth/password-reset', { token, newPassword: NEXT, ...more }));
  const signedIn = async (login: string, password = DEMO_PASSWORD) => {
    const answer = await asked('/auth/sign-in', { login, password });
    const { token = '', code = '' } = answer.json() as { token?: string; code?: string };
    return { ...answer, code, person: new Person(world.app.url, new Client(world.app.url, token), token) };
  };
  /** The secret in the newest mail to this address whose text says this. */
  const mailed = async (to: string, path: string, not = ''): Promise<string> => {
    const mailer = world.app.app.get(Mailer, { strict: false });
    for (let tries = 0; tries < 200; tries += 1) {
      const mails = (await mailer.kept(200)).filter((mail) => mail.to === to && mail.text.includes(path));
      const token = mails[0]?.text.split('#').at(-1) ?? '';
      if (token !== '' && token !== not) return token;
      await new Promise((resolve) => setTimeout(resolve, STEP_MS));
    }
    throw new Error(`no mail to ${to} with ${path}`);
  };
  const newcomer = async (login: string, email?: string): Promise<Shown> => {
    const operator = await world.client('operator');
    const organisationId = world.idOf('mingyuan');
    const plain = { login, name: '新人', organisationId, roles: ['supplier'], password: DEMO_PASSWORD };
    return operator.post<Shown>('/users', { ...plain, ...(email === undefined ? {} : { email }) });
  };
  const verified = async (login: string): Promise<Shown & { readonly address: string }> => {
    const address = `${login}@mingyuan.example`;
    const user = await newcomer(login, address);
    const token = await mailed(address, '/verify-email#');
    expect((await asked('/auth/email/confirmation', { token })).status).toBe(200);
    return { ...user, address };
  };
  const forgotten = async (login: string, address: string, not = ''): Promise<string> => {
    expect((await asked('/auth/password-reset/request', { login })).status).toBe(204);
    return mailed(address, '/reset-password#', not);
  };
  const reasons = async (action: string): Promise<string[]> => {
    const rows = await query<{ reason: string }>(
      world.app.app.get(Db, { strict: false }).reads,
      `select distinct details ->> 'reason' as reason from audit.deed where action = $1 order by 1`,
      [action],
    );
    return rows.map(({ reason }) => reason);
  };

  beforeAll(async () => {
    world = await startWorld();
  });
  /** The brake on this machine's address forgets. */
  afterEach(() => {
    world.clock.advance(HOUR);
  });
  afterAll(() => world.close());

  it('opens the account for its owner: once, with all sessions ended, and they are told', async () => {
    const { address } = await verified('way.back');
    const before = (await signedIn('way.back')).person;
    const token = await forgotten('way.back', address);
    expect((await asked('/auth/password-reset/link', { token })).json()).toEqual({
      ...{ login: 'way.back', needsCode: false, needsHandover: false },
    });
    expect(await reset(token)).toEqual([200, undefined]);
    expect((await before.call({ method: 'GET', path: '/auth/me' })).status).toBe(401);
    expect((await signedIn('way.back')).code).toBe('identity.sign_in_failed');
    expect((await signedIn('way.back', NEXT)).status).toBe(200);
    const mailer = world.app.app.get(Mailer, { strict: false });
    let told = 0;
    for (let tries = 0; tries < 100 && told === 0; tries += 1) {
      told = (await mailer.kept(200)).filter(({ to, text }) => to === address && !text.includes('#')).length;
      await new Promise((resolve) => setTimeout(resolve, STEP_MS));
    }
    expect(told).toBe(1);
    expect(await reset(token, { newPassword: 'eight-other-harbours' })).toEqual(VOID);
    expect(await reasons('identity.link_refused')).toContain('identity.link_void');
  });

  it('learns nothing of who exists: the same answer for known and unknown logins, and the same brake', async () => {
    await newcomer('without.mail');
    const answers = await Promise.all(
      ['without.mail', 'nobody.at.all', "' or true --"].map((login) =>
        asked('/auth/password-reset/request', { login }),
      ),
    );
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`))).toEqual(new Set(['204 ']));
    for (const login of ['without.mail', 'nobody.at.all']) {
      const statuses: number[] = [];
      for (let n = 0; n < 7; n += 1)
        statuses.push((await asked('/auth/password-reset/request', { login })).status);
      expect(statuses).toEqual([204, 204, 204, 204, 204, 429, 429]);
    }
    world.clock.advance(HOUR);
  });

  it('has half an hour, and the newest link alone', async () => {
    const { address } = await verified('two.links');
    const first = await forgotten('two.links', address);
    const second = await forgotten('two.links', address, first);
    expect(await reset(first)).toEqual(VOID);
    world.clock.advance(30 * MINUTE);
    expect(await reset(second)).toEqual(VOID);
    expect(await reset('A'.repeat(43))).toEqual(VOID);
  });

  it('opens nothing after the person has changed', async () => {
    const { address } = await verified('changed.since');
    const token = await forgotten('changed.since', address);
    const { person } = await signedIn('changed.since');
    await person.client.post('/auth/password', { oldPassword: DEMO_PASSWORD, newPassword: NEXT });
    expect(await reset(token, { newPassword: 'nine-other-harbours' })).toEqual(VOID);
    expect((await signedIn('changed.since', NEXT)).status).toBe(200);
  });

  it('does not pass the authenticator with the mailbox alone', async () => {
    const { address } = await verified('with.code');
    const { person } = await signedIn('with.code');
    const { secret } = await person.client.post<{ secret: string }>('/auth/totp', {
      password: DEMO_PASSWORD,
    });
    const totp = new TOTP({ secret: Secret.fromBase32(secret) });
    const code = () => totp.generate({ timestamp: world.clock.now().getTime() });
    await person.client.post('/auth/totp/confirmation', { code: code() });
    const token = await forgotten('with.code', address);
    expect((await asked('/auth/password-reset/link', { token })).json()).toMatchObject({ needsCode: true });
    expect(await reset(token)).toEqual([422, 'identity.code_wrong']);
    expect(await reset(token, { code: '000000' })).toEqual([422, 'identity.code_wrong']);
    for (let n = 0; n < 4; n += 1) await reset(token, { code: '111111' });
    expect(await reset(token, { code: '222222' })).toEqual([429, 'identity.too_many_attempts']);
    world.clock.advance(15 * MINUTE);
    expect(await reset(token, { code: code() })).toEqual([200, undefined]);
    expect((await signedIn('with.code', NEXT)).code).toBe('identity.totp_required');
    expect(await reasons('identity.password_reset_refused')).toEqual(['identity.code_wrong']);
  });

  it('leads to no other site than the configured one, whatever the request says', async () => {
    const { address } = await verified('poisoned.host');
    const evil = { 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' };
    const wish = { login: 'poisoned.host' };
    expect((await asked('/auth/password-reset/request', wish, evil)).status).toBe(204);
    const origin = 'https://evil.example';
    expect((await asked('/auth/password-reset/request', wish, { origin })).status).toBe(403);
    await mailed(address, '/reset-password#');
    const mails = await world.app.app.get(Mailer, { strict: false }).kept(200);
    expect(mails.filter(({ text }) => text.includes('evil.example'))).toEqual([]);
  });

  it('moves an address only with the password, and the old one is told', async () => {
    const { address } = await verified('moving.house');
    const { person } = await signedIn('moving.house');
    const wish = { email: 'thief@evil.example', password: 'not the password' };
    expect(codeOf(await person.call(post('/auth/email', wish)))).toEqual([422, 'identity.password_wrong']);
    for (const email of ['no address', 'a@b.example\nbcc: c@d.example', 'a@b.example, c@d.example'])
      expect(codeOf(await person.call(post('/auth/email', { email, password: DEMO_PASSWORD })))).toEqual([
        ...[422, 'identity.email_malformed'],
      ]);
    await person.client.post('/auth/email', { email: 'new@mingyuan.example', password: DEMO_PASSWORD });
    const token = await mailed('new@mingyuan.example', '/verify-email#');
    const warned = async () =>
      (await world.app.app.get(Mailer, { strict: false }).kept(200)).filter(
        ({ to, text }) => to === address && !text.includes('#'),
      ).length;
    for (let tries = 0; tries < 100 && (await warned()) === 0; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, STEP_MS));
    expect(await warned()).toBe(1);
    // Until it is verified the old address is the one that counts, and a link for an address opens no account.
    expect(await reset(token)).toEqual(VOID);
    const link = await forgotten('moving.house', address);
    expect(codeOf(await asked('/auth/email/confirmation', { token: link }))).toEqual(VOID);
    expect(codeOf(await asked('/auth/email/confirmation', { token }))).toEqual([200, undefined]);
    expect(codeOf(await asked('/auth/email/confirmation', { token }))).toEqual(VOID);
    expect(await reset(link)).toEqual(VOID);
  });

  it('takes two other persons, none of whom can open the account alone', async () => {
    const { id } = await newcomer('by.two');
    const administrator = await world.as('mingyuan.admin');
    const operator = await world.as('operator');
    const address = `/users/${id}/password-reset`;
    const own = (await administrator.client.get<{ user: { id: string } }>('/auth/me')).user.id;
    const self = `/users/${own}/password-reset`;
    expect(codeOf(await administrator.call(post(self, { reason: 'mine' })))).toEqual([
      422,
      'identity.own_reset',
    ]);
    const { handoverCode } = await administrator.client.post<{ handoverCode: string }>(address, {
      reason: 'forgotten',
    });
    const approve = { decision: 'approve' };
    expect(codeOf(await administrator.call(post(`${address}/decision`, approve)))).toEqual([
      ...[422, 'identity.reset_alone'],
    ]);
    expect(codeOf(await administrator.call(post(address, { reason: 'again' })))).toEqual([
      ...[409, 'identity.proposal_pending'],
    ]);
    const { person } = await signedIn('by.two');
    expect(codeOf(await person.call(post(`${address}/decision`, approve)))).toEqual([
      ...[403, 'platform.permission_missing'],
    ]);
    const { token } = await operator.client.post<{ token: string }>(`${address}/decision`, approve);
    expect(codeOf(await operator.call(post(`${address}/decision`, approve)))).toEqual([
      ...[404, 'identity.reset_not_found'],
    ]);
    expect(await reset(token)).toEqual([422, 'identity.handover_wrong']);
    expect(await reset(token, { handoverCode: '0000-0000-0000-0000' })).toEqual([
      422,
      'identity.handover_wrong',
    ]);
    expect(await reset(token, { handoverCode })).toEqual([200, undefined]);
    expect(await reset(token, { handoverCode })).toEqual(VOID);
    expect((await signedIn('by.two', NEXT)).status).toBe(200);
    expect(await reasons('identity.reset_decision_refused')).toEqual([
      ...['identity.own_reset', 'identity.reset_alone'],
    ]);
  });
});
