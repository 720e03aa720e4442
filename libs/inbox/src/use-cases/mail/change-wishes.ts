// A person says what they want by mail, on their page or by the link in a mail, which turns off all that may be turned off.
import { Injectable } from '@nestjs/common';
import { AuditLog, type By } from '#audit';
import { newId, shardOf } from '#kernel';
import { type Command, Db, Once, type Tx } from '#platform';
import { MailStore } from '../../data/mail/mail.store';
import { WishStore } from '../../data/mail/wish.store';
import { errors } from '../../domain/errors';
import { type MailWish, SILENCE } from '../../domain/mail/wish';
import { unsubscribeHash } from './mail-post';

@Injectable()
export class ChangeWishes {
  constructor(
    private readonly db: Db,
    private readonly once: Once,
    private readonly wishes: WishStore,
    private readonly mails: MailStore,
    private readonly audit: AuditLog,
  ) {}

  /** @throws inbox.account_mail_needed (422): what guards an account is always mailed */
  async execute(command: Command, wish: MailWish): Promise<MailWish> {
    if (wish.cadences.account !== 'at_once') throw errors.account_mail_needed();
    return this.once.run(command, (tx) => this.save(tx, command.actor, command.actor.userId, wish));
  }

  /** By the token of any mail that was sent; again changes nothing. @throws inbox.unsubscribe_unknown (404) */
  async silence(token: string): Promise<void> {
    await this.db.run(async (tx) => {
      const receiver = await this.mails.receiver(tx, unsubscribeHash(token));
      if (!receiver) throw errors.unsubscribe_unknown();
      const { userId } = receiver;
      const before = await this.wishes.of(tx, userId);
      if (Object.entries(SILENCE).every(([group, how]) => before.cadences[group as 'money'] === how)) return;
      await this.save(tx, receiver, userId, { ...before, cadences: SILENCE });
    });
  }

  private async save(tx: Tx, by: By, userId: string, { cadences, language }: MailWish): Promise<MailWish> {
    const id = newId<'mail_wish'>(shardOf(userId));
    const kept = await this.wishes.save(tx, { id, userId, cadences, language });
    await this.audit.record(tx, by, [
      {
        action: 'inbox.mail_wished',
        subjectType: 'mail_wish',
        subjectId: kept.id,
        subjectVersion: kept.version,
        details: { cadences, language },
      },
    ]);
    return { cadences: kept.cadences, language: kept.language };
  }
}
