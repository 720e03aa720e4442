// A mail that its server refused, for one tenant of the small world: written to the supplier, who has a verified address.
import { newId, shardOf } from '#kernel';
import { Db, query } from '#platform';
import { MailStore } from '../../libs/inbox/src/data/mail/mail.store';
import { NOW, type World } from '../e2e/world';

export interface MailThings {
  /** To the supplier, and failed. */
  readonly mail: string;
}
interface Reader {
  readonly userId: string;
  readonly organisationId: string;
}

export async function mailOf({ app }: World, { userId, organisationId }: Reader): Promise<MailThings> {
  const db = app.app.get(Db, { strict: false });
  const mails = app.app.get(MailStore, { strict: false });
  const id = newId<'mail'>(shardOf(organisationId));
  await db.run(async (tx) => {
    await query(tx, 'update identity.user_account set email = $2, email_verified_at = $3 where id = $1', [
      ...[userId, `${userId}@supplier.example`, NOW],
    ]);
    await mails.add(tx, [
      {
        ...{ id, userId, organisationId, cadence: 'at_once', through: id, language: 'zh', entries: 1 },
        ...{ subject: '待办 1 项', body: '答复', writtenAt: NOW },
      },
    ]);
    await mails.failed(tx, id, '550 no such mailbox');
  });
  return { mail: id };
}
