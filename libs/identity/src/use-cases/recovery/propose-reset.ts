// Without mail a person gets a new password by two others: one asks and keeps a hand-over code, another one agrees and
// keeps the link. The person needs both, so neither of the two can open the account alone.
import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Clock, newId, shardOf } from '#kernel';
import { type Actor, CLOCK, Db } from '#platform';
import { ResetProposalStore } from '../../data/recovery/reset-proposal.store';
import { UserStore } from '../../data/user.store';
import { errors } from '../../domain/errors';
import { hashOfHandover } from './handover-hash';
import { readRecoveryCode, recoveryCode } from '../../domain/second-factor';

@Injectable()
export class ProposeReset {
  constructor(
    private readonly db: Db,
    private readonly users: UserStore,
    private readonly proposals: ResetProposalStore,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The code is shown once and recorded nowhere: there is no answer to repeat under an idempotency key.
   * @throws identity.user_not_found (404), own_reset (422), proposal_pending (409)
   */
  async execute(actor: Actor, userId: string, reason: string): Promise<{ readonly handoverCode: string }> {
    if (userId === actor.userId) return this.refuse(actor);
    const handoverCode = recoveryCode(randomBytes(16));
    const handoverHash = hashOfHandover(readRecoveryCode(handoverCode) ?? handoverCode);
    return this.db.run(async (tx) => {
      const user = await this.users.lock(tx, actor.scope, userId);
      if (!user) throw errors.user_not_found();
      const id = newId<'reset_proposal'>(shardOf(userId));
      const asked = { id, userId, userVersion: user.version, reason, handoverHash, version: 1 };
      const proposal = { ...asked, proposedBy: actor.userId };
      if (!(await this.proposals.add(tx, proposal, this.clock.now()))) throw errors.proposal_pending();
      await this.audit.record(tx, actor, [
        {
          action: 'identity.reset_proposed',
          subjectType: 'reset_proposal',
          subjectId: id,
          subjectVersion: 1,
          details: { userId, reason },
        },
      ]);
      return { handoverCode };
    });
  }

  private async refuse(actor: Actor): Promise<never> {
    const error = errors.own_reset();
    await this.audit.recordRefusal(actor, {
      action: 'identity.reset_decision_refused',
      subjectType: 'user',
      details: { reason: error.code, userId: actor.userId },
    });
    throw error;
  }
}
