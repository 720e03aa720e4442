// Mail to a real SMTP server in this process, and mail that is kept in a folder when there is none.
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { ManualClock } from '#kernel';
import { SMTPServer } from 'smtp-server';
import { Mailer } from './mailer';

const AT = new Date('2026-11-22T08:00:00Z');
const from = 'Youquan <no-reply@youquan.example>';
const mail = { to: 'clerk@debtor.example', subject: '待确认 1 张发票', text: 'Please answer.\n请答复。' };

interface Caught {
  readonly recipients: readonly string[];
  readonly content: string;
}

const caught: Caught[] = [];
let refusing = false;
let server: SMTPServer;
let url: string;
let folder: string;

beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => {
      done(refusing ? new Error('no such mailbox') : null);
    },
    onData: (stream, { envelope }, done) => {
      void textOf(stream).then((content) => {
        caught.push({ recipients: envelope.rcptTo.map(({ address }) => address), content });
        done();
      });
    },
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  url = `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise<void>((done) => {
    server.close(done);
  });
});
beforeEach(() => {
  refusing = false;
  caught.length = 0;
  folder = join(mkdtempSync(join(tmpdir(), 'youquan-mail-')), 'mail');
});
afterEach(() => {
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

const siteUrl = 'https://youquan.example';
const mailer = (settings: { url: string | null }) =>
  new Mailer({ ...settings, from, folder, siteUrl }, new ManualClock(AT));

describe('with a mail server', () => {
  it('hands it the mail, and keeps nothing', async () => {
    const sender = mailer({ url });
    await sender.send(mail);
    sender.onApplicationShutdown();
    expect(caught).toHaveLength(1);
    expect(caught[0]?.recipients).toEqual([mail.to]);
    expect(caught[0]?.content).toContain('no-reply@youquan.example');
    expect(await sender.kept(10)).toEqual([]);
    expect(existsSync(folder)).toBe(false);
  });

  it('says how one of many is ended by one click, and which mail it is', async () => {
    const id = '01980000-0000-7000-8000-000000000001';
    await mailer({ url }).send({ ...mail, id, oneClick: `${siteUrl}/api/inbox/unsubscribe?token=abc` });
    const content = caught[0]?.content ?? '';
    expect(content).toContain(`Message-ID: <${id}@youquan.example>`);
    expect(content).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(content).toContain(`List-Unsubscribe: <${siteUrl}/api/inbox/unsubscribe?token=abc>`);
  });

  it('fails when the server refuses, so that its job tries again', async () => {
    refusing = true;
    await expect(mailer({ url }).send(mail)).rejects.toThrow(/no such mailbox/);
    expect(caught).toEqual([]);
  });

  it('fails when no server answers', async () => {
    await expect(mailer({ url: 'smtp://127.0.0.1:1' }).send(mail)).rejects.toThrow(/ECONNREFUSED/);
  });

  it('lets no subject begin a header of its own', async () => {
    await mailer({ url }).send({ ...mail, subject: 'Hello\r\nBcc: thief@elsewhere.example' });
    expect(caught[0]?.recipients).toEqual([mail.to]);
    expect(caught[0]?.content).not.toMatch(/^Bcc:/m);
  });

  it('writes to one recipient, whatever the address holds', async () => {
    const to = 'clerk@debtor.example, thief@elsewhere.example';
    await mailer({ url })
      .send({ ...mail, to })
      .catch(() => undefined);
    expect(caught.flatMap(({ recipients }) => recipients)).not.toContain('thief@elsewhere.example');
  });
});

describe('without one', () => {
  it('keeps the mail for its owner alone to read, the newest first', async () => {
    const sender = mailer({ url: null });
    expect(await sender.kept(10)).toEqual([]);
    await sender.send(mail);
    await sender.send({ ...mail, subject: 'second' });
    const kept = await sender.kept(10);
    expect(kept).toHaveLength(2);
    expect(kept).toContainEqual({ ...mail, id: expect.any(String) as string, keptAt: AT.toISOString() });
    expect([...kept].sort((a, b) => (a.id < b.id ? 1 : -1))).toEqual(kept);
    expect(await sender.kept(1)).toEqual(kept.slice(0, 1));
    expect(statSync(join(folder, `${kept[0]?.id ?? ''}.json`)).mode & 0o077).toBe(0);
    expect(caught).toEqual([]);
  });
});
