// A mail that its server refused, for one tenant of the small world: written to the supplier, who has a verified address.
import { newId, shardOf } from '#kernel';
import { Db, query } from '#platform';
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
  const id = newId<'mail'>(shardOf(organisationId));
  await db.run(async (tx) => {
    await query(tx, 'update identity.user_account set email = $2, email_verified_at = $3 where id = $1', [
      ...[userId, `${userId}@supplier.example`, NOW],
    ]);
    await query(
      tx,
      `insert into inbox.mail (id, user_id, organisation_id, cadence, through, language, entries, subject, body,
         written_at, state, tries, last_error, resent)
       values ($1, $2, $3, 'at_once', $1, 'zh', 1, '待办 1 项', '答复', $4, 'failed', 1, '550 no such mailbox', 0)`,
      [id, userId, organisationId, NOW],
    );
  });
  return { mail: id };
}
