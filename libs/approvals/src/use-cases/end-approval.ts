// How an approval ends, written the same way whoever or whatever ends it: the row, the deed and the event.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog, type By, type Deed } from '#audit';
import { type Clock, invariant } from '#kernel';
import { type Actor, CLOCK, Events, type Tx } from '#platform';
import { approvalEnded } from '../approvals.events';
import { ApprovalStore } from '../data/approval.store';
import { type Approval, APPROVAL_MOVES, type ApprovalState } from '../domain/approval';

export interface Ending {
  readonly state: Exclude<ApprovalState, 'waiting' | 'expired'>;
  readonly reason: string | null;
}

@Injectable()
export class EndApproval {
  constructor(
    private readonly approvals: ApprovalStore,
    private readonly events: Events,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Of an approval that the transaction has locked. */
  async end(tx: Tx, approval: Approval, by: Actor, { state, reason }: Ending): Promise<Approval> {
    invariant(APPROVAL_MOVES[approval.state].includes(state), `${approval.state} may become ${state}`);
    const ended: Approval = {
      ...approval,
      ...{ state, reason, decidedBy: by.userId, decidedAt: this.clock.now(), version: approval.version + 1 },
      sameDevice: by.userId !== approval.madeBy && by.device !== null && by.device === approval.madeDevice,
    };
    await this.approvals.end(tx, ended);
    await this.tell(tx, by, [ended]);
    return ended;
  }

  /** Of approvals whose end is already written. */
  async tell(tx: Tx, by: By, ended: readonly Approval[]): Promise<void> {
    await this.audit.record(tx, by, ended.map(deedOf));
    await this.events.emit(
      tx,
      approvalEnded,
      ended.map(({ id, organisationId, command, state, madeBy, decidedBy }) => ({
        ...{ approvalId: id, organisationId, command, state, madeBy, decidedBy },
      })),
    );
  }
}

const deedOf = ({ id, version, command, state, madeBy, decidedBy, sameDevice, reason }: Approval): Deed => ({
  ...{
    action: `approvals.approval_${state}`,
    subjectType: 'approval',
    subjectId: id,
    subjectVersion: version,
  },
  details: { command, madeBy, decidedBy, sameDevice, reason },
});
