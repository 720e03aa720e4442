// The operator suspends an organisation or lets it back: its people are signed out and nothing of its record changes.
import { Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Command, Once } from '#platform';
import { OrganisationStore } from '../data/organisation.store';
import { errors } from '../domain/errors';
import { assertTransition, type OrganisationState } from '../domain/organisation';
import { type OrganisationShown, shown } from './organisations.queries';

interface StatusChange {
  readonly status: Exclude<OrganisationState, 'left'>;
  readonly reason: string;
}

@Injectable()
export class ChangeOrganisationStatus {
  constructor(
    private readonly once: Once,
    private readonly organisations: OrganisationStore,
    private readonly audit: AuditLog,
  ) {}

  /** @throws parties.organisation_not_found (404), own_organisation (422), status_unchanged (409) */
  async execute(command: Command, id: string, { status, reason }: StatusChange): Promise<OrganisationShown> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const found = await this.organisations.lock(tx, actor.scope, id);
      if (!found) throw errors.organisation_not_found();
      if (id === actor.organisationId) throw errors.own_organisation();
      assertTransition(found.status, status);
      const changed = { ...found, status, version: found.version + 1 };
      await this.organisations.setStatus(tx, id, status, changed.version);
      await this.audit.record(tx, actor, [
        {
          action: status === 'active' ? 'parties.organisation_reinstated' : 'parties.organisation_suspended',
          subjectType: 'organisation',
          subjectId: id,
          subjectVersion: changed.version,
          details: { reason },
          visibleTo: [id],
        },
      ]);
      return shown(changed, actor);
    });
  }
}
