// Sends the one-time link. Its secret is made here and known to the mail alone; a mail that is sent again has a new one.
import { Inject, Injectable, Optional } from '@nestjs/common';
import { Db, On, type Payload } from '#platform';
import { invitationMail, JOINING_MAIL, type JoiningMail } from '../domain/joining/invitation';
import { invitationIssued } from '../parties.events';
import { Invitations } from '../use-cases/joining/invitations';
import { Organisations } from '../use-cases/organisations';

@Injectable()
export class WhenInvitationIssued {
  constructor(
    private readonly db: Db,
    private readonly invitations: Invitations,
    private readonly organisations: Organisations,
    @Optional() @Inject(JOINING_MAIL) private readonly mail: JoiningMail | null,
  ) {}

  /** Without post nothing is sent, and the link stays unmade. */
  @On(invitationIssued)
  async handle({ invitationId }: Payload<(typeof invitationIssued)['fields']>): Promise<void> {
    const secret = this.mail ? await this.invitations.secretOf(invitationId) : null;
    if (!this.mail || !secret) return;
    const { invitation, token } = secret;
    const { legalName } = await this.organisations.require(this.db.reads, invitation.organisationId);
    await this.mail.send(invitationMail(invitation, legalName, { siteUrl: this.mail.siteUrl, token }));
  }
}
