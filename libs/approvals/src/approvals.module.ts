// Maker and checker for whatever deed an organisation marks, in one place for all libraries.
import { Module } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { PartiesModule } from '#parties';
import { APPROVAL_GATE } from '#platform';
import { ApprovalStore } from './data/approval.store';
import { MarkStore } from './data/mark.store';
import { ApprovalsController } from './http/approvals.controller';
import { ApprovalGate } from './http/approval-gate';
import { ApprovalQueries } from './use-cases/approvals.queries';
import { Commands } from './use-cases/commands';
import { DecideApproval } from './use-cases/decide-approval';
import { DecisionParts } from './use-cases/decision-parts';
import { EndApproval } from './use-cases/end-approval';
import { ExpireApprovals } from './use-cases/expire-approvals';
import { HoldCommand } from './use-cases/hold-command';
import { Marks } from './use-cases/marks';
import { SetMark } from './use-cases/set-mark';

@Module({
  imports: [IdentityModule, PartiesModule],
  controllers: [ApprovalsController],
  providers: [
    ...[ApprovalStore, MarkStore, Marks, Commands, HoldCommand, EndApproval, DecisionParts, DecideApproval],
    ...[ApprovalQueries, ExpireApprovals, SetMark],
    { provide: APPROVAL_GATE, useClass: ApprovalGate },
  ],
})
export class ApprovalsModule {}
