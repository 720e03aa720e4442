// Organisations as their readers see them.
import { Injectable } from '@nestjs/common';
import { type Actor, Db, EVERYONE, type Page, type PageQuery, pageOf } from '#platform';
import { type OrganisationFilter, OrganisationStore } from '../data/organisation.store';
import { errors } from '../domain/errors';
import type { FormerName } from '../domain/facts/name-change';
import {
  actionsOn,
  FINANCIERS,
  type Organisation,
  type OrganisationKind,
  type OrganisationSummary,
} from '../domain/organisation';
import { IdentifierKeys } from './personal/identifier-keys';

export interface OrganisationShown extends OrganisationSummary {
  readonly kind: OrganisationKind;
  readonly version: number;
  readonly formerNames: readonly FormerName[];
  readonly onboardedAt: string;
  readonly actions: readonly string[];
}

export function shown(organisation: Organisation, actor: Actor): OrganisationShown {
  const { id, legalName, capabilities, identifiers, kind, status, version, formerNames, onboardedAt } =
    organisation;
  const actions = actionsOn(organisation, actor.permissions, actor.organisationId);
  return {
    ...{ id, legalName, capabilities, identifiers, kind, status, version, formerNames, actions },
    onboardedAt: onboardedAt.toISOString(),
  };
}

@Injectable()
export class OrganisationQueries {
  constructor(
    private readonly db: Db,
    private readonly organisations: OrganisationStore,
    private readonly keys: IdentifierKeys,
  ) {}

  async page(actor: Actor, filter: Omit<OrganisationFilter, 'keys'>): Promise<Page<OrganisationShown>> {
    const { q } = filter;
    const keys = q === undefined ? [] : await this.keys.keysOf(q);
    const rows = await this.organisations.page(this.db.reads, actor.scope, { ...filter, keys });
    return pageOf(
      rows.map((one) => shown(one, actor)),
      filter,
    );
  }

  /** @throws parties.organisation_not_found (404), also for an organisation outside the actor's scope */
  async byId(actor: Actor, id: string): Promise<OrganisationShown> {
    const [found] = await this.organisations.byIds(this.db.reads, actor.scope, [id]);
    if (!found) throw errors.organisation_not_found();
    return shown(found, actor);
  }

  /** The directory of those who may be asked for money: public to every supplier, whatever its scope. */
  async financiers({ cursor, limit }: PageQuery): Promise<Page<OrganisationSummary>> {
    const filter = { limit, ...(cursor && { cursor }), capabilities: FINANCIERS, status: 'active' } as const;
    return pageOf(await this.organisations.page(this.db.reads, EVERYONE, filter), filter);
  }
}
