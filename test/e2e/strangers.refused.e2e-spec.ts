// What is not for everyone: rows of another organisation do not exist, a role without the permission stops before any
// row is read, and a session, a person or an organisation that ended is nobody.
import { Db, query } from '#platform';
import { setTimeout as sleep } from 'node:timers/promises';
import { DEMO_PASSWORD } from '../../apps/demonstration/cast';
import { invite } from '../../apps/demonstration/people';
import { billFile, uploaded } from './bills';
import { expectRefused, get, inTheBook, post } from './refusal';
import type { Page, Task } from './shown';
import { NOBODYS, stock, type Stock, TERMS } from './stock';
import { DAY, MINUTE, startWorld, type World } from './world';

const BID = '?advanceRate=0.9&rateAnnual=0.05&recourse=with';

describe('strangers', () => {
  let world: World;
  let ids: Stock;
  /** With ids in the places named for them. */
  const at = (path: string): string => path.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? NOBODYS);

  beforeAll(async () => {
    world = await startWorld();
    ids = await stock(world);
  });
  afterAll(() => world.close());

  describe('find nothing of another’s', () => {
    it.each([
      ['haichuan', '/receivables/:receivable', 'receivables.receivable_not_found'],
      ['haichuan', '/uploads/:upload', 'receivables.upload_not_found'],
      ['haichuan', '/documents/:document', 'documents.document_not_found'],
      ['haichuan', '/documents/:document/content', 'documents.document_not_found'],
      ['haichuan', '/financing-requests/:request', 'factoring.request_not_found'],
      ['haichuan', '/financing-requests/:request/comparison', 'factoring.request_not_found'],
      ['haichuan', '/deals/:deal', 'factoring.deal_not_found'],
      ['haichuan', '/registrations/:registration', 'registry.filing_not_found'],
      ['haichuan', '/searches/:search', 'registry.search_not_found'],
      ['haichuan', '/organisations/:nobody', 'parties.organisation_not_found'],
      ['huitong', '/financing-requests/:request', 'factoring.request_not_found'],
      ['huitong', '/deals/:deal', 'factoring.deal_not_found'],
      ['huitong', '/notices/:notice', 'factoring.notice_not_found'],
      ['huitong.risk', '/exposures/:limit/deals', 'risk.limit_not_found'],
      ['jiangnan', '/financing-requests/:request/comparison', 'factoring.request_not_found'],
      ['huitong', `/financing-requests/:request/price${BID}`, 'factoring.request_not_found'],
      ['nanfang.maker', '/notices/:notice', 'factoring.notice_not_found'],
    ])('%s reading %s', async (who, path, code) => {
      await expectRefused(await world.as(who), get(at(path)), 404, code);
      await expectRefused(await world.as(who), get(path.replace(/:\w+/, NOBODYS)), 404, code);
    });

    it.each([
      ['haichuan', '/receivables/:draft/terms', { paymentTermsDays: 60 }, 'receivables.receivable_not_found'],
      ['haichuan', '/financing-requests/:request/withdrawal', {}, 'factoring.request_not_found'],
      ['haichuan', '/offers/:offer/acceptance', {}, 'factoring.offer_not_found'],
      ['huitong', '/offers/:offer/withdrawal', {}, 'factoring.offer_not_found'],
    ])('%s acting on %s', async (who, path, body, code) => {
      await expectRefused(await world.as(who), post(at(path), body), 404, code);
    });

    it('a supplier cannot offer another’s receivable', async () => {
      const body = {
        receivables: [{ receivableId: ids.receivable }],
        financierIds: [world.idOf('jiangnan')],
      };
      const call = post('/financing-requests', body);
      await expectRefused(await world.as('haichuan'), call, 404, 'factoring.receivable_not_found');
    });

    it('a financier that was not asked cannot bid', async () => {
      const body = { ...TERMS, requestId: ids.request, validUntil: world.later(DAY) };
      await expectRefused(
        await world.as('huitong'),
        post('/offers', body),
        404,
        'factoring.request_not_found',
      );
    });

    it('another debtor cannot answer', async () => {
      const body = { items: [{ receivableId: ids.receivable, decision: 'confirm' }] };
      const maker = await world.as('nanfang.maker');
      await expectRefused(maker, post('/confirmations', body), 404, 'receivables.receivable_not_found');
    });

    it('lists stay empty', async () => {
      for (const [who, path] of [
        ['haichuan', '/receivables'],
        ['haichuan', '/uploads'],
        ['haichuan', '/documents'],
        ['haichuan', '/financing-requests'],
        ['haichuan', '/offers'],
        ['haichuan', '/deals'],
        ['haichuan', '/registrations'],
        ['huitong', '/financing-requests'],
        ['huitong', '/offers'],
        ['huitong', '/deals'],
        ['huitong', '/notices'],
        ['huitong.risk', '/limits'],
        ['huitong.risk', '/exposures'],
        ['nanfang.maker', '/notices'],
        ['nanfang.maker', '/confirmations'],
        ['lawyer', '/searches'],
      ] as const)
        expect([who, path, (await (await world.client(who)).get<Page<object>>(path)).items]).toEqual([
          who,
          path,
          [],
        ]);
    });
  });

  it.each([
    ['mingyuan', get('/confirmations'), 'confirmation.read'],
    ['mingyuan', post('/confirmations'), 'confirmation.propose'],
    ['mingyuan', post('/confirmations/checks'), 'confirmation.check'],
    ['mingyuan', get('/notices'), 'notice.read'],
    ['mingyuan', get('/limits'), 'limit.read'],
    ['mingyuan', post('/offers'), 'offer.create'],
    ['mingyuan', post('/registrations'), 'registration.file'],
    ['mingyuan', get('/deeds'), 'deed.read'],
    ['huadong.maker', post('/confirmations/checks'), 'confirmation.check'],
    ['huadong.checker', post('/confirmations'), 'confirmation.propose'],
    ['huadong.maker', get('/receivables'), 'receivable.read'],
    ['jiangnan', post('/limits'), 'limit.set'],
    ['jiangnan', post('/uploads'), 'upload.create'],
    ['jiangnan.risk', post('/offers'), 'offer.create'],
    ['jiangnan', post(`/offers/${NOBODYS}/acceptance`), 'offer.accept'],
    ['operator', post(`/offers/${NOBODYS}/acceptance`), 'offer.accept'],
    ['operator', get('/offers'), 'offer.read'],
    ['operator', post('/confirmations'), 'confirmation.propose'],
    ['regulator', post('/registrations'), 'registration.file'],
    ['lawyer', get(`/deals/${NOBODYS}`), 'deal.read'],
    ['mingyuan', post('/organisations'), 'organisation.onboard'],
    ['mingyuan', post('/users'), 'user.create'],
    ['regulator', post('/parameters'), 'parameter.set'],
  ])('%s lacks the role for %j', async (who, call, permission) => {
    const { details } = await expectRefused(await world.as(who), call, 403, 'platform.permission_missing');
    expect(details).toEqual({ permission });
  });

  it('nobody checks an answer of their own, even with both roles', async () => {
    const operator = await world.client('operator');
    const both = { login: 'both', name: '双岗', at: 'huadong', roles: ['debtor_maker', 'debtor_checker'] };
    await expect(invite(operator, both, world.idOf('huadong'))).rejects.toThrow('identity.roles_not_apart');
    await invite(operator, { ...both, roles: ['debtor_maker'] }, world.idOf('huadong'));
    // Not even where somebody gave the second role past the rule.
    const { reads } = world.app.app.get(Db, { strict: false });
    await query(reads, 'update identity.user_account set roles = $2 where login = $1', [
      both.login,
      both.roles,
    ]);
    const [receivableId = ''] = await uploaded(world, 'mingyuan', [billFile({ number: 'MY-OWN-CHECK' })]);
    const person = await world.as('both');
    await person.client.post('/confirmations', { items: [{ receivableId, decision: 'confirm' }] });
    const { items } = await person.client.get<Page<Task>>('/confirmations');
    const own = items.find(({ id }) => id === receivableId);
    expect(own).toMatchObject({ actions: [] });
    const body = { items: [{ confirmationId: own?.answer?.confirmationId, decision: 'approve' }] };
    await expectRefused(person, post('/confirmations/checks', body), 422, 'receivables.maker_is_checker');
    expect(await inTheBook(world, ['receivables.maker_is_checker'])).toHaveLength(1);
  });

  it('without a session nothing is open', async () => {
    for (const path of ['/receivables', '/auth/me', '/offers', '/deeds', `/deals/${NOBODYS}`])
      await expectRefused(world.stranger, get(path), 401, 'platform.signed_out');
    for (const authorization of ['Bearer x', `Bearer ${'A'.repeat(43)}`, 'Basic YTpi', ''])
      await expectRefused(
        world.stranger,
        { ...get('/auth/me'), headers: { authorization } },
        401,
        'platform.signed_out',
      );
    const call = post('/auth/sign-in', { login: 'mingyuan', password: 'not the password' });
    await expectRefused(world.stranger, call, 401, 'identity.sign_in_failed');
  });

  it('another site cannot use a session by its cookie', async () => {
    const { token } = await world.as('mingyuan');
    const headers = { cookie: `youquan_session=${token ?? ''}`, 'sec-fetch-site': 'cross-site' };
    const call = { ...post('/auth/sign-out'), headers };
    await expectRefused(world.stranger, call, 403, 'platform.cross_site');
    expect(await inTheBook(world, ['platform.cross_site'])).toEqual(['platform.cross_site']);
    await (await world.client('mingyuan')).get('/auth/me');
  });

  describe('those who ended', () => {
    it('a suspended organisation’s people are out, and its offers and doors are closed', async () => {
      const [operator, supplier, bank] = [
        await world.client('operator'),
        await world.as('mingyuan'),
        await world.as('jiangnan'),
      ];
      const path = `/organisations/${world.idOf('jiangnan')}/status`;
      await operator.post(path, { status: 'suspended', reason: '牌照到期' });
      // What a process remembers of a session it forgets within a second.
      await sleep(1100);
      await expectRefused(bank, get('/offers'), 401, 'platform.signed_out');
      const signIn = post('/auth/sign-in', { login: 'jiangnan', password: DEMO_PASSWORD });
      await expectRefused(world.stranger, signIn, 403, 'identity.suspended');
      await expectRefused(
        supplier,
        post(at('/offers/:offer/acceptance')),
        422,
        'factoring.financier_inactive',
      );
      const body = {
        receivables: [{ receivableId: ids.receivable }],
        financierIds: [world.idOf('jiangnan')],
      };
      await expectRefused(supplier, post('/financing-requests', body), 422, 'factoring.financier_unknown');
      const directory = await supplier.client.get<Page<{ id: string }>>('/financiers');
      expect(directory.items.map(({ id }) => id)).toEqual([world.idOf('huitong')]);
      await operator.post(path, { status: 'active', reason: '牌照已续' });
      await bank.client.get('/offers');
    });

    it('a session that was signed out, or idle for half an hour, is over', async () => {
      const leaving = await world.stranger.client.signIn('haichuan', DEMO_PASSWORD);
      await leaving.get('/auth/me');
      await leaving.post('/auth/sign-out', {});
      await expect(leaving.get('/auth/me')).rejects.toThrow('platform.signed_out');
      const person = await world.as('haichuan');
      world.clock.advance(31 * MINUTE);
      await expectRefused(person, get('/receivables'), 401, 'platform.signed_out');
    });
  });
});
