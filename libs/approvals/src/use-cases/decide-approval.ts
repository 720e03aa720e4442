// The second person decides. An approved deed is done by its own route in the name of its maker, in the transaction
// that also ends the approval: neither happens without the other.
import { Injectable } from '@nestjs/common';
import { People } from '#identity';
import { DomainError } from '#kernel';
import { type Actor, type Command, Db, Once } from '#platform';
import { errors } from '../domain/errors';
import { ApprovalQueries, type ApprovalShown } from './approvals.queries';
import { Commands, permissionFor } from './commands';
import { DecisionParts } from './decision-parts';
import { EndApproval } from './end-approval';

export interface Decision {
  readonly decision: 'approve' | 'decline';
  readonly reason?: string | undefined;
}

/** The deed met a world that is not the one it was asked in. */
const OVERTAKEN = new Set(['conflict', 'not_found']);

@Injectable()
export class DecideApproval {
  constructor(
    private readonly once: Once,
    private readonly db: Db,
    private readonly commands: Commands,
    private readonly people: People,
    private readonly ending: EndApproval,
    private readonly queries: ApprovalQueries,
    private readonly parts: DecisionParts,
  ) {}

  /**
   * Approving what this person approved already answers the same again.
   * @throws approvals.approval_not_found (404); approval_ended, approval_expired, approval_stale (409);
   *   maker_is_checker, checker_may_not, maker_may_not, reason_missing (422); and whatever the deed itself refuses,
   *   after which the approval waits on
   */
  async execute(command: Command, id: string, { decision, reason }: Decision): Promise<ApprovalShown> {
    if (decision === 'approve') return this.approve(command.actor, id, reason ?? null);
    if (reason === undefined) throw errors.reason_missing();
    return this.once.run(command, async (tx) => {
      const approval = await this.parts.lock(tx, command.actor, id);
      this.parts.assertDecidable(approval, command.actor);
      await this.ending.end(tx, approval, command.actor, { state: 'declined', reason });
      return this.queries.one(tx, command.actor, id);
    });
  }

  /** @throws approvals.approval_not_found (404), approval_ended, approval_expired (409), not_the_maker (422) */
  async withdraw(command: Command, id: string): Promise<ApprovalShown> {
    return this.once.run(command, async (tx) => {
      const approval = await this.parts.lock(tx, command.actor, id);
      this.parts.assertWithdrawable(approval, command.actor);
      await this.ending.end(tx, approval, command.actor, { state: 'withdrawn', reason: null });
      return this.queries.one(tx, command.actor, id);
    });
  }

  private async approve(checker: Actor, id: string, reason: string | null): Promise<ApprovalShown> {
    const before = await this.queries.stored(this.db.reads, checker, id);
    if (before.state !== 'approved' || before.decidedBy !== checker.userId) {
      this.parts.assertDecidable(before, checker);
      const maker = await this.people.actor(this.db.reads, before.madeBy);
      if (!maker?.permissions.has(permissionFor(before.command))) throw errors.maker_may_not();
      try {
        const watch = this.parts.closing(before.id, checker, reason);
        await this.commands.run(before.command, { actor: maker, idempotency: null, watch }, before.input);
      } catch (error) {
        if (!(error instanceof DomainError) || !OVERTAKEN.has(error.kind)) throw error;
        throw await this.overtaken(checker, id, error);
      }
    }
    return this.queries.one(this.db.reads, checker, id);
  }

  /** Ends the approval as stale, unless somebody else ended it; what to tell the checker. */
  private async overtaken(checker: Actor, id: string, error: DomainError): Promise<DomainError> {
    const stale = errors.approval_stale({ changes: error.details['changes'] ?? error.code });
    return this.db.run(async (tx) => {
      const approval = await this.parts.lock(tx, checker, id);
      if (approval.state !== 'waiting') return error.code === stale.code ? stale : error;
      const reason = String(stale.details['changes']);
      await this.ending.end(tx, approval, checker, { state: 'stale', reason });
      return stale;
    });
  }
}
