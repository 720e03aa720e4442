// Somebody outside applies for an organisation. What is said is kept as it was said, but for a resident's number, of
// which only a keyed hash and a mask stay; nothing on the platform comes of it before the operator decides.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog, THE_PLATFORM } from '#audit';
import { type Clock, newId, shardFor } from '#kernel';
import { CLOCK, Db, EVERYONE, type Tx } from '#platform';
import { type ApplicationRow, ApplicationStore } from '../../data/joining/application.store';
import { OrganisationStore } from '../../data/organisation.store';
import { assertContact, type ContactDetails } from '../../domain/contact';
import { errors } from '../../domain/errors';
import { assertRequestable, type DocumentReference } from '../../domain/joining/application';
import { assertOnboarding, type Onboarding } from '../../domain/organisation';
import { IdentifierKeys } from '../personal/identifier-keys';
import { Invitations } from './invitations';

export interface ApplicationWish extends Onboarding {
  readonly contact: Omit<ContactDetails, 'purpose'>;
  readonly documents: readonly DocumentReference[];
  /** The one-time link of a trading partner, when it brought them here. */
  readonly invitationToken?: string;
}
/** What the applicant is told: enough to ask about it, nothing that opens anything. */
export interface ApplicationReceipt {
  readonly id: string;
  readonly submittedAt: string;
}

/** More from one network address within an hour look like somebody trying numbers. */
const MOST_PER_HOUR = 20;
const HOUR_MS = 3_600_000;

@Injectable()
export class SubmitApplication {
  constructor(
    private readonly db: Db,
    private readonly applications: ApplicationStore,
    private readonly organisations: OrganisationStore,
    private readonly invitations: Invitations,
    private readonly keys: IdentifierKeys,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param address the network address that it comes from
   * @throws parties.legal_name_malformed, capabilities_missing, capability_not_requestable, identifiers_missing,
   *   identifier_invalid, person_supplies_only, resident_number_misplaced, contact_malformed, invitation_void (422);
   *   identifier_taken (409); too_many_applications (429)
   */
  async execute(wish: ApplicationWish, address: string): Promise<ApplicationReceipt> {
    const { identifiers: given, ...sound } = assertOnboarding(wish);
    assertRequestable(sound.capabilities);
    const contact = assertContact(wish.contact);
    const identifiers = await this.keys.keyed(given);
    const sourceHash = await this.keys.sourceOf(address);
    return this.db.run(async (tx) => {
      const submittedAt = this.clock.now();
      await this.assertRoom(tx, sourceHash, submittedAt);
      const keys = identifiers.map(({ key }) => key);
      const taken = await this.organisations.byIdentifierKeys(tx, EVERYONE, keys);
      if (taken.length > 0) throw errors.identifier_taken({ values: identifiers.map(({ value }) => value) });
      const invitation =
        wish.invitationToken === undefined
          ? null
          : await this.invitations.use(tx, wish.invitationToken, 'trading_partner', THE_PLATFORM);
      const application: ApplicationRow = {
        ...{ ...sound, identifiers, contact, documents: wish.documents, checks: [], version: 1 },
        id: newId(shardFor(keys[0] ?? sound.legalName)),
        invitationId: invitation?.id ?? null,
        ...{ state: 'submitted', submittedAt, decidedBy: null, decidedAt: null, reason: null },
        organisationId: null,
      };
      await this.applications.add(tx, application, sourceHash);
      await this.record(tx, application);
      return { id: application.id, submittedAt: submittedAt.toISOString() };
    });
  }

  private async assertRoom(tx: Tx, sourceHash: Buffer, now: Date): Promise<void> {
    const since = new Date(now.getTime() - HOUR_MS);
    const many = await this.applications.countFrom(tx, sourceHash, since);
    if (many >= MOST_PER_HOUR) throw errors.too_many_applications({ most: MOST_PER_HOUR });
  }

  private async record(tx: Tx, application: ApplicationRow): Promise<void> {
    const { id, kind, legalName, capabilities, identifiers, invitationId } = application;
    await this.audit.record(tx, THE_PLATFORM, [
      {
        action: 'parties.application_submitted',
        subjectType: 'application',
        subjectId: id,
        subjectVersion: 1,
        details: {
          ...{ kind, legalName, capabilities, invitationId },
          identifiers: identifiers.map(({ scheme, value }) => ({ scheme, value })),
        },
      },
    ]);
  }
}
