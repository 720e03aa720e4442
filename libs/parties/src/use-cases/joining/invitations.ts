// One-time links: who makes one, sends it and uses it. The link is known to the mail alone; the row has its hash.
import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog, type By } from '#audit';
import { type Clock, newId, shardOf } from '#kernel';
import { CLOCK, Db, EVERYONE, Events, type Tx } from '#platform';
import { InvitationStore } from '../../data/joining/invitation.store';
import { invitationIssued } from '../../parties.events';
import {
  assertUsable,
  expiryOf,
  type Invitation,
  type InvitationPurpose,
} from '../../domain/joining/invitation';

const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();
const TOKEN_BYTES = 32;

type NewInvitation = Pick<
  Invitation,
  'purpose' | 'organisationId' | 'inviteeName' | 'email' | 'invitedAs' | 'createdBy'
>;

@Injectable()
export class Invitations {
  constructor(
    private readonly db: Db,
    private readonly store: InvitationStore,
    private readonly events: Events,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async issue(tx: Tx, by: By, wish: NewInvitation): Promise<Invitation> {
    const createdAt = this.clock.now();
    const invitation: Invitation = {
      ...wish,
      id: newId(shardOf(wish.organisationId)),
      state: 'open',
      createdAt,
      expiresAt: expiryOf(createdAt),
      usedAt: null,
      version: 1,
    };
    await this.store.add(tx, invitation);
    await this.record(tx, by, invitation, 'parties.invitation_issued');
    await this.events.emit(tx, invitationIssued, [{ invitationId: invitation.id }]);
    return invitation;
  }

  /** Makes the link's secret, 43 characters; an earlier one opens nothing any more. Null: there is nothing to send. */
  async secretOf(id: string): Promise<{ readonly token: string; readonly invitation: Invitation } | null> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    return this.db.run(async (tx) => {
      const invitation = await this.store.lock(tx, EVERYONE, id);
      if (!invitation || !(await this.store.setToken(tx, id, hashOfToken(token)))) return null;
      return { token, invitation };
    });
  }

  /** Looks without using. @throws parties.invitation_void (422) */
  async read(token: string, purpose: InvitationPurpose): Promise<Invitation> {
    return this.db.run(async (tx) => {
      const found = await this.store.lockByToken(tx, hashOfToken(token));
      return assertUsable(found, purpose, this.clock.now());
    });
  }

  /** The link opens once: a twin waits here and then finds it used. @throws parties.invitation_void (422) */
  async use(tx: Tx, token: string, purpose: InvitationPurpose, by: By): Promise<Invitation> {
    const now = this.clock.now();
    const found = assertUsable(await this.store.lockByToken(tx, hashOfToken(token)), purpose, now);
    const used: Invitation = { ...found, state: 'used', usedAt: now, version: found.version + 1 };
    await this.store.setState(tx, used);
    await this.record(tx, by, used, 'parties.invitation_used');
    return used;
  }

  private async record(tx: Tx, by: By, invitation: Invitation, action: string): Promise<void> {
    const { id, version, purpose, organisationId, inviteeName, invitedAs } = invitation;
    await this.audit.record(tx, by, [
      {
        action,
        subjectType: 'invitation',
        subjectId: id,
        subjectVersion: version,
        details: { purpose, organisationId, inviteeName, invitedAs },
      },
    ]);
  }
}
