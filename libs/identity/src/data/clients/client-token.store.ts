// The only file that queries identity.client_token and identity.client_assertion.
import { Injectable } from '@nestjs/common';
import { query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { ClientState } from '../../domain/client';

export interface ClientToken {
  readonly tokenHash: Buffer;
  readonly clientId: string;
  readonly permissions: readonly string[];
  readonly issuedAt: Date;
  readonly expiresAt: Date;
}
export interface ClientOfToken {
  readonly id: string;
  readonly organisationId: string;
  readonly permissions: readonly string[];
  readonly status: ClientState;
  readonly expiresAt: Date;
}

@Injectable()
export class ClientTokenStore {
  /** False when this assertion was taken before. */
  async takeAssertion(tx: Tx, clientId: string, jti: string, expiresAt: Date): Promise<boolean> {
    const taken = await query(
      tx,
      `insert into identity.client_assertion (client_id, jti, expires_at) values ($1, $2, $3)
       on conflict do nothing returning jti`,
      [clientId, jti, expiresAt],
    );
    return taken.length > 0;
  }

  async add(tx: Tx, { tokenHash, clientId, permissions, issuedAt, expiresAt }: ClientToken): Promise<void> {
    await query(
      tx,
      `insert into identity.client_token (token_hash, client_id, permissions, issued_at, expires_at)
       values ($1, $2, $3, $4, $5)`,
      [tokenHash, clientId, permissions, issuedAt, expiresAt],
    );
  }

  async byTokenHash(on: Reads, scope: Scope, tokenHash: Buffer): Promise<ClientOfToken | undefined> {
    const [found] = await query<ClientOfToken>(
      on,
      `select c.id, c.organisation_id as "organisationId", t.permissions, c.status,
         t.expires_at as "expiresAt"
       from identity.client_token t join identity.client c on c.id = t.client_id
       where ($1::uuid[] is null or c.organisation_id = any($1)) and t.token_hash = $2`,
      [scopeParam(scope), tokenHash],
    );
    return found;
  }

  /** A client that is suspended, or lost a key, keeps no token. */
  async dropOf(tx: Tx, clientId: string): Promise<void> {
    await query(tx, 'delete from identity.client_token where client_id = $1', [clientId]);
  }

  /** Forgets tokens and assertions that were over before `before`, at most `most` of each; answers the larger count. */
  async purge(tx: Tx, before: Date, most: number): Promise<number> {
    const tokens = await query(
      tx,
      `delete from identity.client_token where token_hash in (
         select token_hash from identity.client_token where expires_at < $1 limit $2 for update skip locked)
       returning 1`,
      [before, most],
    );
    const assertions = await query(
      tx,
      `delete from identity.client_assertion where (client_id, jti) in (
         select client_id, jti from identity.client_assertion where expires_at < $1
         limit $2 for update skip locked)
       returning 1`,
      [before, most],
    );
    return Math.max(tokens.length, assertions.length);
  }
}
