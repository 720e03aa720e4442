// The operator records that an organisation changed its legal name; the former one still finds it.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Clock, dateOf } from '#kernel';
import { CLOCK, type Command, Once } from '#platform';
import { OrganisationStore } from '../../data/organisation.store';
import { errors } from '../../domain/errors';
import { assertMayRecord } from '../../domain/facts/fact';
import { assertNameChange, type NameChange } from '../../domain/facts/name-change';
import { type OrganisationShown, shown } from '../organisations.queries';

@Injectable()
export class RenameOrganisation {
  constructor(
    private readonly once: Once,
    private readonly organisations: OrganisationStore,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws parties.organisation_not_found (404), name_unchanged (409),
   *   record_own, legal_name_malformed, name_change_misdated (422)
   */
  async execute(command: Command, id: string, wish: NameChange): Promise<OrganisationShown> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const found = await this.organisations.lock(tx, actor.scope, id);
      if (!found) throw errors.organisation_not_found();
      assertMayRecord(id, actor);
      const at = this.clock.now();
      const { legalName, changedOn, source } = assertNameChange(found, wish, dateOf(at));
      const version = found.version + 1;
      await this.organisations.rename(tx, found, { legalName, changedOn, source, version }, actor, at);
      await this.audit.record(tx, actor, [
        {
          action: 'parties.organisation_renamed',
          subjectType: 'organisation',
          subjectId: id,
          subjectVersion: version,
          details: { formerName: found.legalName, legalName, changedOn, source },
          visibleTo: [id],
        },
      ]);
      const formerNames = [{ legalName: found.legalName, changedOn }, ...found.formerNames];
      return shown({ ...found, legalName, formerNames, version }, actor);
    });
  }
}
