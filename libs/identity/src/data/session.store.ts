// The only file that queries identity.session.
import { Injectable } from '@nestjs/common';
import { query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { Role } from '../domain/permissions';
import type { PersonalMethod, Session } from '../domain/session';
import type { UserState } from '../domain/user';

type SessionOfUser = Omit<Session, 'tokenHash' | 'address' | 'agent' | 'version'> & {
  readonly organisationId: string;
  readonly roles: readonly Role[];
  readonly userStatus: UserState;
};

export type OpenSessionOfUser = Omit<Session, 'tokenHash' | 'userId' | 'version'>;
export type EndedSession = Pick<Session, 'id' | 'tokenHash' | 'version'>;

@Injectable()
export class SessionStore {
  async add(tx: Tx, session: Session): Promise<void> {
    const { id, userId, tokenHash, createdAt, lastSeenAt, expiresAt, version } = session;
    const { authenticatedBy, device, address, agent } = session;
    await query(
      tx,
      `insert into identity.session (id, user_id, token_hash, created_at, last_seen_at, expires_at, version,
         authenticated_by, device, address, agent)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        ...[id, userId, tokenHash, createdAt, lastSeenAt, expiresAt, version],
        ...[authenticatedBy, device, address, agent],
      ],
    );
  }

  async byTokenHash(on: Reads, scope: Scope, tokenHash: Buffer): Promise<SessionOfUser | undefined> {
    const [found] = await query<SessionOfUser>(
      on,
      `select s.id, s.user_id as "userId", s.created_at as "createdAt", s.last_seen_at as "lastSeenAt",
         s.expires_at as "expiresAt", s.ended_at as "endedAt",
         s.authenticated_by as "authenticatedBy", s.device,
         u.organisation_id as "organisationId", u.roles, u.status as "userStatus"
       from identity.session s join identity.user_account u on u.id = s.user_id
       where ($1::uuid[] is null or u.organisation_id = any($1)) and s.token_hash = $2`,
      [scopeParam(scope), tokenHash],
    );
    return found;
  }

  /** A session that has not ended, locked. */
  async lockLive(tx: Tx, id: string): Promise<(EndedSession & Pick<Session, 'expiresAt'>) | undefined> {
    const [found] = await query<EndedSession & Pick<Session, 'expiresAt'>>(
      tx,
      `select id, token_hash as "tokenHash", version, expires_at as "expiresAt"
       from identity.session where id = $1 and ended_at is null for update`,
      [id],
    );
    return found;
  }

  async setToken(
    tx: Tx,
    id: string,
    tokenHash: Buffer,
    authenticatedBy: readonly PersonalMethod[],
  ): Promise<void> {
    await query(
      tx,
      'update identity.session set token_hash = $2, authenticated_by = $3, version = version + 1 where id = $1',
      [id, tokenHash, authenticatedBy],
    );
  }

  /** The sessions of a person that have not ended, the newest first. */
  async liveOf(on: Reads, scope: Scope, userId: string, now: Date): Promise<OpenSessionOfUser[]> {
    return query<OpenSessionOfUser>(
      on,
      `select s.id, s.created_at as "createdAt", s.last_seen_at as "lastSeenAt", s.expires_at as "expiresAt",
         s.ended_at as "endedAt", s.address, s.agent, s.device, s.authenticated_by as "authenticatedBy"
       from identity.session s join identity.user_account u on u.id = s.user_id
       where ($1::uuid[] is null or u.organisation_id = any($1)) and s.user_id = $2
         and s.ended_at is null and s.expires_at > $3
       order by s.id desc limit 100`,
      [scopeParam(scope), userId, now],
    );
  }

  async noteUse(tx: Tx, id: string, at: Date): Promise<void> {
    await query(tx, 'update identity.session set last_seen_at = $2 where id = $1 and last_seen_at < $2', [
      id,
      at,
    ]);
  }

  /** Ends one session that has not ended. */
  async end(tx: Tx, id: string, at: Date): Promise<EndedSession[]> {
    return query<EndedSession>(
      tx,
      `update identity.session set ended_at = $2, version = version + 1 where id = $1 and ended_at is null
       returning id, token_hash as "tokenHash", version`,
      [id, at],
    );
  }

  /** Ends the sessions of a user but one, locked one by one in id order. */
  async endOfUser(tx: Tx, userId: string, except: string | null, at: Date): Promise<EndedSession[]> {
    return query<EndedSession>(
      tx,
      `with own as (
         select id from identity.session
         where user_id = $1 and ended_at is null and ($2::uuid is null or id <> $2)
         order by id for update)
       update identity.session s set ended_at = $3, version = s.version + 1 from own where s.id = own.id
       returning s.id, s.token_hash as "tokenHash", s.version`,
      [userId, except, at],
    );
  }

  /** Forgets sessions that were over before `before`, at most `most`; answers how many. */
  async purge(tx: Tx, before: Date, most: number): Promise<number> {
    const gone = await query(
      tx,
      `delete from identity.session where id in (
         select id from identity.session where expires_at < $1 order by id limit $2 for update skip locked)
       returning 1`,
      [before, most],
    );
    return gone.length;
  }
}
