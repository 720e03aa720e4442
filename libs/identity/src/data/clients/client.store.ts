// The only file that queries identity.client and identity.client_key.
import { Injectable } from '@nestjs/common';
import { keyset, type PageQuery, query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { ClientKey, ClientState, MachineClient } from '../../domain/client';

const COLUMNS = `id, organisation_id as "organisationId", name, permissions, status, version,
  created_at as "createdAt"`;
const IN_SCOPE = '($1::uuid[] is null or organisation_id = any($1))';
const KEY_COLUMNS = `k.kid, k.jwk, k.valid_from as "validFrom", k.valid_until as "validUntil",
  k.added_at as "addedAt", k.retired_at as "retiredAt"`;

export interface KeyOfClient extends ClientKey {
  readonly clientId: string;
}

@Injectable()
export class ClientStore {
  async add(tx: Tx, client: MachineClient): Promise<void> {
    const { id, organisationId, name, permissions, status, version, createdAt } = client;
    await query(
      tx,
      `insert into identity.client (id, organisation_id, name, permissions, status, version, created_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, organisationId, name, permissions, status, version, createdAt],
    );
  }

  async byId(on: Reads, scope: Scope, id: string): Promise<MachineClient | undefined> {
    const [found] = await query<MachineClient>(
      on,
      `select ${COLUMNS} from identity.client where ${IN_SCOPE} and id = $2`,
      [scopeParam(scope), id],
    );
    return found;
  }

  async lock(tx: Tx, scope: Scope, id: string): Promise<MachineClient | undefined> {
    const [found] = await query<MachineClient>(
      tx,
      `select ${COLUMNS} from identity.client where ${IN_SCOPE} and id = $2 for update`,
      [scopeParam(scope), id],
    );
    return found;
  }

  /** The newest first. */
  async page(on: Reads, scope: Scope, filter: PageQuery): Promise<MachineClient[]> {
    const { before, take } = keyset(filter);
    return query<MachineClient>(
      on,
      `select ${COLUMNS} from identity.client where ${IN_SCOPE} and id < $2 order by id desc limit $3`,
      [scopeParam(scope), before, take],
    );
  }

  async keysOf(on: Reads, scope: Scope, clientIds: readonly string[]): Promise<KeyOfClient[]> {
    return query<KeyOfClient>(
      on,
      `select k.client_id as "clientId", ${KEY_COLUMNS}
       from identity.client_key k join identity.client c on c.id = k.client_id
       where ($1::uuid[] is null or c.organisation_id = any($1)) and k.client_id = any($2::uuid[])
       order by k.client_id, k.added_at, k.kid`,
      [scopeParam(scope), clientIds],
    );
  }

  /** False when the client has this key already. */
  async addKey(tx: Tx, clientId: string, key: ClientKey): Promise<boolean> {
    const { kid, jwk, validFrom, validUntil, addedAt } = key;
    const added = await query(
      tx,
      `insert into identity.client_key (client_id, kid, jwk, valid_from, valid_until, added_at)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning kid`,
      [clientId, kid, JSON.stringify(jwk), validFrom, validUntil, addedAt],
    );
    return added.length > 0;
  }

  /** False when there is no such key in force. */
  async retireKey(tx: Tx, clientId: string, kid: string, at: Date): Promise<boolean> {
    const retired = await query(
      tx,
      `update identity.client_key set retired_at = $3
       where client_id = $1 and kid = $2 and retired_at is null returning kid`,
      [clientId, kid, at],
    );
    return retired.length > 0;
  }

  async setStatus(tx: Tx, id: string, status: ClientState, version: number): Promise<void> {
    await query(tx, 'update identity.client set status = $2, version = $3 where id = $1', [
      id,
      status,
      version,
    ]);
  }

  async setVersion(tx: Tx, id: string, version: number): Promise<void> {
    await query(tx, 'update identity.client set version = $2 where id = $1', [id, version]);
  }
}
