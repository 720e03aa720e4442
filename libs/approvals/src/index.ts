// The front door of approvals.
import type { LibrarySchema } from '#platform';
import { Approvals1763900480000 } from '../migrations/202611220480-approval';

export { approvalEnded, commandHeld } from './approvals.events';
export { ApprovalsModule } from './approvals.module';

export const approvalsSchema: LibrarySchema = {
  name: 'approvals',
  entities: [],
  migrations: [Approvals1763900480000],
  books: [],
};
