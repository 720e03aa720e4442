// The inbox: fed by facts alone, so that nothing changes state without those whom it concerns being told.
import { Module } from '@nestjs/common';
import { FactoringModule } from '#factoring';
import { IdentityModule } from '#identity';
import { PartiesModule } from '#parties';
import { ReceivablesModule } from '#receivables';
import { AskedStore } from './data/asked.store';
import { EntryStore } from './data/entry.store';
import { BundleStore } from './data/mail/bundle.store';
import { MailStore } from './data/mail/mail.store';
import { WishStore } from './data/mail/wish.store';
import { InboxController } from './http/inbox.controller';
import { MailController } from './http/mail.controller';
import { WhenApprovalMoves } from './listeners/when-approval-moves';
import { WhenDealMoves } from './listeners/when-deal-moves';
import { WhenDeedDone } from './listeners/when-deed-done';
import { WhenClaimCompetes } from './listeners/when-claim-competes';
import { WhenDeadlineNears } from './listeners/when-deadline-nears';
import { WhenSavedSearchMeets } from './listeners/when-saved-search-meets';
import { WhenReceivableMoves } from './listeners/when-receivable-moves';
import { WhenMailWritten } from './listeners/when-mail-written';
import { WhenSessionStolen } from './listeners/when-session-stolen';
import { Entries } from './use-cases/entries';
import { InboxQueries } from './use-cases/inbox.queries';
import { InboxVerify } from './use-cases/inbox-verify';
import { ChangeWishes } from './use-cases/mail/change-wishes';
import { MailPost } from './use-cases/mail/mail-post';
import { MailQueries } from './use-cases/mail/mails.queries';
import { SendAgain } from './use-cases/mail/send-again';
import { WriteMails } from './use-cases/mail/write-mails';
import { MarkOverdue } from './use-cases/mark-overdue';
import { RemindDebtors } from './use-cases/remind-debtors';
import { ReadInbox } from './use-cases/read-inbox';

@Module({
  imports: [FactoringModule, IdentityModule, PartiesModule, ReceivablesModule],
  controllers: [InboxController, MailController],
  providers: [
    ...[AskedStore, EntryStore, Entries, InboxQueries, InboxVerify, MarkOverdue, ReadInbox, RemindDebtors],
    ...[
      WhenApprovalMoves,
      WhenDealMoves,
      WhenDeedDone,
      WhenReceivableMoves,
      WhenClaimCompetes,
      WhenDeadlineNears,
      WhenSavedSearchMeets,
      WhenSessionStolen,
    ],
    ...[BundleStore, MailStore, WishStore, ChangeWishes, MailPost, MailQueries, SendAgain, WriteMails],
    WhenMailWritten,
  ],
})
export class InboxModule {}
