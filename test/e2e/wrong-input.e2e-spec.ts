// Whatever anyone sends, the platform says in a problem what is wrong and what to do, and goes on serving.
import { type Outcome, upload } from '../../apps/demonstration/steps';
import { billFile, file, silentReasons, uploaded } from './bills';
import { expectRefused, get, post, problemFaults } from './refusal';
import { NOBODYS } from './stock';
import { type Call, startWorld, type World } from './world';

const EICAR = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';
const JSON_TYPE = { 'content-type': 'application/json' };
const MEGABYTE = 1024 * 1024;

describe('wrong input', () => {
  let world: World;
  const CNY = (amount: string) => ({ amount, currency: 'CNY' });
  /** A receivable without a due date. */
  let draft: string;

  beforeAll(async () => {
    world = await startWorld();
    [draft = ''] = await uploaded(world, 'mingyuan', [billFile({ number: 'MY-DRAFT', due: null })]);
  });
  afterAll(() => world.close());

  describe('as a body', () => {
    const sent = (raw: string, headers: Record<string, string> = JSON_TYPE) =>
      post('/searches', undefined, { raw, headers });

    it.each([
      ['cut off', '{"by":"name"'],
      ['no JSON', 'by=name'],
      ['nothing', ''],
      ['two values', '{} {}'],
      ['with a comment', '{"by":"name" /* x */}'],
      ['setting a prototype', '{"by":"name","name":"x","__proto__":{"isAdmin":true}}'],
      ['setting a constructor’s prototype', '{"by":"name","constructor":{"prototype":{"x":1}}}'],
    ])('%s is malformed', async (_, raw) => {
      await expectRefused(await world.as('lawyer'), sent(raw), 400, 'platform.malformed');
    });

    it.each(['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'nonsense'])(
      'of type %s is not read',
      async (type) => {
        for (const raw of ['{"by":"name","name":"x"}', 'by=name&name=x']) {
          const answer = await (await world.as('lawyer')).call(sent(raw, { 'content-type': type }));
          expect([answer.status, answer.status < 400 ? [] : problemFaults(answer)]).toEqual([400, []]);
        }
      },
    );

    it.each([
      'null',
      'true',
      '1',
      '"text"',
      '[]',
      '[{"by":"name","name":"x"}]',
      '{}',
      '{"by":["name"],"name":"x"}',
    ])('%s is not what was asked for', async (raw) => {
      const answer = await (await world.as('lawyer')).call(sent(raw));
      expect({ status: answer.status, faults: problemFaults(answer) }).toEqual({ status: 400, faults: [] });
    });

    it('of five megabytes is too large', async () => {
      const raw = JSON.stringify({ by: 'name', name: 'x'.repeat(5 * MEGABYTE) });
      await expectRefused(await world.as('lawyer'), sent(raw), 413, 'platform.too_large');
    });

    it.each([
      ['arrays', '['.repeat(100_000) + ']'.repeat(100_000)],
      ['objects', '{"name":'.repeat(100_000) + '1' + '}'.repeat(100_000)],
      ['a field', `{"by":"name","name":${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
    ])('of %s a hundred thousand levels deep is refused', async (_, raw) => {
      const answer = await (await world.as('lawyer')).call(sent(raw));
      expect(problemFaults(answer)).toEqual([]);
      expect(answer.status).toBe(400);
    });
  });

  describe('as a field', () => {
    const search = (name: unknown) => post('/searches', { by: 'name', name });
    it.each<unknown>([
      ...[7, true, [], {}, ['x'], { toString: 'x' }, '', ' ', '\u0000', 'a\u0000b', '\ud800', 'x\udc00'],
      ...['\u0007bell', 'x'.repeat(201)],
    ])('a name %j', async (name) => {
      const { errors } = await expectRefused(
        await world.as('lawyer'),
        search(name),
        400,
        'platform.input_invalid',
      );
      expect(errors).toMatchObject([{ pointer: '/name' }]);
    });

    it.each([
      '2026-02-30',
      '2026-13-01',
      '0000-00-00',
      '26-01-01',
      '2026/01/01',
      '2026-1-1',
      20_261_123,
      null,
    ])('a date %j', async (dueDate) => {
      const call = post(`/receivables/${draft}/terms`, { dueDate });
      const { status, ...rest } = await (await world.as('mingyuan')).call(call);
      expect([status, problemFaults({ status, ...rest })]).toEqual([400, []]);
    });

    it.each<unknown>([1e308, -1, 2 ** 53, 1.5, '', ' 5 ', '1e3', '0x10', 'NaN', true, [5], {}])(
      'a number of days %j',
      async (paymentTermsDays) => {
        const call = post(`/receivables/${draft}/terms`, { paymentTermsDays });
        await expectRefused(await world.as('mingyuan'), call, 400, 'platform.input_invalid');
      },
    );

    it.each([
      ...[
        1,
        '1',
        { amount: 1, currency: 'CNY' },
        { amount: '1', currency: 'cny' },
        { amount: '1', currency: 'ZZZ' },
      ],
      ...[
        CNY('1e3'),
        CNY('١'),
        CNY('1,000'),
        CNY('9'.repeat(16)),
        CNY('1.00001'),
        CNY(''),
        [CNY('1')],
        { currency: 'CNY' },
      ],
    ])('an amount %j', async (limit) => {
      const call = post('/limits', { debtorId: world.idOf('nanfang'), limit });
      const { errors } = await expectRefused(
        await world.as('huitong.risk'),
        call,
        400,
        'platform.input_invalid',
      );
      expect(errors[0]?.pointer).toMatch(/^\/limit/);
    });

    it.each([
      { list: [[]] },
      { list: [[[]]] },
      { list: ['x'] },
      { list: [null] },
      { list: 'x' },
      { list: {} },
    ])('a list %j', async ({ list }) => {
      const party = { legalName: '甲公司' };
      const bodies = [
        { grantors: list, securedParties: [party], collateral: [{ description: '全部设备' }] },
        { grantors: [party], securedParties: [party], collateral: list },
      ];
      for (const body of bodies) {
        const call = post('/registrations', { category: 'other', termMonths: 12, ...body });
        await expectRefused(await world.as('lawyer'), call, 400, 'platform.input_invalid');
      }
    });

    it('that nobody asked for is named', async () => {
      const call = post('/searches', { by: 'name', name: 'x', roles: ['operator'] });
      const { errors } = await expectRefused(await world.as('lawyer'), call, 400, 'platform.input_invalid');
      expect(errors.map(({ pointer }) => pointer)).toEqual(['/roles']);
    });

    it('more items than a list may have', async () => {
      const items = Array.from({ length: 1001 }, () => ({
        receivableId: draft,
        decision: 'confirm',
      }));
      const call = post('/confirmations', { items });
      await expectRefused(await world.as('huadong.maker'), call, 400, 'platform.input_invalid');
    });
  });

  describe('as an address', () => {
    it.each([
      '1',
      'x',
      'null',
      '%00',
      '..%2f..%2fetc',
      NOBODYS.slice(1),
      `${NOBODYS}0`,
      "'--",
      '%F0%9F%92%A5',
    ])('with an id %s', async (id) => {
      await expectRefused(
        await world.as('mingyuan'),
        get(`/receivables/${id}`),
        400,
        'platform.id_malformed',
      );
    });

    it('that cannot be decoded', async () => {
      await expectRefused(
        await world.as('mingyuan'),
        get('/receivables/%E0%A4%A'),
        400,
        'platform.malformed',
      );
    });

    it.each<[Call['method'], string]>([
      ['GET', '/nowhere'],
      ['POST', '/nowhere'],
      ['PUT', '/receivables'],
      ['DELETE', `/receivables/${NOBODYS}`],
      ['PATCH', '/limits'],
      ['GET', ''],
      ['GET', '/receivables/'],
      ['GET', `/receivables/${NOBODYS}/${NOBODYS}`],
    ])('%s %s leads nowhere', async (method, path) => {
      await expectRefused(await world.as('mingyuan'), { method, path }, 404, 'platform.route_unknown');
    });

    it.each([
      ...['limit=0', 'limit=201', 'limit=x', 'limit=', 'limit=1&limit=2', 'limit[]=1', 'limit=%00'],
      ...['cursor=x', 'cursor[a]=1', 'state=none', 'state=', 'debtorId=1', 'q=%00', 'q=', 'nothing=1'],
      ...['__proto__[x]=1', `q=${'x'.repeat(101)}`],
    ])('with a query %s', async (query) => {
      const answer = await (await world.as('mingyuan')).call(get(`/receivables?${query}`));
      expect(problemFaults(answer)).toEqual([]);
      expect(answer.status).toBe(400);
    });
  });

  describe('as an upload', () => {
    const form = (payload: string, type = 'multipart/form-data; boundary=edge'): Call =>
      post('/uploads', undefined, { raw: payload, headers: { 'content-type': type } });
    const part = (content: string, disposition = 'form-data; name="files"; filename="a.xml"') =>
      `--edge\r\ncontent-disposition: ${disposition}\r\n\r\n${content}\r\n`;
    const END = '--edge--\r\n';

    it.each([
      ['JSON', form('{}', 'application/json'), 400, 'platform.upload_not_multipart'],
      ['without a boundary', form('x', 'multipart/form-data'), 400, 'platform.upload_broken'],
      ['cut off', form(part('<a/>').slice(0, -8)), 400, 'platform.upload_broken'],
      ['without any part', form(END), 400, 'receivables.upload_empty'],
      [
        'with a field beside',
        form(`${part('x', 'form-data; name="note"')}${END}`),
        400,
        'platform.upload_field',
      ],
      ['of 101 files', form(`${part('<a/>').repeat(101)}${END}`), 413, 'platform.too_many_files'],
    ] as const)('%s is refused', async (_, call, status, code) => {
      await expectRefused(await world.as('mingyuan'), call, status, code);
    });

    const entities = Array.from(
      { length: 20 },
      (_, level) => `<!ENTITY a${level + 1} "&a${level};&a${level};">`,
    );
    it.each<[string, string, string | Uint8Array]>([
      ['nothing', 'empty.xml', ''],
      ['a zip', 'a.zip', Buffer.from('504b0304140000000800', 'hex')],
      ['a PDF', 'a.pdf', '%PDF-1.7\n%âãÏÓ\n1 0 obj'],
      [
        'a program under another name',
        'invoice.xml',
        Buffer.from(`4d5a9000${'00'.repeat(60)}50450000`, 'hex'),
      ],
      ['a picture', 'a.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
      ['the EICAR test', 'eicar.xml', EICAR],
      ['any text', 'a.txt', 'hello'],
      ['JSON', 'a.json', '{"invoice":1}'],
      [
        'a billion laughs',
        'a.xml',
        `<!DOCTYPE x [<!ENTITY a0 "ha">${entities.join('')}]><Invoice>&a20;</Invoice>`,
      ],
      [
        'an outer entity',
        'a.xml',
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><Invoice>&e;</Invoice>',
      ],
      ['a deep tree', 'a.xml', `${'<a>'.repeat(50_000)}${'</a>'.repeat(50_000)}`],
      ['a wide tree', 'a.xml', `<Invoice>${'<a/>'.repeat(300_000)}</Invoice>`],
      [
        'many attributes',
        'a.xml',
        `<Invoice ${Array.from({ length: 50_000 }, (_, i) => `a${i}="1"`).join(' ')}/>`,
      ],
      ['ten megabytes on one line', 'a.csv', 'x'.repeat(10 * MEGABYTE)],
      ['half an invoice', 'half.xml', billFile({ number: 'MY-HALF' }).bytes.slice(0, 900)],
      ['bytes in no encoding', 'a.csv', Buffer.from('ff00fe81ff41ff'.repeat(50), 'hex')],
      ['a name that climbs', '../../../etc/passwd', 'x'],
    ])('of %s is answered file by file', async (_, name, content) => {
      const outcomes: readonly Outcome[] = await upload(await world.client('mingyuan'), [
        file(name, content),
      ]);
      expect(outcomes).toMatchObject([{ outcome: 'refused', receivableId: null }]);
      expect(outcomes[0]?.fileName).not.toContain('/');
      expect(outcomes[0]?.reasons).not.toEqual([]);
      expect(silentReasons(outcomes[0]?.reasons ?? [])).toEqual([]);
    });
  });

  it('as a header', async () => {
    const person = await world.as('mingyuan');
    for (const headers of [
      { authorization: `Bearer ${'x'.repeat(10_000)}` },
      { authorization: 'Bearer \u00e9\u00ff' },
      { cookie: 'youquan_session=%00; youquan_session=%E0%A4%A', authorization: '' },
    ])
      await expectRefused(person, { ...get('/auth/me'), headers }, 401, 'platform.signed_out');
    for (const language of ['zh;q=x', '*', '\u00ff', 'x'.repeat(5000)]) {
      const answer = await person.call({ ...get('/nowhere'), headers: { 'accept-language': language } });
      expect([answer.status, problemFaults(answer)]).toEqual([404, []]);
    }
  });

  it('as headers of a hundred kilobytes', async () => {
    const headers = { 'x-padding': 'x'.repeat(100_000) };
    const answer = await world.stranger.call({ ...get('/health/live'), headers });
    expect([answer.status, problemFaults(answer)]).toEqual([431, []]);
  });
});
