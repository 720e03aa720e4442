// Sends mail, or keeps it where a person can read it when there is no mail server, as in development.
// It speaks to the outside, so it is called by the handlers of jobs and never inside a transaction.
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type OnApplicationShutdown } from '@nestjs/common';
import { type Clock, newId } from '#kernel';
import { createTransport, type Transporter } from 'nodemailer';
import { writeDurably } from '../files/durable-file';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface BulkMail extends Mail {
  /** UUID; the same again is the same mail, which mailboxes know by its Message-ID. */
  readonly id: string;
  /** Where one POST ends such mails (RFC 8058). */
  readonly oneClick: string;
}

export interface KeptMail extends Mail {
  readonly id: string;
  /** RFC 3339 UTC. */
  readonly keptAt: string;
}

export interface MailSettings {
  /** smtp:// or smtps:// with login; null: mails are kept in `folder`, and none leaves. */
  readonly url: string | null;
  /** The sender that recipients see. */
  readonly from: string;
  /** Where people open the web app: links in mails lead there. */
  readonly siteUrl: string;
  /** Made when the first mail is kept. */
  readonly folder: string;
}

const PATIENCE_MS = 30_000;
const KEPT = /^[\da-f-]{36}\.json$/;

export class Mailer implements OnApplicationShutdown {
  private readonly server: Transporter | null;

  constructor(
    private readonly settings: MailSettings,
    private readonly clock: Clock,
  ) {
    const { url } = settings;
    this.server =
      url === null
        ? null
        : createTransport({
            url,
            connectionTimeout: PATIENCE_MS,
            greetingTimeout: PATIENCE_MS,
            socketTimeout: PATIENCE_MS,
            // A mail is text that we wrote: nothing in it may make this process read files or fetch addresses.
            disableFileAccess: true,
            disableUrlAccess: true,
          });
  }

  /** @throws when the server did not take it, so that the job tries again later. */
  async send(mail: Mail | BulkMail): Promise<void> {
    const { to, subject, text } = mail;
    if (this.server === null) return this.keep({ to, subject, text });
    // The recipient is given in parts: a text would be read as a list, and one address could become several.
    await this.server.sendMail({
      from: this.settings.from,
      to: { name: '', address: to },
      subject: oneLine(subject),
      text,
      ...('oneClick' in mail ? this.bulk(mail) : {}),
    });
  }

  get siteUrl(): string {
    return this.settings.siteUrl;
  }

  private bulk({ id, oneClick }: BulkMail) {
    return {
      messageId: `<${id}@${new URL(this.settings.siteUrl).hostname}>`,
      headers: {
        'List-Unsubscribe': `<${oneClick}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        'Auto-Submitted': 'auto-generated',
      },
    };
  }

  /** The newest first; empty where a server takes the mails. */
  async kept(limit: number): Promise<KeptMail[]> {
    const names = (await namesIn(this.settings.folder)).filter((name) => KEPT.test(name));
    const newest = names.sort().reverse().slice(0, limit);
    return Promise.all(newest.map((name) => this.read(name)));
  }

  onApplicationShutdown(): void {
    this.server?.close();
  }

  private async keep(mail: Mail): Promise<void> {
    const id = newId<'mail'>(0);
    const kept: KeptMail = { id, keptAt: this.clock.now().toISOString(), ...mail };
    await mkdir(this.settings.folder, { recursive: true, mode: 0o700 });
    await writeDurably(join(this.settings.folder, `${id}.json`), Buffer.from(JSON.stringify(kept), 'utf8'));
  }

  private async read(name: string): Promise<KeptMail> {
    return JSON.parse(await readFile(join(this.settings.folder, name), 'utf8')) as KeptMail;
  }
}

/** A subject is a header: a line break in it would begin another one. */
const oneLine = (text: string): string => text.replaceAll(/[\r\n]+/g, ' ');

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
