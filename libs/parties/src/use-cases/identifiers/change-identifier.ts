// The operator records, with its evidence, that an organisation got a number or gave one up.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Clock, dateOf, newId, shardOf } from '#kernel';
import { CLOCK, type Command, Once } from '#platform';
import { IdentifierChangeStore, type KeyedChange } from '../../data/identifiers/identifier-change.store';
import { OrganisationStore } from '../../data/organisation.store';
import { errors } from '../../domain/errors';
import { assertMayRecord } from '../../domain/facts/fact';
import { identifierKey } from '../../domain/identifier';
import { assertIdentifierChange, type IdentifierWish } from '../../domain/identifiers/identifier-change';
import { type OrganisationShown, shown } from '../organisations.queries';

@Injectable()
export class ChangeIdentifier {
  constructor(
    private readonly once: Once,
    private readonly organisations: OrganisationStore,
    private readonly changes: IdentifierChangeStore,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws parties.organisation_not_found (404); identifier_taken, identifier_held, identifier_not_held (409);
   *   record_own, identifier_invalid, identifiers_missing, identifier_last, identifier_misdated (422)
   */
  async execute(command: Command, organisationId: string, wish: IdentifierWish): Promise<OrganisationShown> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const found = await this.organisations.lock(tx, actor.scope, organisationId);
      if (!found) throw errors.organisation_not_found();
      assertMayRecord(organisationId, actor);
      const recordedAt = this.clock.now();
      const { value } = assertIdentifierChange(wish, found, dateOf(recordedAt));
      const { scheme, change, changedOn, evidence } = wish;
      const row: KeyedChange = {
        ...{ id: newId(shardOf(organisationId)), organisationId, scheme, value, change, changedOn },
        ...{ valueKey: identifierKey(value), evidence: evidence.trim(), recordedAt },
        ...{ recordedBy: actor.userId, recorderOrganisationId: actor.organisationId },
      };
      if (change === 'retired') await this.changes.retire(tx, row);
      else if (!(await this.changes.add(tx, row))) throw errors.identifier_taken({ values: [value] });
      const version = found.version + 1;
      await this.changes.setVersion(tx, organisationId, version);
      await this.audit.record(tx, actor, [
        {
          action: change === 'added' ? 'parties.identifier_added' : 'parties.identifier_retired',
          subjectType: 'organisation',
          subjectId: organisationId,
          subjectVersion: version,
          details: { scheme, value, changedOn, evidence: row.evidence },
          visibleTo: [organisationId],
        },
      ]);
      const [changed] = await this.organisations.byIds(tx, actor.scope, [organisationId]);
      return shown({ ...(changed ?? found), version }, actor);
    });
  }
}
