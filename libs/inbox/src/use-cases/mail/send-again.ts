// A mail that the server refused goes out again, when somebody has looked at why.
import { Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Command, Once } from '#platform';
import { MailStore } from '../../data/mail/mail.store';
import { errors } from '../../domain/errors';
import { MailPost } from './mail-post';
import { MailQueries, type MailShown } from './mails.queries';

@Injectable()
export class SendAgain {
  constructor(
    private readonly once: Once,
    private readonly mails: MailStore,
    private readonly post: MailPost,
    private readonly queries: MailQueries,
    private readonly audit: AuditLog,
  ) {}

  /** @throws inbox.mail_not_found (404), inbox.mail_not_failed (409) */
  async execute(command: Command, id: string): Promise<MailShown> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const mail = await this.mails.lock(tx, actor.scope, id);
      if (!mail) throw errors.mail_not_found({ id });
      if (mail.state !== 'failed') throw errors.mail_not_failed({ state: mail.state });
      const resent = mail.resent + 1;
      await this.mails.waitAgain(tx, id, resent);
      await this.post.queue(tx, [id]);
      await this.audit.record(tx, actor, [
        {
          action: 'inbox.mail_sent_again',
          subjectType: 'mail',
          subjectId: id,
          subjectVersion: resent,
          details: { tries: mail.tries },
        },
      ]);
      const [shown] = await this.queries.shown([{ ...mail, state: 'waiting', resent }]);
      if (!shown) throw errors.mail_not_found({ id });
      return shown;
    });
  }
}
