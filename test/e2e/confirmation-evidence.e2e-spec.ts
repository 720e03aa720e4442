// A debtor signs what it owes with a key of its own; the file that proves it is checked by a second process that has
// nothing but the log's public key, and no byte of it can be another.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readVerifier, type Verifier } from '#audit/offline';
import { invariant } from '#kernel';
import { openEvidence } from '#receivables/offline';
import { billFile, uploaded } from './bills';
import { expectRefused, post } from './refusal';
import { approvedKey, type SigningPair, signedAnswer, taskFor } from './signing';
import { startWorld, type World } from './world';

const main = resolve(__dirname, '../../dist/apps/cli/src/main.js');

describe('the evidence of a confirmation', () => {
  let world: World;
  let folder: string;
  let key: SigningPair;
  let verifier: Verifier;
  let confirmationId: string;
  let text: string;

  const issue = async (login: string, id = confirmationId) => {
    const person = await world.as(login);
    for (let attempt = 0; ; attempt++) {
      const answer = await person.call(post(`/confirmations/${id}/evidence`));
      if (answer.status !== 409 || attempt > 100) return answer;
      await sleep(50);
    }
  };
  const file = (name: string, content: string) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const verify = (path: string) => {
    const words = [main, 'confirmation', 'verify', path, '--key', join(folder, 'key.txt')];
    const { status, stdout } = spawnSync(process.execPath, words, {
      ...{ encoding: 'utf8', env: { PATH: process.env['PATH'] } },
    });
    return { status, stdout };
  };

  beforeAll(async () => {
    world = await startWorld();
    folder = mkdtempSync(join(tmpdir(), 'youquan-evidence-'));
    const line = await (await fetch(`${world.app.url}/api/log/key`)).text();
    file('key.txt', line);
    const read = readVerifier(line);
    invariant(read, 'the log has a key');
    verifier = read;
    key = await approvedKey(world, 'huadong.maker', 'huadong.checker');
    const [receivableId = ''] = await uploaded(world, 'mingyuan', [billFile({ number: 'MY-EVID' })]);
    const task = await taskFor(world, 'huadong.maker', receivableId);
    const maker = await world.client('huadong.maker');
    const answers = { items: [signedAnswer(task, key, world.clock.now(), { orderNumber: 'PO-7' })] };
    const proposed = await maker.post<{ items: { confirmationId: string }[] }>('/confirmations', answers);
    confirmationId = proposed.items[0]?.confirmationId ?? '';
    const checker = await world.client('huadong.checker');
    await checker.post('/confirmations/checks', { items: [{ confirmationId, decision: 'approve' }] });
    text = (await issue('huadong.checker')).text;
  }, 60_000);
  afterAll(async () => {
    await world.close();
    rmSync(folder, { recursive: true });
  });

  it('verifies in a process that has only the public key, and says what it proves', () => {
    const { status, stdout } = verify(file('evidence.json', text));
    expect(status).toBe(0);
    expect(stdout).toContain('valid: 华东重工集团股份有限公司 answered "confirm" to invoice MY-EVID');
    expect(stdout).toContain(`signed with Ed25519 key ${key.id}`);
    expect(stdout).toMatch(/shown 2026.*\n.*proposed 2026.*\n.*approved 2026/);
    expect(stdout).toContain('document MY-EVID.xml');
  });

  it('carries the document, the statement and the grade, and no person', () => {
    const { evidence } = openEvidence(text, verifier);
    expect(evidence).toMatchObject({
      confirmationId,
      grade: { grade: 'B', reasons: ['identity_password', 'channel_signed', 'order_stated'] },
      people: [{ part: 'maker' }, { part: 'checker' }],
      document: { isIncluded: true },
    });
    const { document } = JSON.parse(text) as { document: string };
    expect(Buffer.from(document, 'base64').toString()).toContain('MY-EVID');
    expect(JSON.parse(evidence?.statement ?? '')).toMatchObject({ decision: 'confirm', orderNumber: 'PO-7' });
  });

  it('fails with any byte changed, dropped or added', () => {
    const bytes = Buffer.from(text);
    expect(openEvidence(bytes.toString(), verifier).reason).toBeNull();
    const held: number[] = [];
    for (let index = 0; index < bytes.length; index++) {
      const changed = Buffer.from(bytes);
      changed[index] = (changed[index] ?? 0) ^ (1 << (index % 8));
      if (openEvidence(changed.toString(), verifier).reason === null) held.push(index);
    }
    expect(held).toEqual([]);
    for (const one of [text.slice(1), text.slice(0, -1), `${text}\n`, ` ${text}`, `\uFEFF${text}`])
      expect(openEvidence(one, verifier).reason).not.toBeNull();
    const { status, stdout } = verify(file('changed.json', text.replace('"confirm\\"', '"dispute\\"')));
    expect({ status, stdout }).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('not valid') as string,
    });
  }, 60_000);

  it('fails by another log’s key, without its document, and with another document', () => {
    const parsed = JSON.parse(text) as { attestation: object; document: string };
    const { attestation } = parsed;
    const rewritten = (document: string | null) => JSON.stringify({ attestation, document });
    expect(openEvidence(rewritten(parsed.document), verifier).reason).toBeNull();
    expect(openEvidence(rewritten(null), verifier).reason).toMatch(/missing/);
    const other = Buffer.from('another invoice').toString('base64');
    expect(openEvidence(rewritten(other), verifier).reason).toMatch(/changed/);
    expect(openEvidence(readFileSync(join(folder, 'key.txt'), 'utf8'), verifier).reason).toMatch(/not a/);
  });

  it('is given to the supplier too, and to nobody else', async () => {
    const answer = await issue('mingyuan');
    expect(answer.status).toBe(200);
    expect(openEvidence(answer.text, verifier).reason).toBeNull();
    const person = await world.as('haichuan');
    const missing = 'receivables.confirmation_not_found';
    await expectRefused(person, post(`/confirmations/${confirmationId}/evidence`), 404, missing);
  });
});
