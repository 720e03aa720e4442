// Another person's word on a new password that somebody asked for. Agreement makes the link, which is shown once.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Clock, type DomainError, invariant, newId, shardOf } from '#kernel';
import { type Actor, CLOCK, Db, type Tx } from '#platform';
import {
  type ResetDecision,
  type ResetProposal,
  ResetProposalStore,
} from '../../data/recovery/reset-proposal.store';
import { UserStore } from '../../data/user.store';
import { errors } from '../../domain/errors';
import { AccountLinks } from './account-links';

export interface ResetDecided {
  /** The secret of the link; null when it was declined. */
  readonly token: string | null;
}

@Injectable()
export class DecideReset {
  constructor(
    private readonly db: Db,
    private readonly users: UserStore,
    private readonly proposals: ResetProposalStore,
    private readonly links: AccountLinks,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws identity.user_not_found, reset_not_found (404), own_reset, reset_alone (422), proposal_outdated (409) */
  async execute(actor: Actor, userId: string, decision: ResetDecision): Promise<ResetDecided> {
    if (userId === actor.userId) return this.refuse(actor, userId, errors.own_reset());
    const done = await this.db.run(async (tx) => {
      const user = await this.users.lock(tx, actor.scope, userId);
      if (!user) throw errors.user_not_found();
      const asked = await this.proposals.open(tx, userId);
      if (!asked) throw errors.reset_not_found();
      if (decision === 'approve' && asked.proposedBy === actor.userId) return errors.reset_alone();
      if (decision === 'approve' && asked.userVersion !== user.version) throw errors.proposal_outdated();
      await this.close(tx, actor, asked, decision);
      return { token: decision === 'approve' ? await this.linkFor(tx, actor, asked) : null };
    });
    return 'token' in done ? done : this.refuse(actor, userId, done);
  }

  private async linkFor(tx: Tx, actor: Actor, asked: ResetProposal): Promise<string> {
    const { userId, userVersion, handoverHash } = asked;
    const id = newId<'account_link'>(shardOf(userId));
    const wish = { id, userId, userVersion, purpose: 'reset_by_two', email: null, handoverHash } as const;
    await this.links.issue(tx, actor, wish);
    const secret = await this.links.secretOf(tx, id);
    invariant(secret, 'the link was made just now');
    return secret.token;
  }

  private async close(tx: Tx, actor: Actor, asked: ResetProposal, decision: ResetDecision): Promise<void> {
    await this.proposals.decide(tx, asked.id, decision, actor.userId, this.clock.now());
    await this.audit.record(tx, actor, [
      {
        action: decision === 'approve' ? 'identity.reset_approved' : 'identity.reset_declined',
        subjectType: 'reset_proposal',
        subjectId: asked.id,
        subjectVersion: asked.version + 1,
        details: { userId: asked.userId },
      },
    ]);
  }

  private async refuse(actor: Actor, userId: string, error: DomainError): Promise<never> {
    await this.audit.recordRefusal(actor, {
      action: 'identity.reset_decision_refused',
      subjectType: 'user',
      details: { reason: error.code, userId },
    });
    throw error;
  }
}
