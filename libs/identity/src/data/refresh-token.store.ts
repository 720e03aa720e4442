// The only file that queries identity.refresh_token. The tokens of one session are one family: of them one is unspent.
import { Injectable } from '@nestjs/common';
import { query, type Tx } from '#platform';

export interface RefreshToken {
  readonly sessionId: string;
  readonly spentAt: Date | null;
}

@Injectable()
export class RefreshTokenStore {
  async add(tx: Tx, sessionId: string, tokenHash: Buffer, at: Date): Promise<void> {
    await query(
      tx,
      'insert into identity.refresh_token (token_hash, session_id, issued_at) values ($1, $2, $3)',
      [tokenHash, sessionId, at],
    );
  }

  /** What it says holds once its session is locked. */
  async find(tx: Tx, tokenHash: Buffer): Promise<RefreshToken | undefined> {
    const [found] = await query<RefreshToken>(
      tx,
      `select session_id as "sessionId", spent_at as "spentAt"
       from identity.refresh_token where token_hash = $1`,
      [tokenHash],
    );
    return found;
  }

  async spend(tx: Tx, tokenHash: Buffer, at: Date): Promise<void> {
    await query(tx, 'update identity.refresh_token set spent_at = $2 where token_hash = $1', [tokenHash, at]);
  }
}
