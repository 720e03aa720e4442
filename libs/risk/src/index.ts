// The front door of risk.
import type { LibrarySchema } from '#platform';
import { Risk1763781000000 } from '../migrations/202611220270-risk';
import { DealExposureEntity, ExposureEntity } from './data/exposure.entity';
import { LimitLineEntity } from './data/limit-line.entity';

export type { Draw } from './domain/draw';
export { errors as riskErrors } from './domain/errors';
export type { Finding } from './domain/finding';
export { type LimitKey, limitKeyOf } from './domain/limit-line';
export { RiskModule } from './risk.module';
export { type Headroom, Limits } from './use-cases/limits';
export type { LimitShown } from './use-cases/limits.queries';
export { type LimitDecision, SetLimit } from './use-cases/set-limit';

export const riskSchema: LibrarySchema = {
  name: 'risk',
  entities: [LimitLineEntity, ExposureEntity, DealExposureEntity],
  migrations: [Risk1763781000000],
  books: ['exposure'],
};
