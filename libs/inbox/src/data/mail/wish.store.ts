// The only file that queries inbox.mail_wish: what each person wants by mail. Who has said nothing has the usual wish.
import { Injectable } from '@nestjs/common';
import { query, type Reads, type Tx } from '#platform';
import { type MailWish, USUAL_WISH } from '../../domain/mail/wish';

interface KeptWish extends MailWish {
  readonly id: string;
  readonly version: number;
}

@Injectable()
export class WishStore {
  /** Unscoped: a wish tells nothing of what an inbox holds, and is shown to its person alone. */
  async of(on: Reads, userId: string): Promise<MailWish> {
    return (await this.ofAll(on, [userId])).get(userId) ?? USUAL_WISH;
  }

  /** Unscoped: as above, for whoever writes mails. Those who have said nothing are absent. */
  async ofAll(on: Reads, userIds: readonly string[]): Promise<Map<string, MailWish>> {
    const rows = await query<MailWish & { readonly userId: string }>(
      on,
      `select user_id as "userId", cadences, language from inbox.mail_wish where user_id = any($1::uuid[])`,
      [userIds],
    );
    return new Map(rows.map(({ userId, cadences, language }) => [userId, { cadences, language }]));
  }

  /** @param id of a first wish */
  async save(
    tx: Tx,
    { id, userId, cadences, language }: MailWish & { readonly id: string; readonly userId: string },
  ): Promise<KeptWish> {
    const [kept] = await query<KeptWish>(
      tx,
      `insert into inbox.mail_wish as w (id, user_id, cadences, language, version) values ($1, $2, $3, $4, 1)
       on conflict (user_id) do update set cadences = excluded.cadences, language = excluded.language,
         version = w.version + 1
       returning id, cadences, language, version`,
      [id, userId, JSON.stringify(cadences), language],
    );
    if (!kept) throw new Error('a wish is kept');
    return kept;
  }
}
