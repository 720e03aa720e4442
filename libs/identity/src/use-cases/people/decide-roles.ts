// Somebody else's word on the roles that a person asked for themselves. That it came from the same device is written
// down, for whoever asks later whether there were two people.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import type { Clock } from '#kernel';
import { Organisations } from '#parties';
import { type Actor, CLOCK, type Command, Once, type Tx } from '#platform';
import { type RoleDecision, type RoleProposal, RoleProposalStore } from '../../data/role-proposal.store';
import { UserStore } from '../../data/user.store';
import { errors } from '../../domain/errors';
import { assertRoles, assertSeparated, type User } from '../../domain/user';
import { shown, type UserShown } from '../user-shown';
import { RoleChanges } from './role-changes';

@Injectable()
export class DecideRoles {
  constructor(
    private readonly once: Once,
    private readonly users: UserStore,
    private readonly proposals: RoleProposalStore,
    private readonly organisations: Organisations,
    private readonly changes: RoleChanges,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws identity.user_not_found, proposal_not_found (404), own_proposal (422), proposal_outdated (409) */
  async execute(command: Command, id: string, decision: RoleDecision): Promise<UserShown> {
    const { actor } = command;
    if (id === actor.userId) return this.refuse(actor);
    return this.changes.forgetting((ended) =>
      this.once.run(command, async (tx) => {
        const user = await this.users.lock(tx, actor.scope, id);
        if (!user) throw errors.user_not_found();
        const asked = await this.proposals.open(tx, id);
        if (!asked) throw errors.proposal_not_found();
        if (decision === 'approve' && asked.userVersion !== user.version) throw errors.proposal_outdated();
        await this.close(tx, actor, asked, decision);
        if (decision === 'decline') return shown({ ...user, pendingRoles: null }, actor);
        const roles = await this.judged(tx, user, asked);
        return shown(
          await this.changes.apply(tx, { by: actor, user, roles, reason: asked.reason }, ended),
          actor,
        );
      }),
    );
  }

  /** The organisation may have changed what it is since it was asked. */
  private async judged(tx: Tx, { organisationId }: User, { roles }: RoleProposal) {
    const { capabilities } = await this.organisations.require(tx, organisationId);
    const allowed = assertRoles(roles, capabilities);
    assertSeparated(allowed);
    return allowed;
  }

  private async close(tx: Tx, actor: Actor, asked: RoleProposal, decision: RoleDecision): Promise<void> {
    await this.proposals.decide(tx, asked.id, decision, actor.userId, this.clock.now());
    await this.audit.record(tx, actor, [
      {
        action: decision === 'approve' ? 'identity.roles_approved' : 'identity.roles_declined',
        subjectType: 'role_proposal',
        subjectId: asked.id,
        subjectVersion: asked.version + 1,
        details: { userId: asked.userId, roles: asked.roles },
      },
    ]);
  }

  private async refuse(actor: Actor): Promise<never> {
    const error = errors.own_proposal();
    await this.audit.recordRefusal(actor, {
      action: 'identity.roles_decision_refused',
      subjectType: 'user',
      details: { reason: error.code, userId: actor.userId },
    });
    throw error;
  }
}
