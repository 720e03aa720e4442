// Certificates of registrations and searches: taken as PDF and receipt, verified online by number and offline by a second
// process that has nothing but the public key.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expectRefused, post } from './refusal';
import { startWorld, type World } from './world';

const main = resolve(__dirname, '../../dist/apps/cli/src/main.js');

interface Certificate {
  readonly id: string;
  readonly number: string;
  readonly edition: number;
  readonly code: string;
  readonly contentHash: string;
}
interface Verification {
  readonly sections:
    readonly { readonly lines: readonly { readonly value: { readonly zh: string } }[] }[] | null;
}

const DRAFT = {
  category: 'factoring',
  grantors: [{ legalName: '苏州青禾纺织有限公司' }],
  securedParties: [{ legalName: '江南保理有限公司' }],
  collateral: [{ description: '应收账款', invoiceNumber: '77012345', debtorName: '华东重工' }],
  termMonths: 12,
};

describe('certificates', () => {
  let world: World;
  let folder: string;
  let filing: { readonly id: string; readonly number: string };
  let search: { readonly id: string };
  let certificate: Certificate;

  /** What was done a moment ago is not in the log yet. */
  const issue = async (path: string, login = 'lawyer'): Promise<Certificate> => {
    const person = await world.as(login);
    for (let attempt = 0; attempt < 200; attempt += 1) {
      const answer = await person.call({ method: 'POST', path, body: {} });
      if (answer.status !== 409) return answer.json() as Certificate;
      await sleep(25);
    }
    throw new Error(`no certificate at ${path}`);
  };
  const bytesOf = async (path: string, login = 'lawyer') => {
    const { token } = await world.as(login);
    const answer = await fetch(`${world.app.url}/api${path}`, {
      headers: { authorization: `Bearer ${token ?? ''}` },
    });
    return {
      status: answer.status,
      type: answer.headers.get('content-type'),
      bytes: Buffer.from(await answer.arrayBuffer()),
    };
  };
  const file = (name: string, content: string | Buffer) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const verify = (...words: string[]) => {
    const { status, stdout } = spawnSync(process.execPath, [main, 'certificate', 'verify', ...words], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] },
    });
    return { status, stdout };
  };
  const online = (query = '') =>
    world.stranger.call({
      method: 'GET',
      path: `/certificates/verification?number=${certificate.number}${query}`,
    });

  beforeAll(async () => {
    world = await startWorld();
    folder = mkdtempSync(join(tmpdir(), 'youquan-certificate-'));
    file('key.txt', await (await fetch(`${world.app.url}/api/log/key`)).text());
    const lawyer = await world.client('lawyer');
    filing = await lawyer.post('/registrations', DRAFT);
    search = await lawyer.post('/searches', { by: 'name', name: '苏州青禾纺织' });
    certificate = await issue(`/registrations/${filing.id}/certificate`);
  });
  afterAll(async () => {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are the same for whoever asks again', async () => {
    expect(certificate).toMatchObject({ number: filing.number, edition: 1 });
    expect(await issue(`/registrations/${filing.id}/certificate`)).toEqual(certificate);
    const [one, again] = [
      await bytesOf(`/certificates/${certificate.id}/pdf`),
      await bytesOf(`/certificates/${certificate.id}/pdf`),
    ];
    expect(one.type).toBe('application/pdf');
    expect(again.bytes.equals(one.bytes)).toBe(true);
    expect(one.bytes.length).toBeLessThan(120_000);
  });

  it.each(['pdf', 'receipt'])(
    'hold offline as %s by the public key, and not once a byte is another',
    async (form) => {
      const { bytes } = await bytesOf(`/certificates/${certificate.id}/${form}`);
      const key = ['--key', join(folder, 'key.txt')];
      const sound = verify(file(`sound-${form}`, bytes), ...key);
      expect([sound.status, sound.stdout]).toEqual([0, expect.stringContaining('苏州青禾纺织有限公司')]);
      const changed = Buffer.from(bytes);
      const place = Math.floor(bytes.length / 3);
      changed[place] = (changed[place] ?? 0) ^ 1;
      const refused = verify(file(`changed-${form}`, changed), ...key);
      expect([refused.status, refused.stdout]).toEqual([1, expect.stringContaining('not valid')]);
    },
  );

  it('tell a stranger that they exist, and what they say only with their code', async () => {
    const without = (await online()).json();
    expect(without).toMatchObject({
      contentHash: certificate.contentHash,
      standing: 'registered_here_only',
      statutory: null,
      stateNow: 'live',
      sections: null,
    });
    expect(JSON.stringify(without)).not.toContain('青禾');
    const withCode = (await online(`&code=${certificate.code.toUpperCase()}`)).json() as Verification;
    const said = withCode.sections?.flatMap(({ lines }) => lines.map(({ value }) => value.zh)).join('\n');
    expect(said).toContain('苏州青禾纺织有限公司');
    expect(said).toContain('仅在本平台登记');
  });

  it('certify a search with its hits', async () => {
    const found = await issue(`/searches/${search.id}/certificate`);
    const { bytes } = await bytesOf(`/certificates/${found.id}/receipt`);
    const { content } = JSON.parse(bytes.toString()) as { content: { search: object } };
    expect(content.search).toMatchObject({
      hitCount: 1,
      hits: [{ number: filing.number, class: 'similar', grantors: ['苏州青禾纺织有限公司'] }],
    });
  });

  it('leave a deed', async () => {
    const operator = await world.client('operator');
    const { items } = await operator.get<{ items: { action: string; details: object }[] }>(
      '/deeds?limit=200',
    );
    const issued = items.filter(({ action }) => action === 'registry.certificate_issued');
    expect(issued).toHaveLength(2);
  });

  describe('refused', () => {
    const get = (path: string) => ({ method: 'GET' as const, path });

    it('to those who may not see the registration or the search', async () => {
      const other = await world.as('mingyuan');
      const post = (path: string) => ({ method: 'POST' as const, path, body: {} });
      const asked = post(`/registrations/${filing.id}/certificate`);
      await expectRefused(other, asked, 404, 'registry.filing_not_found');
      await expectRefused(
        other,
        post(`/searches/${search.id}/certificate`),
        404,
        'registry.search_not_found',
      );
      for (const form of ['pdf', 'receipt'])
        await expectRefused(
          other,
          get(`/certificates/${certificate.id}/${form}`),
          404,
          'registry.certificate_not_found',
        );
      await expectRefused(
        world.stranger,
        get(`/certificates/${certificate.id}/pdf`),
        401,
        'platform.signed_out',
      );
    });

    it.each(['&code=0000000000000000', '&code=x'])('with a wrong code %s', async (query) => {
      const path = `/certificates/verification?number=${certificate.number}${query}`;
      await expectRefused(world.stranger, get(path), 404, 'registry.certificate_not_found');
    });

    it('for numbers that nobody has', async () => {
      for (const number of ['1', '000000000000000197'])
        await expectRefused(
          world.stranger,
          get(`/certificates/verification?number=${number}`),
          404,
          'registry.certificate_not_found',
        );
    });

    it('when one asks about too many', async () => {
      const answers = [];
      for (let asked = 0; asked < 61; asked += 1) answers.push((await online()).status);
      expect(answers.at(-1)).toBe(429);
      world.clock.advance(60_000);
      expect((await online()).status).toBe(200);
    });

    it('when one searches the register too often, checks of drafts counted; others search on', async () => {
      const lawyer = await world.as('lawyer');
      const asked = async (path: string) =>
        (await lawyer.call({ method: 'POST', path, body: { by: 'nothing' } })).status;
      for (let question = 0; question < 300; question += 1)
        expect(await asked(question % 2 === 0 ? '/searches' : '/registrations/lint')).toBe(400);
      const call = post('/searches', { by: 'name', name: '苏州青禾纺织有限公司' });
      await expectRefused(lawyer, call, 429, 'registry.searched_too_often');
      expect((await (await world.as('registrar')).call(call)).status).toBe(201);
      world.clock.advance(60_000);
      expect((await lawyer.call(call)).status).toBe(201);
    });
  });
});
