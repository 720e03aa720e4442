// The only file that queries receivables.signing_key.
import { Injectable } from '@nestjs/common';
import { keyset, type PageQuery, query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { SigningKey } from '../../domain/confirmation/signing-key';

const COLUMNS = `id, organisation_id as "organisationId", holder_id as "holderId", label, algorithm,
  public_key as "publicKey", state, registered_at as "registeredAt", decided_by as "decidedBy",
  decided_at as "decidedAt", valid_until as "validUntil", revoked_by as "revokedBy", revoked_at as "revokedAt",
  reason, version`;

@Injectable()
export class SigningKeyStore {
  /** False when the public key is registered already. */
  async add(tx: Tx, key: SigningKey): Promise<boolean> {
    const { id, organisationId, holderId, label, algorithm, publicKey, state, registeredAt, version } = key;
    const added = await query(
      tx,
      `insert into receivables.signing_key
         (id, organisation_id, holder_id, label, algorithm, public_key, state, registered_at, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (public_key) do nothing returning id`,
      [id, organisationId, holderId, label, algorithm, publicKey, state, registeredAt, version],
    );
    return added.length > 0;
  }

  async page(on: Reads, scope: Scope, page: PageQuery): Promise<SigningKey[]> {
    const { before, take } = keyset(page);
    return query<SigningKey>(
      on,
      `select ${COLUMNS} from receivables.signing_key
       where ($1::uuid[] is null or organisation_id = any($1)) and id < $2 order by id desc limit $3`,
      [scopeParam(scope), before, take],
    );
  }

  async byIds(on: Reads, scope: Scope, ids: readonly string[]): Promise<SigningKey[]> {
    if (ids.length === 0) return [];
    return query<SigningKey>(
      on,
      `select ${COLUMNS} from receivables.signing_key
       where id = any($2) and ($1::uuid[] is null or organisation_id = any($1))`,
      [scopeParam(scope), ids],
    );
  }

  /** Held while answers are signed with them, so that a revocation comes before or after. */
  async share(tx: Tx, scope: Scope, ids: readonly string[]): Promise<SigningKey[]> {
    if (ids.length === 0) return [];
    return query<SigningKey>(
      tx,
      `select ${COLUMNS} from receivables.signing_key
       where id = any($2) and ($1::uuid[] is null or organisation_id = any($1)) order by id for share`,
      [scopeParam(scope), ids],
    );
  }

  async lock(tx: Tx, scope: Scope, id: string): Promise<SigningKey | undefined> {
    const [key] = await query<SigningKey>(
      tx,
      `select ${COLUMNS} from receivables.signing_key
       where id = $2 and ($1::uuid[] is null or organisation_id = any($1)) for update`,
      [scopeParam(scope), id],
    );
    return key;
  }

  /** Writes what may change on a locked key. */
  async update(tx: Tx, key: SigningKey): Promise<void> {
    const { id, state, decidedBy, decidedAt, validUntil, revokedBy, revokedAt, reason, version } = key;
    await query(
      tx,
      `update receivables.signing_key set state = $2, decided_by = $3, decided_at = $4, valid_until = $5,
         revoked_by = $6, revoked_at = $7, reason = $8, version = $9
       where id = $1`,
      [id, state, decidedBy, decidedAt, validUntil, revokedBy, revokedAt, reason, version],
    );
  }
}
