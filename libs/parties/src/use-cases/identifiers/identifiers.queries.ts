// Which numbers an organisation got and gave up, for itself and the operator.
import { Injectable } from '@nestjs/common';
import { type Actor, Db } from '#platform';
import { IdentifierChangeStore } from '../../data/identifiers/identifier-change.store';
import { OrganisationStore } from '../../data/organisation.store';
import { errors } from '../../domain/errors';
import type { IdentifierChange } from '../../domain/identifiers/identifier-change';

export interface IdentifierChangeShown extends Omit<IdentifierChange, 'recordedAt'> {
  readonly recordedAt: string;
}

@Injectable()
export class IdentifierQueries {
  constructor(
    private readonly db: Db,
    private readonly organisations: OrganisationStore,
    private readonly changes: IdentifierChangeStore,
  ) {}

  /** @throws parties.organisation_not_found (404), also for one outside the actor's scope */
  async ofOrganisation(
    { scope, permissions, organisationId }: Actor,
    id: string,
  ): Promise<{ readonly items: readonly IdentifierChangeShown[]; readonly actions: readonly string[] }> {
    const [known] = await this.organisations.byIds(this.db.reads, scope, [id]);
    if (!known) throw errors.organisation_not_found();
    const rows = await this.changes.ofOrganisation(this.db.reads, scope, id);
    const mayChange = permissions.has('organisation.describe') && organisationId !== id;
    return {
      items: rows.map(({ recordedAt, ...row }) => ({ ...row, recordedAt: recordedAt.toISOString() })),
      actions: mayChange ? ['change'] : [],
    };
  }
}
