// The front door of the desk.
import type { LibrarySchema } from '#platform';
import { Desk1763900545000 } from '../migrations/202611220545-desk';

export { DeskModule } from './desk.module';

export const deskSchema: LibrarySchema = {
  name: 'desk',
  entities: [],
  migrations: [Desk1763900545000],
  books: [],
};
