// The inbox reaches people: bundled mails at once and each working morning, never twice, to those alone who may see the
// entries; ended by one click; and for the operator, how they fared.
import { setTimeout as sleep } from 'node:timers/promises';
import { WriteMails } from '#inbox';
import { type KeptMail, Mailer, Working } from '#platform';
import { DEMO_PASSWORD } from '../../apps/demonstration/cast';
import { billFile, uploaded } from './bills';
import { DAY, startWorld, type World } from './world';

const PATIENCE = 100;
const STEP_MS = 100;
const MAKER = 'maker@huadong.example';
const SUPPLIER = 'clerk@mingyuan.example';

interface MailShown {
  readonly id: string;
  readonly state: string;
  readonly cadence: string;
  readonly tries: number;
  readonly lastError: string | null;
  readonly actions: readonly string[];
}

describe('mail of the inbox', () => {
  let world: World;
  let mailer: Mailer;
  beforeAll(async () => {
    world = await startWorld();
    mailer = world.app.app.get(Mailer, { strict: false });
    await world.app.app.get(Working, { strict: false }).start();
    await reach('huadong.maker', MAKER);
    await reach('mingyuan', SUPPLIER);
  }, 60_000);
  afterAll(async () => world.close());

  const until = async <Found>(look: () => Promise<Found | undefined>): Promise<Found> => {
    for (let tries = 0; tries < PATIENCE; tries += 1) {
      const found = await look();
      if (found !== undefined) return found;
      await sleep(STEP_MS);
    }
    throw new Error('it did not happen');
  };
  const kept = async (address: string, words: string): Promise<KeptMail[]> =>
    (await mailer.kept(200)).filter(({ to, text }) => to === address && text.includes(words));
  const reach = async (login: string, email: string) => {
    await (await world.client(login)).post('/auth/email', { email, password: DEMO_PASSWORD });
    const mail = await until(async () => (await kept(email, '/verify-email#'))[0]);
    const [, token] = /\/verify-email#(\S+)/.exec(mail.text) ?? [];
    await world.stranger.client.post('/auth/email/confirmation', { token });
  };
  const writer = () => world.app.app.get(WriteMails, { strict: false });
  const mails = async (): Promise<MailShown[]> =>
    (await (await world.client('operator')).get<{ items: MailShown[] }>('/mails?limit=200')).items;
  const asked = async (number: string) => {
    const [id = ''] = await uploaded(world, 'mingyuan', [billFile({ number })]);
    await until(async () => {
      const { items } = await (
        await world.client('huadong.maker')
      ).get<{ items: { subjectId: string }[] }>('/inbox');
      return items.find(({ subjectId }) => subjectId === id);
    });
    world.clock.advance(20_000);
  };
  const wish = async (receivables: string, language = 'en') => {
    const cadences = { financing: 'at_once', money: 'at_once', registry: 'daily', organisation: 'none' };
    const body = { cadences: { ...cadences, receivables, account: 'at_once' }, language };
    await (await world.client('huadong.maker')).post('/inbox/mail-wishes', body);
  };

  it('is a daily one for receivables unless somebody wishes otherwise', async () => {
    await writer().atOnce();
    const before = (await mails()).length;
    await asked('MAIL-1');
    await writer().atOnce();
    expect(await mails()).toHaveLength(before);
    expect(await (await world.client('huadong.maker')).get('/inbox/mail-wishes')).toMatchObject({
      ...{ isReachable: true, language: 'zh', cadences: { receivables: 'daily', account: 'at_once' } },
    });
  });

  it('comes at once where that is wished, once, in the language wished, and to the debtor alone', async () => {
    await wish('at_once');
    await asked('MAIL-2');
    await Promise.all([writer().atOnce(), writer().atOnce()]);
    await writer().atOnce();
    const [mail, ...more] = await until(async () => {
      const found = await kept(MAKER, 'MAIL-2');
      return found.length > 0 ? found : undefined;
    });
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('[Youquan] 1 to do');
    expect(mail?.text).toContain('- Answer a request for confirmation: MAIL-2; the first due on 2026-12-');
    expect(await kept(SUPPLIER, 'MAIL-2')).toEqual([]);
  });

  it('of a working morning has all that waits, once a day, and none of a Sunday', async () => {
    await wish('daily', 'zh');
    world.clock.advance(6 * DAY);
    await writer().daily();
    expect((await mails()).filter(({ cadence }) => cadence === 'daily')).toEqual([]);
    world.clock.advance(DAY);
    await Promise.all([writer().daily(), writer().daily()]);
    await writer().daily();
    const mail = await until(async () => (await kept(MAKER, '等待您处理'))[0]);
    expect(mail.text).toMatch(/- 答复确权请求（2 项）：?:? MAIL-2, MAIL-1/);
    expect((await mails()).filter(({ cadence }) => cadence === 'daily')).toHaveLength(1);
  });

  it('ends by one click without signing in, but for what guards the account', async () => {
    const [mail] = await kept(MAKER, '/unsubscribe#');
    const [, token = ''] = /\/unsubscribe#(\S+)/.exec(mail?.text ?? '') ?? [];
    const end = (value: string) =>
      world.stranger.call({
        ...{
          method: 'POST',
          path: `/inbox/unsubscribe?token=${value}`,
          raw: 'List-Unsubscribe=One-Click',
          key: null,
        },
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
    expect((await end('another')).status).toBe(404);
    expect([(await end(token)).status, (await end(token)).status]).toEqual([204, 204]);
    expect(await (await world.client('huadong.maker')).get('/inbox/mail-wishes')).toMatchObject({
      cadences: { receivables: 'none', money: 'none', account: 'at_once' },
    });
    const maker = await world.as('huadong.maker');
    const loud = await maker.call({
      ...{ method: 'POST', path: '/inbox/mail-wishes' },
      body: {
        cadences: {
          ...{ receivables: 'none', financing: 'none', money: 'none' },
          ...{ registry: 'none', organisation: 'none', account: 'none' },
        },
        language: 'zh',
      },
    });
    expect([loud.status, loud.json()]).toMatchObject([422, { code: 'inbox.account_mail_needed' }]);
  });

  it('that the server refuses is tried again, and the operator sees what it said', async () => {
    await wish('at_once');
    const send = jest.spyOn(mailer, 'send').mockRejectedValue(new Error('550 no such mailbox'));
    await asked('MAIL-3');
    await writer().atOnce();
    const failed = await until(async () => (await mails()).find(({ state }) => state === 'failed'));
    expect(failed).toMatchObject({
      state: 'failed',
      lastError: '550 no such mailbox',
      actions: ['send_again'],
    });
    await (await world.client('operator')).post(`/mails/${failed.id}/send-again`, {});
    send.mockRestore();
    await until(async () => (await mails()).find(({ id, state }) => id === failed.id && state === 'sent'));
    expect((await kept(MAKER, 'MAIL-3')).length).toBe(1);
  });
});
