// A supplier invites its buyer, or a buyer its suppliers, by a one-time link. The address is only written to: it
// becomes no contact of anybody, and what is answered there confirms nothing.
import { Injectable } from '@nestjs/common';
import { type Command, Once } from '#platform';
import { OrganisationStore } from '../../data/organisation.store';
import { errors } from '../../domain/errors';
import { assertPartner, type PartnerInvitation } from '../../domain/joining/invitation';
import { Invitations } from './invitations';
import { type InvitationShown, invitationShown } from './invitations.queries';

@Injectable()
export class InvitePartner {
  constructor(
    private readonly once: Once,
    private readonly organisations: OrganisationStore,
    private readonly invitations: Invitations,
  ) {}

  /** @throws parties.organisation_not_found (404), invitation_malformed, invitation_side (422) */
  async execute(command: Command, wish: PartnerInvitation): Promise<InvitationShown> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const { organisationId, userId: createdBy } = actor;
      const [own] = await this.organisations.byIds(tx, actor.scope, [organisationId]);
      if (!own) throw errors.organisation_not_found();
      const sound = assertPartner(wish, own.capabilities);
      const invitation = await this.invitations.issue(tx, actor, {
        ...sound,
        ...{ purpose: 'trading_partner', organisationId, createdBy },
      });
      return invitationShown(invitation);
    });
  }
}
