// What a thief tries on programs that act by themselves: used and forged assertions, confused algorithms, more than
// they may. All of it gets the same answer, and stays in the book.
import { createHmac, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { calculateJwkThumbprint, type JWK, SignJWT } from 'jose';
import { newId } from '#kernel';
import { Db, query } from '#platform';
import { Client } from '../../apps/demonstration/client';
import { expectRefused, get, post } from './refusal';
import { MINUTE, Person, startWorld, type World } from './world';

interface Shown {
  readonly id: string;
}
interface Problem {
  readonly code: string;
}
interface Tokens {
  readonly access_token: string;
}

const NOBODY = newId(1);
const AUDIENCE = 'urn:youquan:token';

describe('an attack on a machine client', () => {
  let world: World;
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

  const bearer = (token: string) => new Person(world.app.url, new Client(world.app.url, token), token);
  const refused = async (): Promise<string[]> => {
    const { reads } = world.app.app.get(Db, { strict: false });
    const rows = await query<{ fault: string }>(
      reads,
      `select distinct details ->> 'fault' as fault from audit.deed
       where action = 'identity.client_refused' order by fault`,
    );
    return rows.map(({ fault }) => fault);
  };

  beforeAll(async () => {
    world = await startWorld();
    const admin = await world.client('mingyuan.admin');
    client = await admin.post<Shown>('/clients', {
      name: 'ERP',
      permissions: ['receivable.read', 'request.read'],
    });
    const pair = generateKeyPairSync('ed25519');
    key = pair.privateKey;
    jwk = pair.publicKey.export({ format: 'jwk' });
    kid = await calculateJwkThumbprint(jwk);
    await admin.post(`/clients/${client.id}/keys`, { jwk });
  });

  afterAll(() => world.close());

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
    expect((await token(jwt)).json()).toMatchObject({
      error: 'invalid_client',
      error_description: expect.stringContaining('assertion') as string,
    });
  });

  it.each([
    ['another audience', () => assertion({ aud: 'https://other.example' })],
    ['another subject', () => assertion({ sub: randomUUID() })],
    ['an unknown client', () => assertion({ iss: NOBODY, sub: NOBODY })],
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
    expect(await refused()).toEqual(['client_unknown', 'key_unknown', 'malformed', 'not_valid', 'replayed']);
  });
});
