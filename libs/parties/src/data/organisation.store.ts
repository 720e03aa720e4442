// The only file that queries the schema parties.
import { Injectable } from '@nestjs/common';
import {
  EVERYONE,
  keyset,
  type PageQuery,
  query,
  type Reads,
  type Scope,
  scopeParam,
  type Tx,
} from '#platform';
import type { NameChange } from '../domain/facts/name-change';
import { type Identifier, type KeyedIdentifier } from '../domain/identifier';
import { searchName } from '../domain/legal-name';
import type { Capability, Organisation, OrganisationState } from '../domain/organisation';

export interface OrganisationFilter extends PageQuery {
  /** Part of the legal name, or of a former one; with `keys`, either may hold. */
  readonly q?: string;
  /** Forms in which an identifier is compared. */
  readonly keys?: readonly string[];
  /** Those that have at least one of them. */
  readonly capabilities?: readonly Capability[];
  readonly status?: OrganisationState;
}

const COLUMNS = `o.id, o.legal_name as "legalName", o.capabilities, o.kind, o.status, o.version,
  o.onboarded_at as "onboardedAt",
  (select coalesce(jsonb_agg(jsonb_build_object('scheme', i.scheme, 'value', i.value) order by i.position), '[]')
   from parties.identifier i where i.organisation_id = o.id) as identifiers,
  (select coalesce(jsonb_agg(jsonb_build_object('legalName', n.legal_name, 'changedOn', n.changed_on)
     order by n.version desc), '[]')
   from parties.former_name n where n.organisation_id = o.id) as "formerNames"`;

@Injectable()
export class OrganisationStore {
  /** Answers the identifiers that belong to someone else; when there are any, the transaction must not be committed. */
  async add(
    tx: Tx,
    organisation: Organisation,
    identifiers: readonly KeyedIdentifier[],
  ): Promise<Identifier[]> {
    const { id, legalName, capabilities, kind, status, version, onboardedAt } = organisation;
    await query(
      tx,
      `insert into parties.organisation
         (id, legal_name, search_name, capabilities, kind, status, version, onboarded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, legalName, searchName(legalName), capabilities, kind, status, version, onboardedAt],
    );
    // Claimed in one order, so that two onboardings with the same identifiers wait for each other and never deadlock.
    const keys = [...new Set(identifiers.map(({ key }) => key))].sort();
    const claimed = await query<{ key: string }>(
      tx,
      `insert into parties.identifier_claim (value_key, organisation_id)
       select key, $2 from unnest($1::text[]) with ordinality as k (key, n) order by n
       on conflict do nothing returning value_key as key`,
      [keys, id],
    );
    const own = new Set(claimed.map(({ key }) => key));
    const taken = identifiers.filter(({ key }) => !own.has(key));
    if (taken.length === 0) await this.addIdentifiers(tx, id, identifiers);
    return taken;
  }

  private async addIdentifiers(tx: Tx, id: string, identifiers: readonly KeyedIdentifier[]): Promise<void> {
    await query(
      tx,
      `insert into parties.identifier (scheme, value, value_key, position, organisation_id)
       select *, $5 from unnest($1::text[], $2::text[], $3::text[], $4::int[])`,
      [
        identifiers.map(({ scheme }) => scheme),
        identifiers.map(({ value }) => value),
        identifiers.map(({ key }) => key),
        identifiers.map((_, position) => position),
        id,
      ],
    );
  }

  async byIds(on: Reads, scope: Scope, ids: readonly string[]): Promise<Organisation[]> {
    if (ids.length === 0) return [];
    return query<Organisation>(
      on,
      `select ${COLUMNS} from parties.organisation o
       where ($1::uuid[] is null or o.id = any($1)) and o.id = any($2::uuid[])`,
      [scopeParam(scope), ids],
    );
  }

  /** The organisations that own these identifier values, whatever the scheme, beside the key that led to them. */
  async byIdentifierKeys(
    on: Reads,
    scope: Scope,
    keys: readonly string[],
  ): Promise<(Organisation & { readonly key: string })[]> {
    if (keys.length === 0) return [];
    return query<Organisation & { readonly key: string }>(
      on,
      `select c.value_key as key, ${COLUMNS}
       from parties.identifier_claim c join parties.organisation o on o.id = c.organisation_id
       where ($1::uuid[] is null or o.id = any($1)) and c.value_key = any($2::text[])`,
      [scopeParam(scope), keys],
    );
  }

  /** The newest first. */
  async page(on: Reads, scope: Scope, filter: OrganisationFilter): Promise<Organisation[]> {
    const { before, take } = keyset(filter);
    const { q, keys, capabilities, status } = filter;
    const part = q === undefined ? null : partOf(searchName(q));
    return query<Organisation>(
      on,
      `select ${COLUMNS} from parties.organisation o
       where ($1::uuid[] is null or o.id = any($1)) and o.id < $2
         and ($3::text is null or o.search_name like $3
           or o.id in (select organisation_id from parties.former_name where search_name like $3)
           or o.id in (select organisation_id from parties.identifier_claim where value_key = any($4::text[])))
         and ($5::text[] is null or o.capabilities && $5)
         and ($6::text is null or o.status = $6)
       order by o.id desc limit $7`,
      [scopeParam(scope), before, part, keys ?? [], capabilities ?? null, status ?? null, take],
    );
  }

  /** Every number that each of these has or had, of whatever scheme. */
  async numbers(
    on: Reads,
    scope: Scope,
    ids: readonly string[],
  ): Promise<{ readonly organisationId: string; readonly value: string }[]> {
    return query(
      on,
      `select organisation_id as "organisationId", value from parties.identifier
       where ($1::uuid[] is null or organisation_id = any($1)) and organisation_id = any($2::uuid[])
       union select organisation_id, value from parties.identifier_change
       where ($1::uuid[] is null or organisation_id = any($1)) and organisation_id = any($2::uuid[])`,
      [scopeParam(scope), ids],
    );
  }

  async any(on: Reads, scope: Scope): Promise<boolean> {
    const rows = await query(
      on,
      'select 1 from parties.organisation where ($1::uuid[] is null or id = any($1)) limit 1',
      [scopeParam(scope)],
    );
    return rows.length > 0;
  }

  /** In whose name something is done now: none of them leaves, or is suspended, before the transaction is over. */
  async hold(tx: Tx, ids: readonly string[]): Promise<Organisation[]> {
    await query(tx, 'select 1 from parties.organisation where id = any($1::uuid[]) order by id for share', [
      ids,
    ]);
    return this.byIds(tx, EVERYONE, ids);
  }

  async lock(tx: Tx, scope: Scope, id: string): Promise<Organisation | undefined> {
    await query(
      tx,
      `select 1 from parties.organisation
       where ($1::uuid[] is null or id = any($1)) and id = $2 for update`,
      [scopeParam(scope), id],
    );
    const [found] = await this.byIds(tx, scope, [id]);
    return found;
  }

  async setStatus(tx: Tx, id: string, status: OrganisationState, version: number): Promise<void> {
    await query(tx, 'update parties.organisation set status = $2, version = $3 where id = $1', [
      id,
      status,
      version,
    ]);
  }

  /** The name that it has so far goes into the book of former names. */
  async rename(
    tx: Tx,
    { id, legalName: former }: Organisation,
    { legalName, changedOn, source, version }: NameChange & { readonly version: number },
    by: { readonly userId: string; readonly organisationId: string },
    at: Date,
  ): Promise<void> {
    await query(
      tx,
      `insert into parties.former_name (organisation_id, version, legal_name, search_name, changed_on, source,
         recorded_by, recorder_organisation_id, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, version, former, searchName(former), changedOn, source, by.userId, by.organisationId, at],
    );
    await query(
      tx,
      'update parties.organisation set legal_name = $2, search_name = $3, version = $4 where id = $1',
      [id, legalName, searchName(legalName), version],
    );
  }
}

/** A word without letters or digits is in no name. */
function partOf(word: string): string {
  return word === '' ? '' : `%${word.replace(/[\\%_]/g, '\\$&')}%`;
}
