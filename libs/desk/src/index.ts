// The front door of the desk.
import type { LibrarySchema } from '#platform';
import { Desk1763900545000 } from '../migrations/202611220545-desk';
import { DeskBulkReference1763900586000 } from '../migrations/202611220586-bulk-reference';

export { DeskModule } from './desk.module';

export const deskSchema: LibrarySchema = {
  name: 'desk',
  entities: [],
  migrations: [Desk1763900545000, DeskBulkReference1763900586000],
  books: [],
};
