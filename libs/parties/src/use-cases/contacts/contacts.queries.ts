// Contacts as their organisation and the operator see them.
import { Injectable } from '@nestjs/common';
import { type Actor, Db } from '#platform';
import { ContactStore } from '../../data/contact.store';
import { OrganisationStore } from '../../data/organisation.store';
import type { VerifiedContact } from '../../domain/contact';
import { errors } from '../../domain/errors';

export interface ContactShown extends Omit<VerifiedContact, 'verifiedAt' | 'retiredAt'> {
  readonly verifiedAt: string;
  readonly retiredAt: string | null;
  readonly actions: readonly string[];
}

export function contactShown(
  { verifiedAt, retiredAt, ...rest }: VerifiedContact,
  actor: Actor,
): ContactShown {
  const mayRetire =
    retiredAt === null &&
    actor.permissions.has('contact.verify') &&
    actor.organisationId !== rest.organisationId;
  return {
    ...rest,
    verifiedAt: verifiedAt.toISOString(),
    retiredAt: retiredAt?.toISOString() ?? null,
    actions: mayRetire ? ['retire'] : [],
  };
}

@Injectable()
export class ContactQueries {
  constructor(
    private readonly db: Db,
    private readonly contacts: ContactStore,
    private readonly organisations: OrganisationStore,
  ) {}

  /** @throws parties.organisation_not_found (404), also for one outside the actor's scope */
  async ofOrganisation(actor: Actor, organisationId: string): Promise<ContactShown[]> {
    const [known] = await this.organisations.byIds(this.db.reads, actor.scope, [organisationId]);
    if (!known) throw errors.organisation_not_found();
    const rows = await this.contacts.standing(this.db.reads, actor.scope, organisationId);
    return rows.map((row) => contactShown(row, actor));
  }
}
