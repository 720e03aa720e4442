// The front door of the inbox.
import type { LibrarySchema } from '#platform';
import { Inbox1763900485000 } from '../migrations/202611220485-inbox';
import { InboxDeeds1763900510000 } from '../migrations/202611220510-deeds';
import { InboxReminders1763900511000 } from '../migrations/202611220511-reminders';
import { InboxUrgent1763900550000 } from '../migrations/202611220550-urgent';
import { InboxMail1763900605000 } from '../migrations/202611220605-mail';

export { KIND_WORDS } from './domain/mail/kind-words';
export { USUAL_WISH } from './domain/mail/wish';
export { DEED_NEWS } from './domain/news/deed-news';
export { InboxModule } from './inbox.module';
export { InboxVerify } from './use-cases/inbox-verify';
export { WriteMails } from './use-cases/mail/write-mails';
export { MarkOverdue } from './use-cases/mark-overdue';

export const inboxSchema: LibrarySchema = {
  name: 'inbox',
  entities: [],
  migrations: [
    Inbox1763900485000,
    InboxDeeds1763900510000,
    InboxReminders1763900511000,
    InboxUrgent1763900550000,
    InboxMail1763900605000,
  ],
  books: [],
};
