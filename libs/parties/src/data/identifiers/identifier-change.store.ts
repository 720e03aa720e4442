// Numbers of organisations that come and go: parties.identifier_change, and with it parties.identifier and its claims.
import { Injectable } from '@nestjs/common';
import { query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { IdentifierChange } from '../../domain/identifiers/identifier-change';

export interface KeyedChange extends IdentifierChange {
  readonly valueKey: string;
  readonly recorderOrganisationId: string;
}

const MOST = 200;

@Injectable()
export class IdentifierChangeStore {
  /** Of a locked organisation. False when the value is, or once was, somebody else's. */
  async add(tx: Tx, change: KeyedChange): Promise<boolean> {
    const { organisationId, scheme, value, valueKey } = change;
    await query(
      tx,
      `insert into parties.identifier_claim (value_key, organisation_id) values ($1, $2) on conflict do nothing`,
      [valueKey, organisationId],
    );
    const added = await query(
      tx,
      `insert into parties.identifier (scheme, value, value_key, position, organisation_id)
       select $1, $2, c.value_key, (select coalesce(max(i.position) + 1, 0) from parties.identifier i
         where i.organisation_id = $4), c.organisation_id
       from parties.identifier_claim c where c.value_key = $3 and c.organisation_id = $4 returning scheme`,
      [scheme, value, valueKey, organisationId],
    );
    if (added.length === 0) return false;
    await this.record(tx, change);
    return true;
  }

  /** Of a locked organisation; the claim stays, so the value leads to nobody else ever after. */
  async retire(tx: Tx, change: KeyedChange): Promise<void> {
    const { organisationId, scheme, valueKey } = change;
    await query(
      tx,
      'delete from parties.identifier where organisation_id = $1 and scheme = $2 and value_key = $3',
      [organisationId, scheme, valueKey],
    );
    await this.record(tx, change);
  }

  async setVersion(tx: Tx, organisationId: string, version: number): Promise<void> {
    await query(tx, 'update parties.organisation set version = $2 where id = $1', [organisationId, version]);
  }

  /** The latest record first; at most 200. */
  async ofOrganisation(on: Reads, scope: Scope, organisationId: string): Promise<IdentifierChange[]> {
    return query<IdentifierChange>(
      on,
      `select c.id, c.organisation_id as "organisationId", c.scheme, c.value, c.change, c.changed_on as "changedOn",
         c.evidence, c.recorded_by as "recordedBy", c.recorded_at as "recordedAt"
       from parties.identifier_change c
       where ($1::uuid[] is null or c.organisation_id = any($1)) and c.organisation_id = $2
       order by c.id desc limit ${MOST}`,
      [scopeParam(scope), organisationId],
    );
  }

  private async record(tx: Tx, change: KeyedChange): Promise<void> {
    const { id, organisationId, scheme, value, valueKey, changedOn, evidence } = change;
    await query(
      tx,
      `insert into parties.identifier_change (id, organisation_id, scheme, value, value_key, change, changed_on,
         evidence, recorded_by, recorder_organisation_id, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        ...[id, organisationId, scheme, value, valueKey, change.change, changedOn, evidence],
        ...[change.recordedBy, change.recorderOrganisationId, change.recordedAt],
      ],
    );
  }
}
