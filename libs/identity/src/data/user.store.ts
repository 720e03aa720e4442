// The only file that queries identity.user_account and identity.first_user.
import { Injectable } from '@nestjs/common';
import { keyset, type PageQuery, query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { User, UserState, UserWithPassword } from '../domain/user';

export interface UserFilter extends PageQuery {
  readonly organisationId?: string;
}

const COLUMNS = `id, login, name, organisation_id as "organisationId", roles, status, version,
  created_at as "createdAt",
  (select p.roles from identity.role_proposal p
   where p.user_id = user_account.id and p.decided_at is null) as "pendingRoles", email,
  (select l.email from identity.account_link l
   where l.user_id = user_account.id and l.purpose = 'email' and l.state = 'open') as "pendingEmail",
  (select p.proposed_by from identity.reset_proposal p
   where p.user_id = user_account.id and p.decided_at is null) as "resetAskedBy",
  exists (select 1 from identity.authenticator a
    where a.id = user_account.id and a.confirmed_at is not null) as "secondFactor"`;
const IN_SCOPE = '($1::uuid[] is null or organisation_id = any($1))';

@Injectable()
export class UserStore {
  /** False when the login is taken. */
  async add(tx: Tx, user: UserWithPassword): Promise<boolean> {
    const { id, login, name, organisationId, roles, passwordHash, status, version, createdAt } = user;
    const added = await query(
      tx,
      `insert into identity.user_account
         (id, login, name, organisation_id, roles, password_hash, status, version, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (login) do nothing returning id`,
      [id, login, name, organisationId, roles, passwordHash, status, version, createdAt],
    );
    return added.length > 0;
  }

  /** False when another transaction was first; waits for one in flight. */
  async claimFirst(tx: Tx, userId: string, at: Date): Promise<boolean> {
    const claimed = await query(
      tx,
      `insert into identity.first_user (one_and_only, user_id, at) values (true, $1, $2)
       on conflict (one_and_only) do nothing returning one_and_only`,
      [userId, at],
    );
    return claimed.length > 0;
  }

  async byId(on: Reads, scope: Scope, id: string): Promise<User | undefined> {
    const [found] = await query<User>(
      on,
      `select ${COLUMNS} from identity.user_account where ${IN_SCOPE} and id = $2`,
      [scopeParam(scope), id],
    );
    return found;
  }

  async withPassword(
    on: Reads,
    scope: Scope,
    by: { readonly login: string } | { readonly id: string },
  ): Promise<UserWithPassword | undefined> {
    const [column, value] = 'login' in by ? ['login', by.login] : ['id', by.id];
    const [found] = await query<UserWithPassword>(
      on,
      `select ${COLUMNS}, password_hash as "passwordHash" from identity.user_account
       where ${IN_SCOPE} and ${column} = $2`,
      [scopeParam(scope), value],
    );
    return found;
  }

  async lock(tx: Tx, scope: Scope, id: string): Promise<UserWithPassword | undefined> {
    const [found] = await query<UserWithPassword>(
      tx,
      `select ${COLUMNS}, password_hash as "passwordHash" from identity.user_account
       where ${IN_SCOPE} and id = $2 for update`,
      [scopeParam(scope), id],
    );
    return found;
  }

  /** Ids of the active people who hold one of these roles. */
  async holders(on: Reads, scope: Scope, roles: readonly string[]): Promise<string[]> {
    const rows = await query<{ readonly id: string }>(
      on,
      `select id from identity.user_account
       where ${IN_SCOPE} and status = 'active' and roles && $2::text[]`,
      [scopeParam(scope), roles],
    );
    return rows.map(({ id }) => id);
  }

  /** The active people with a verified address; all of them, or these. */
  async reachable(
    on: Reads,
    scope: Scope,
    ids: readonly string[] | null,
  ): Promise<(Pick<User, 'id' | 'organisationId' | 'roles'> & { readonly email: string })[]> {
    return query(
      on,
      `select id, organisation_id as "organisationId", roles, email from identity.user_account
       where ${IN_SCOPE} and status = 'active' and email is not null and ($2::uuid[] is null or id = any($2))
       order by id`,
      [scopeParam(scope), ids],
    );
  }

  async names(
    on: Reads,
    scope: Scope,
    ids: readonly string[],
  ): Promise<{ readonly id: string; readonly name: string }[]> {
    return query(
      on,
      `select id, name from identity.user_account where ${IN_SCOPE} and id = any($2::uuid[])`,
      [scopeParam(scope), ids],
    );
  }

  /** The newest first. */
  async page(on: Reads, scope: Scope, filter: UserFilter): Promise<User[]> {
    const { before, take } = keyset(filter);
    return query<User>(
      on,
      `select ${COLUMNS} from identity.user_account
       where ${IN_SCOPE} and ($2::uuid is null or organisation_id = $2) and id < $3
       order by id desc limit $4`,
      [scopeParam(scope), filter.organisationId ?? null, before, take],
    );
  }

  async setStatus(tx: Tx, id: string, status: UserState, version: number): Promise<void> {
    await query(tx, 'update identity.user_account set status = $2, version = $3 where id = $1', [
      id,
      status,
      version,
    ]);
  }

  async setRoles(tx: Tx, id: string, roles: readonly string[], version: number): Promise<void> {
    await query(tx, 'update identity.user_account set roles = $2, version = $3 where id = $1', [
      id,
      roles,
      version,
    ]);
  }

  async setVersion(tx: Tx, id: string, version: number): Promise<void> {
    await query(tx, 'update identity.user_account set version = $2 where id = $1', [id, version]);
  }

  async setEmail(tx: Tx, id: string, email: string, at: Date, version: number): Promise<void> {
    await query(
      tx,
      'update identity.user_account set email = $2, email_verified_at = $3, version = $4 where id = $1',
      [id, email, at, version],
    );
  }

  async setPassword(tx: Tx, id: string, passwordHash: string, version: number): Promise<void> {
    await query(tx, 'update identity.user_account set password_hash = $2, version = $3 where id = $1', [
      id,
      passwordHash,
      version,
    ]);
  }
}
