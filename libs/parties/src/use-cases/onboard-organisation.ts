// The operator takes an organisation onto the platform, with the identifiers it was checked by.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog, type By } from '#audit';
import { type Clock, newId, shardFor } from '#kernel';
import { CLOCK, type Command, Once, type Tx } from '#platform';
import { OrganisationStore } from '../data/organisation.store';
import { errors } from '../domain/errors';
import { identifierKey } from '../domain/identifier';
import { assertOnboarding, type Onboarding, type Organisation } from '../domain/organisation';
import { type OrganisationShown, shown } from './organisations.queries';

@Injectable()
export class OnboardOrganisation {
  constructor(
    private readonly once: Once,
    private readonly organisations: OrganisationStore,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws parties.legal_name_malformed, capabilities_missing, identifiers_missing, identifier_invalid (422);
   *   parties.identifier_taken (409)
   */
  async execute(command: Command, wish: Onboarding): Promise<OrganisationShown> {
    return this.once.run(command, async (tx) =>
      shown(await this.onboard(tx, command.actor, wish), command.actor),
    );
  }

  /** The deed itself, for a transaction that does more. Errors as above. */
  async onboard(tx: Tx, by: By, wish: Onboarding): Promise<Organisation> {
    const { legalName, capabilities, identifiers } = assertOnboarding(wish);
    const organisation: Organisation = {
      ...{ legalName, capabilities, identifiers },
      id: newId(shardFor(identifierKey(identifiers[0]?.value ?? legalName))),
      status: 'active',
      version: 1,
      onboardedAt: this.clock.now(),
    };
    const taken = await this.organisations.add(tx, organisation);
    if (taken.length > 0) throw errors.identifier_taken({ values: taken.map(({ value }) => value) });
    await this.audit.record(tx, by, [
      {
        action: 'parties.organisation_onboarded',
        subjectType: 'organisation',
        subjectId: organisation.id,
        subjectVersion: organisation.version,
        details: { legalName, capabilities, identifiers },
      },
    ]);
    return organisation;
  }
}
