// The only file that queries parties.connected_group and parties.group_membership.
import { Injectable } from '@nestjs/common';
import { keyset, type PageQuery, query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { GroupMembership, StatedGroup } from '../../domain/groups/connected-group';

export interface GroupFilter extends PageQuery {
  /** Those to which it belongs or belonged. */
  readonly organisationId?: string;
}

const COLUMNS = `g.id, g.name, g.reason, g.source, g.for_all as "forAll",
  g.stater_organisation_id as "staterOrganisationId", g.stated_by as "statedBy", g.stated_at as "statedAt",
  g.version`;
const MEMBERSHIP = `m.id, m.group_id as "groupId", m.organisation_id as "organisationId", m.belongs,
  m.valid_from as "validFrom", m.source, m.recorded_by as "recordedBy", m.recorded_at as "recordedAt"`;
/** What the operator states for all is seen by whoever sees anything. */
const IN_SCOPE = `($1::uuid[] is null or g.stater_organisation_id = any($1)
  or (g.for_all and cardinality($1::uuid[]) > 0))`;

@Injectable()
export class ConnectedGroupStore {
  async add(tx: Tx, group: StatedGroup): Promise<void> {
    const { id, name, reason, source, forAll, staterOrganisationId, statedBy, statedAt, version } = group;
    await query(tx, 'insert into parties.connected_group values ($1, $2, $3, $4, $5, $6, $7, $8, $9)', [
      ...[id, name, reason, source, forAll, staterOrganisationId, statedBy, statedAt, version],
    ]);
  }

  async setVersion(tx: Tx, id: string, version: number): Promise<void> {
    await query(tx, 'update parties.connected_group set version = $2 where id = $1', [id, version]);
  }

  async record(tx: Tx, facts: readonly GroupMembership[]): Promise<void> {
    await query(
      tx,
      `insert into parties.group_membership (id, group_id, organisation_id, belongs, valid_from, source,
         recorded_by, recorded_at)
       select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::boolean[], $5::date[], $6::text[], $7::uuid[],
         $8::timestamptz[])`,
      [
        facts.map(({ id }) => id),
        facts.map(({ groupId }) => groupId),
        facts.map(({ organisationId }) => organisationId),
        facts.map(({ belongs }) => belongs),
        facts.map(({ validFrom }) => validFrom),
        facts.map(({ source }) => source),
        facts.map(({ recordedBy }) => recordedBy),
        facts.map(({ recordedAt }) => recordedAt),
      ],
    );
  }

  /** The newest first. */
  async page(on: Reads, scope: Scope, filter: GroupFilter): Promise<StatedGroup[]> {
    const { before, take } = keyset(filter);
    return query<StatedGroup>(
      on,
      `select ${COLUMNS} from parties.connected_group g
       where ${IN_SCOPE} and g.id < $2 and ($3::uuid is null or g.id in (
         select group_id from parties.group_membership where organisation_id = $3))
       order by g.id desc limit $4`,
      [scopeParam(scope), before, filter.organisationId ?? null, take],
    );
  }

  /** One at a time changes who belongs. */
  async lock(tx: Tx, scope: Scope, id: string): Promise<StatedGroup | undefined> {
    const [found] = await query<StatedGroup>(
      tx,
      `select ${COLUMNS} from parties.connected_group g where ${IN_SCOPE} and g.id = $2 for update`,
      [scopeParam(scope), id],
    );
    return found;
  }

  /** All that was recorded of who belongs to these groups, the latest first. */
  async memberships(on: Reads, scope: Scope, groupIds: readonly string[]): Promise<GroupMembership[]> {
    return query<GroupMembership>(
      on,
      `select ${MEMBERSHIP} from parties.group_membership m join parties.connected_group g on g.id = m.group_id
       where ${IN_SCOPE} and m.group_id = any($2::uuid[])
       order by m.valid_from desc, m.recorded_at desc, m.id desc`,
      [scopeParam(scope), groupIds],
    );
  }

  /** To which one of these belongs or belonged. */
  async ofMembers(on: Reads, scope: Scope, organisationIds: readonly string[]): Promise<StatedGroup[]> {
    if (organisationIds.length === 0) return [];
    return query<StatedGroup>(
      on,
      `select ${COLUMNS} from parties.connected_group g
       where ${IN_SCOPE} and g.id in (
         select group_id from parties.group_membership where organisation_id = any($2::uuid[]))
       order by g.id`,
      [scopeParam(scope), organisationIds],
    );
  }
}
