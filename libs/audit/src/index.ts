// The front door of audit.
import type { LibrarySchema } from '#platform';
import { AuditDeed1763776800000 } from '../migrations/202611220200-deed';
import { DeedEntity } from './data/deed.entity';

export { AuditModule } from './audit.module';
export { type By, type Deed, THE_PLATFORM } from './domain/deed';
export { AuditLog, type DeedBy } from './use-cases/audit-log';

export const auditSchema: LibrarySchema = {
  name: 'audit',
  entities: [DeedEntity],
  migrations: [AuditDeed1763776800000],
  books: ['deed'],
};
