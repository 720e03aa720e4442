// The only file that queries identity.sign_in_challenge: a password was right, and a code is awaited.
import { Injectable } from '@nestjs/common';
import { query, type Reads, type Scope, scopeParam, type Tx } from '#platform';

export interface Challenge {
  readonly tokenHash: Buffer;
  readonly userId: string;
  /** The version of the user whose password was right: after a change it is right no more. */
  readonly userVersion: number;
  readonly expiresAt: Date;
}

@Injectable()
export class ChallengeStore {
  async add(tx: Tx, { tokenHash, userId, userVersion, expiresAt }: Challenge): Promise<void> {
    await query(
      tx,
      `insert into identity.sign_in_challenge (token_hash, user_id, user_version, expires_at)
       values ($1, $2, $3, $4)`,
      [tokenHash, userId, userVersion, expiresAt],
    );
  }

  async byTokenHash(on: Reads, scope: Scope, tokenHash: Buffer): Promise<Challenge | undefined> {
    const [found] = await query<Challenge>(
      on,
      `select c.token_hash as "tokenHash", c.user_id as "userId", c.user_version as "userVersion",
         c.expires_at as "expiresAt"
       from identity.sign_in_challenge c join identity.user_account u on u.id = c.user_id
       where ($1::uuid[] is null or u.organisation_id = any($1)) and c.token_hash = $2`,
      [scopeParam(scope), tokenHash],
    );
    return found;
  }

  /** A challenge is answered once. False when it was. */
  async take(tx: Tx, tokenHash: Buffer): Promise<boolean> {
    const taken = await query(
      tx,
      'delete from identity.sign_in_challenge where token_hash = $1 returning 1',
      [tokenHash],
    );
    return taken.length > 0;
  }

  /** Forgets those that were over before `before`, at most `most`; answers how many. */
  async purge(tx: Tx, before: Date, most: number): Promise<number> {
    const gone = await query(
      tx,
      `delete from identity.sign_in_challenge where token_hash in (
         select token_hash from identity.sign_in_challenge where expires_at < $1
         limit $2 for update skip locked)
       returning 1`,
      [before, most],
    );
    return gone.length;
  }
}
