// What both ways of deciding need: the locked row, the rules at this moment, and the watch over the deed.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog, type DeedBy } from '#audit';
import type { Clock } from '#kernel';
import { type Actor, CLOCK, type CommandWatch, type Tx } from '#platform';
import { ApprovalStore } from '../data/approval.store';
import { type Approval, assertDecidable, assertWithdrawable } from '../domain/approval';
import { changesBetween, effectsOf } from '../domain/effects';
import { errors } from '../domain/errors';
import { permissionFor } from './commands';
import { EndApproval } from './end-approval';

const own = ({ organisationId }: Actor) => ({ organisations: [organisationId] });

@Injectable()
export class DecisionParts {
  constructor(
    private readonly approvals: ApprovalStore,
    private readonly ending: EndApproval,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async lock(tx: Tx, actor: Actor, id: string): Promise<Approval> {
    const approval = await this.approvals.lock(tx, own(actor), id);
    if (!approval) throw errors.approval_not_found();
    return approval;
  }

  assertDecidable(approval: Approval, actor: Actor): void {
    assertDecidable(approval, actor, permissionFor(approval.command), this.clock.now());
  }

  assertWithdrawable(approval: Approval, actor: Actor): void {
    assertWithdrawable(approval, actor, this.clock.now());
  }

  /** Locks the approval before the deed, and after it compares what was written with what the trial wrote. */
  closing(id: string, checker: Actor, reason: string | null): CommandWatch {
    let deeds: readonly DeedBy[] = [];
    let approval: Approval | undefined;
    return {
      before: async (tx) => {
        approval = await this.lock(tx, checker, id);
        this.assertDecidable(approval, checker);
        deeds = this.audit.watch(tx);
      },
      after: async (tx) => {
        if (!approval) return;
        const changes = changesBetween(approval.effects, effectsOf(deeds));
        if (changes.length > 0) throw errors.approval_stale({ changes: changes.join(', ') });
        await this.ending.end(tx, approval, checker, { state: 'approved', reason });
      },
    };
  }
}
