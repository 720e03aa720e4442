// The operator takes an organisation onto the platform, with the identifiers it was checked by.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog, type By } from '#audit';
import { type Clock, newId, shardFor } from '#kernel';
import { CLOCK, type Command, Once, type Tx } from '#platform';
import { OrganisationStore } from '../data/organisation.store';
import { errors } from '../domain/errors';
import { type KeyedIdentifier } from '../domain/identifier';
import { assertOnboarding, type Onboarding, type Organisation } from '../domain/organisation';
import { IdentifierKeys } from './personal/identifier-keys';
import { type OrganisationShown, shown } from './organisations.queries';

@Injectable()
export class OnboardOrganisation {
  constructor(
    private readonly once: Once,
    private readonly organisations: OrganisationStore,
    private readonly keys: IdentifierKeys,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws parties.legal_name_malformed, capabilities_missing, identifiers_missing, identifier_invalid,
   *   person_supplies_only, resident_number_misplaced (422);
   *   parties.identifier_taken (409)
   */
  async execute(command: Command, wish: Onboarding): Promise<OrganisationShown> {
    return this.once.run(command, async (tx) =>
      shown(await this.onboard(tx, command.actor, wish), command.actor),
    );
  }

  /** The deed itself, for a transaction that does more. Errors as above. */
  async onboard(tx: Tx, by: By, wish: Onboarding): Promise<Organisation> {
    const { identifiers, ...sound } = assertOnboarding(wish);
    return this.take(tx, by, { ...sound, identifiers: await this.keys.keyed(identifiers) });
  }

  /** What was judged before, with its identifiers in the form that is kept. @throws parties.identifier_taken (409) */
  async take(
    tx: Tx,
    by: By,
    sound: Required<Onboarding> & { readonly identifiers: readonly KeyedIdentifier[] },
  ): Promise<Organisation> {
    const { kind, legalName, capabilities } = sound;
    const identifiers = sound.identifiers.map(({ scheme, value }) => ({ scheme, value }));
    const organisation: Organisation = {
      ...{ kind, legalName, capabilities, identifiers },
      id: newId(shardFor(sound.identifiers[0]?.key ?? legalName)),
      status: 'active',
      formerNames: [],
      version: 1,
      onboardedAt: this.clock.now(),
    };
    const taken = await this.organisations.add(tx, organisation, sound.identifiers);
    if (taken.length > 0) throw errors.identifier_taken({ values: taken.map(({ value }) => value) });
    await this.audit.record(tx, by, [
      {
        action: 'parties.organisation_onboarded',
        subjectType: 'organisation',
        subjectId: organisation.id,
        subjectVersion: organisation.version,
        details: { kind, legalName, capabilities, identifiers },
      },
    ]);
    return organisation;
  }
}
