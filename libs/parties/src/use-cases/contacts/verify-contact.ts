// The operator writes down a person of an organisation whom it has reached by a way of its own, and thereby verifies
// them. Nobody verifies their own organisation's people.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Clock, newId, shardOf } from '#kernel';
import { type Actor, CLOCK, type Command, Once, type Tx } from '#platform';
import { ContactStore } from '../../data/contact.store';
import { OrganisationStore } from '../../data/organisation.store';
import {
  assertContact,
  assertMayVerify,
  type ContactDetails,
  type ContactSource,
  tracesOf,
  type VerifiedContact,
} from '../../domain/contact';
import { errors } from '../../domain/errors';
import { Traces } from '../personal/traces';
import { type ContactShown, contactShown } from './contacts.queries';

export interface ContactVerification extends ContactDetails {
  readonly source: ContactSource;
}

@Injectable()
export class VerifyContact {
  constructor(
    private readonly once: Once,
    private readonly organisations: OrganisationStore,
    private readonly contacts: ContactStore,
    private readonly traces: Traces,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws parties.organisation_not_found (404), contact_own, contact_malformed (422) */
  async execute(command: Command, organisationId: string, wish: ContactVerification): Promise<ContactShown> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const [known] = await this.organisations.byIds(tx, actor.scope, [organisationId]);
      if (!known) throw errors.organisation_not_found();
      return contactShown(await this.add(tx, actor, organisationId, wish), actor);
    });
  }

  /** The deed itself, for a transaction that does more. Errors as above. */
  async add(
    tx: Tx,
    actor: Actor,
    organisationId: string,
    wish: ContactVerification,
  ): Promise<VerifiedContact> {
    assertMayVerify(organisationId, actor);
    const contact: VerifiedContact = {
      ...assertContact(wish),
      id: newId(shardOf(organisationId)),
      organisationId,
      verifiedBy: actor.userId,
      verifiedAt: this.clock.now(),
      retiredAt: null,
      version: 1,
    };
    await this.contacts.add(tx, contact, actor.organisationId);
    await this.traces.seen(tx, organisationId, tracesOf(contact), contact.verifiedAt);
    const { purpose, source } = contact;
    await this.audit.record(tx, actor, [
      {
        action: 'parties.contact_verified',
        subjectType: 'contact',
        subjectId: contact.id,
        subjectVersion: 1,
        details: { organisationId, purpose, source },
        visibleTo: [organisationId],
      },
    ]);
    return contact;
  }
}
