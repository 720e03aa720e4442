// The only file that queries parties.invitation.
import { Injectable } from '@nestjs/common';
import { keyset, type PageQuery, query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { Invitation } from '../../domain/joining/invitation';

const COLUMNS = `i.id, i.purpose, i.organisation_id as "organisationId", i.invitee_name as "inviteeName", i.email,
  i.invited_as as "invitedAs", i.state, i.created_by as "createdBy", i.created_at as "createdAt",
  i.expires_at as "expiresAt", i.used_at as "usedAt", i.version`;
const IN_SCOPE = '($1::uuid[] is null or i.organisation_id = any($1))';

@Injectable()
export class InvitationStore {
  async add(tx: Tx, invitation: Invitation): Promise<void> {
    const { id, purpose, organisationId, inviteeName, email, invitedAs, state } = invitation;
    const { createdBy, createdAt, expiresAt, version } = invitation;
    await query(
      tx,
      `insert into parties.invitation (id, purpose, organisation_id, invitee_name, email, invited_as, state,
         created_by, created_at, expires_at, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        ...[id, purpose, organisationId, inviteeName, email, invitedAs, state],
        ...[createdBy, createdAt, expiresAt, version],
      ],
    );
  }

  /** A newer link replaces the one before; false when there is nothing to open any more. */
  async setToken(tx: Tx, id: string, tokenHash: Buffer): Promise<boolean> {
    const rows = await query(
      tx,
      `update parties.invitation set token_hash = $2 where id = $1 and state = 'open' returning id`,
      [id, tokenHash],
    );
    return rows.length > 0;
  }

  async byId(on: Reads, scope: Scope, id: string): Promise<Invitation | undefined> {
    const [found] = await query<Invitation>(
      on,
      `select ${COLUMNS} from parties.invitation i where ${IN_SCOPE} and i.id = $2`,
      [scopeParam(scope), id],
    );
    return found;
  }

  async lock(tx: Tx, scope: Scope, id: string): Promise<Invitation | undefined> {
    const [found] = await query<Invitation>(
      tx,
      `select ${COLUMNS} from parties.invitation i where ${IN_SCOPE} and i.id = $2 for update`,
      [scopeParam(scope), id],
    );
    return found;
  }

  async lockByToken(tx: Tx, tokenHash: Buffer): Promise<Invitation | undefined> {
    const [found] = await query<Invitation>(
      tx,
      `select ${COLUMNS} from parties.invitation i where i.token_hash = $1 for update`,
      [tokenHash],
    );
    return found;
  }

  /** The newest first. */
  async page(on: Reads, scope: Scope, filter: PageQuery): Promise<Invitation[]> {
    const { before, take } = keyset(filter);
    return query<Invitation>(
      on,
      `select ${COLUMNS} from parties.invitation i where ${IN_SCOPE} and i.id < $2 order by i.id desc limit $3`,
      [scopeParam(scope), before, take],
    );
  }

  async setState(tx: Tx, { id, state, usedAt, version }: Invitation): Promise<void> {
    await query(tx, 'update parties.invitation set state = $2, used_at = $3, version = $4 where id = $1', [
      id,
      state,
      usedAt,
      version,
    ]);
  }
}
