// The way of a written mail to its person: stored with a job, sent from there, and tried again until the server takes it.
import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { People } from '#identity';
import type { Clock } from '#kernel';
import { CLOCK, Db, Events, EVERYONE, Mailer, type Tx } from '#platform';
import { type MailRow, MailStore } from '../../data/mail/mail.store';
import { mailWritten } from '../../inbox.events';

/** Longer than any server takes, and short enough when a process died over it. */
const PATIENCE_MS = 5 * 60_000;

export const unsubscribeHash = (token: string): Buffer => createHash('sha256').update(token).digest();

@Injectable()
export class MailPost {
  constructor(
    private readonly db: Db,
    private readonly mails: MailStore,
    private readonly people: People,
    private readonly mailer: Mailer,
    private readonly events: Events,
    @Inject(CLOCK) readonly clock: Clock,
  ) {}

  /** Where the links in the mails lead. */
  get siteUrl(): string {
    return this.mailer.siteUrl;
  }

  async put(tx: Tx, mails: readonly MailRow[]): Promise<void> {
    await this.mails.add(tx, mails);
    await this.queue(
      tx,
      mails.map(({ id }) => id),
    );
  }

  async queue(tx: Tx, mailIds: readonly string[]): Promise<void> {
    await this.events.emit(
      tx,
      mailWritten,
      mailIds.map((mailId) => ({ mailId })),
    );
  }

  /**
   * Outside any transaction. A process that dies between the server's word and the note of it sends it again, under the same
   * Message-ID, by which mailboxes know it. Nobody to send it to any more: dropped.
   * @throws when the server did not take it, or another job is at it, so that this one looks again later
   */
  async send(mailId: string): Promise<void> {
    const mail = await this.mails.byId(this.db.reads, EVERYONE, mailId);
    if (mail?.state !== 'waiting' && mail?.state !== 'failed') return;
    const [person] = await this.people.reachable(this.db.reads, [mail.organisationId], [mail.userId]);
    if (!person) {
      await this.db.run((tx) => this.mails.drop(tx, mailId));
      return;
    }
    const token = randomBytes(24).toString('base64url');
    const now = this.clock.now();
    const claim = {
      now,
      until: new Date(now.getTime() + PATIENCE_MS),
      unsubscribeHash: unsubscribeHash(token),
    };
    if (!(await this.db.run((tx) => this.mails.claim(tx, mailId, claim))))
      throw new Error('another job is at this mail');
    const farewell = `${this.siteUrl}/unsubscribe#${token}`;
    const words = mail.language === 'zh' ? '不再接收此类邮件：' : 'No more of these mails: ';
    try {
      await this.mailer.send({
        ...{ to: person.email, subject: mail.subject, text: `${mail.body}\n${words}${farewell}` },
        ...{ id: mailId, oneClick: `${this.siteUrl}/api/inbox/unsubscribe?token=${token}` },
      });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      await this.db.run((tx) => this.mails.failed(tx, mailId, reason));
      throw error;
    }
    await this.db.run((tx) => this.mails.sent(tx, mailId, this.clock.now()));
  }
}
