// The operator accepts an application, on passed checks, or refuses it with the reason. An accepted one becomes an
// organisation whose first user is invited by a one-time link; its contact is verified only where the operator says how.
import { Inject, Injectable } from '@nestjs/common';
import { type Clock } from '#kernel';
import { type Actor, CLOCK, type Command, Once, type Tx } from '#platform';
import { type ApplicationRow, ApplicationStore } from '../../data/joining/application.store';
import type { ContactSource } from '../../domain/contact';
import { errors } from '../../domain/errors';
import { type ApplicationDecision, granted } from '../../domain/joining/application';
import type { Capability } from '../../domain/organisation';
import { VerifyContact } from '../contacts/verify-contact';
import { OnboardOrganisation } from '../onboard-organisation';
import { type ApplicationShown, applicationShown } from './applications.queries';
import { DecisionTelling } from './decision-telling';
import { Invitations } from './invitations';

export interface DecisionWish extends ApplicationDecision {
  /** By what way the contact in the application was reached; left out: it stays an address to write to. */
  readonly contactSource?: ContactSource;
}

@Injectable()
export class DecideApplication {
  constructor(
    private readonly once: Once,
    private readonly applications: ApplicationStore,
    private readonly onboarding: OnboardOrganisation,
    private readonly joining: Invitations,
    private readonly contacts: VerifyContact,
    private readonly telling: DecisionTelling,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws parties.application_not_found (404); application_decided, identifier_taken (409); checks_open,
   *   decision_reason_missing, capability_not_requestable (422)
   */
  async execute(command: Command, id: string, wish: DecisionWish): Promise<ApplicationShown> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const found = await this.applications.lock(tx, actor.scope, id);
      if (!found) throw errors.application_not_found();
      const capabilities = granted(found, wish);
      const organisationId =
        wish.decision === 'accepted' ? await this.take(tx, actor, found, capabilities, wish) : null;
      const decided: ApplicationRow = {
        ...found,
        ...{ state: wish.decision, organisationId, reason: wish.reason ?? null },
        ...{ decidedBy: actor.userId, decidedAt: this.clock.now(), version: found.version + 1 },
      };
      await this.applications.decide(tx, decided);
      await this.telling.tell(tx, actor, decided, capabilities);
      return applicationShown(decided, actor);
    });
  }

  private async take(
    tx: Tx,
    actor: Actor,
    { kind, legalName, identifiers, contact }: ApplicationRow,
    capabilities: readonly Capability[],
    { contactSource }: DecisionWish,
  ): Promise<string> {
    const { id } = await this.onboarding.take(tx, actor, { kind, legalName, identifiers, capabilities });
    if (contactSource !== undefined)
      await this.contacts.add(tx, actor, id, { ...contact, purpose: 'general', source: contactSource });
    await this.joining.issue(tx, actor, {
      ...{ purpose: 'first_user', organisationId: id, invitedAs: null, createdBy: actor.userId },
      ...{ inviteeName: contact.name, email: contact.email },
    });
    return id;
  }
}
