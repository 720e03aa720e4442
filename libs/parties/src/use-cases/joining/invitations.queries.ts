// Invitations as who sent them sees them; the link itself is shown to nobody.
import { Injectable } from '@nestjs/common';
import { type Actor, Db, type Page, type PageQuery, pageOf } from '#platform';
import { InvitationStore } from '../../data/joining/invitation.store';
import type { Invitation } from '../../domain/joining/invitation';

export interface InvitationShown extends Omit<
  Invitation,
  'createdAt' | 'expiresAt' | 'usedAt' | 'organisationId' | 'createdBy'
> {
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly usedAt: string | null;
}

export function invitationShown(invitation: Invitation): InvitationShown {
  const { id, purpose, inviteeName, email, invitedAs, state, version } = invitation;
  return {
    ...{ id, purpose, inviteeName, email, invitedAs, state, version },
    createdAt: invitation.createdAt.toISOString(),
    expiresAt: invitation.expiresAt.toISOString(),
    usedAt: invitation.usedAt?.toISOString() ?? null,
  };
}

@Injectable()
export class InvitationQueries {
  constructor(
    private readonly db: Db,
    private readonly invitations: InvitationStore,
  ) {}

  async page(actor: Actor, filter: PageQuery): Promise<Page<InvitationShown>> {
    const rows = await this.invitations.page(this.db.reads, actor.scope, filter);
    return pageOf(rows.map(invitationShown), filter);
  }
}
