// What a person may do changes, and their sessions end. One's own roles change only when somebody else agrees.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Clock, newId, shardOf } from '#kernel';
import { Organisations } from '#parties';
import { CLOCK, type Command, Once, type Tx } from '#platform';
import { RoleProposalStore } from '../../data/role-proposal.store';
import { UserStore } from '../../data/user.store';
import { errors } from '../../domain/errors';
import { assertRoles, assertSeparated, sameRoles, type User } from '../../domain/user';
import { shown, type UserShown } from '../user-shown';
import { RoleChanges } from './role-changes';

interface NewRoles {
  readonly roles: readonly string[];
  readonly reason: string;
}

@Injectable()
export class AssignRoles {
  constructor(
    private readonly once: Once,
    private readonly users: UserStore,
    private readonly proposals: RoleProposalStore,
    private readonly organisations: Organisations,
    private readonly changes: RoleChanges,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws identity.user_not_found (404), roles_missing, role_not_allowed, roles_conflict, roles_not_apart (422),
   *   roles_unchanged, proposal_pending (409)
   */
  async execute(command: Command, id: string, wish: NewRoles): Promise<UserShown> {
    const { actor } = command;
    return this.changes.forgetting((ended) =>
      this.once.run(command, async (tx) => {
        const user = await this.users.lock(tx, actor.scope, id);
        if (!user) throw errors.user_not_found();
        const { capabilities } = await this.organisations.require(tx, user.organisationId);
        const roles = assertRoles(wish.roles, capabilities);
        assertSeparated(roles);
        if (sameRoles(user.roles, roles)) throw errors.roles_unchanged();
        if (id !== actor.userId)
          return shown(
            await this.changes.apply(tx, { by: actor, user, roles, reason: wish.reason }, ended),
            actor,
          );
        await this.propose(tx, command, user, { ...wish, roles });
        return { ...shown(user, actor), pendingRoles: roles };
      }),
    );
  }

  private async propose(tx: Tx, { actor }: Command, user: User, { roles, reason }: NewRoles): Promise<void> {
    const id = newId<'role_proposal'>(shardOf(user.id));
    const asked = { id, userId: user.id, userVersion: user.version, roles, reason, version: 1 };
    if (!(await this.proposals.add(tx, asked, this.clock.now()))) throw errors.proposal_pending();
    await this.audit.record(tx, actor, [
      {
        action: 'identity.roles_proposed',
        subjectType: 'role_proposal',
        subjectId: id,
        subjectVersion: 1,
        details: { userId: user.id, from: user.roles, to: roles, reason },
      },
    ]);
  }
}
