// The front door of audit.
import type { LibrarySchema } from '#platform';
import { AuditDeed1763776800000 } from '../migrations/202611220200-deed';
import { AuditLog1763780700000 } from '../migrations/202611220305-log';
import { AuditKeyChange1763900540000 } from '../migrations/202611220540-key-change';
import { OrderOfLeaves1763900600000 } from '../migrations/202611220600-order-of-leaves';
import { AuditCosignature1763900640000 } from '../migrations/202611220640-cosignature';
import { DeedEntity } from './data/deed.entity';

export { AuditModule } from './audit.module';
export { type By, type Deed, THE_PLATFORM } from './domain/deed';
export { deedFollowed, followDeeds, type FollowedDeed } from './followed-deeds';
export * from './offline';
export { AuditLog, type DeedBy } from './use-cases/audit-log';
export { DeedReader } from './use-cases/deed-reader';
export { LogQueries } from './use-cases/log.queries';
export { LogKey, type LogSettings } from './use-cases/keys/log-key';
export { type LogFinding, type LogVerdict, LogVerify } from './use-cases/log-verify';
export { type DeedReceipt, Receipts } from './use-cases/receipts';
export { RotateKey } from './use-cases/keys/rotate-key';
export { Sequencer } from './use-cases/sequencer';
export { AskWitnesses } from './use-cases/witnesses/ask-witnesses';

export const auditSchema: LibrarySchema = {
  name: 'audit',
  entities: [DeedEntity],
  migrations: [
    AuditDeed1763776800000,
    AuditLog1763780700000,
    AuditKeyChange1763900540000,
    OrderOfLeaves1763900600000,
    AuditCosignature1763900640000,
  ],
  books: ['deed', 'leaf', 'node', 'checkpoint', 'key_change', 'cosignature'],
};
