// The front door of the inbox.
import type { LibrarySchema } from '#platform';
import { Inbox1763900485000 } from '../migrations/202611220485-inbox';

export { InboxModule } from './inbox.module';
export { MarkOverdue } from './use-cases/mark-overdue';

export const inboxSchema: LibrarySchema = {
  name: 'inbox',
  entities: [],
  migrations: [Inbox1763900485000],
  books: [],
};
