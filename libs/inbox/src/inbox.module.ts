// The inbox: fed by facts alone, so that nothing changes state without those whom it concerns being told.
import { Module } from '@nestjs/common';
import { ReceivablesModule } from '#receivables';
import { EntryStore } from './data/entry.store';
import { InboxController } from './http/inbox.controller';
import { WhenApprovalMoves } from './listeners/when-approval-moves';
import { WhenDealMoves } from './listeners/when-deal-moves';
import { WhenReceivableMoves } from './listeners/when-receivable-moves';
import { Entries } from './use-cases/entries';
import { InboxQueries } from './use-cases/inbox.queries';
import { MarkOverdue } from './use-cases/mark-overdue';
import { ReadInbox } from './use-cases/read-inbox';

@Module({
  imports: [ReceivablesModule],
  controllers: [InboxController],
  providers: [
    ...[EntryStore, Entries, InboxQueries, MarkOverdue, ReadInbox],
    ...[WhenApprovalMoves, WhenDealMoves, WhenReceivableMoves],
  ],
})
export class InboxModule {}
