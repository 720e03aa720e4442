// The only file that queries identity.account_link.
import { Injectable } from '@nestjs/common';
import { query, type Tx } from '#platform';
import type { AccountLink, LinkPurpose } from '../../domain/recovery/account-link';

const COLUMNS = `id, user_id as "userId", user_version as "userVersion", purpose, email,
  handover_hash as "handoverHash", state, created_at as "createdAt", expires_at as "expiresAt"`;

@Injectable()
export class AccountLinkStore {
  /** The link of the same purpose before it opens nothing any more. False when this one was written already. */
  async add(tx: Tx, link: AccountLink): Promise<boolean> {
    const { id, userId, userVersion, purpose, email, handoverHash, state, createdAt, expiresAt } = link;
    await query(
      tx,
      `update identity.account_link set state = 'replaced'
       where user_id = $1 and purpose = $2 and state = 'open' and id <> $3`,
      [userId, purpose, id],
    );
    const added = await query(
      tx,
      `insert into identity.account_link
         (id, user_id, user_version, purpose, email, handover_hash, state, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (id) do nothing returning id`,
      [id, userId, userVersion, purpose, email, handoverHash, state, createdAt, expiresAt],
    );
    return added.length > 0;
  }

  /** A newer secret replaces the one before; undefined when there is nothing to open any more. */
  async setToken(tx: Tx, id: string, tokenHash: Buffer): Promise<AccountLink | undefined> {
    const [found] = await query<AccountLink>(
      tx,
      `update identity.account_link set token_hash = $2 where id = $1 and state = 'open' returning ${COLUMNS}`,
      [id, tokenHash],
    );
    return found;
  }

  async lockByToken(tx: Tx, tokenHash: Buffer): Promise<AccountLink | undefined> {
    const [found] = await query<AccountLink>(
      tx,
      `select ${COLUMNS} from identity.account_link where token_hash = $1 for update`,
      [tokenHash],
    );
    return found;
  }

  async use(tx: Tx, id: string, at: Date): Promise<void> {
    await query(tx, `update identity.account_link set state = 'used', used_at = $2 where id = $1`, [id, at]);
  }

  async replace(tx: Tx, userId: string, purposes: readonly LinkPurpose[]): Promise<void> {
    await query(
      tx,
      `update identity.account_link set state = 'replaced'
       where user_id = $1 and purpose = any($2) and state = 'open'`,
      [userId, purposes],
    );
  }
}
