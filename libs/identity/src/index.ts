// The front door of identity.
import type { LibrarySchema } from '#platform';
import { IdentityUser1763779800000 } from '../migrations/202611220250-user';
import { IdentityOperationsRole1763785800000 } from '../migrations/202611220350-operations-role';
import { IdentitySessionOrigin1763900470000 } from '../migrations/202611220470-session-origin';
import { IdentitySecondFactor1763900471000 } from '../migrations/202611220471-second-factor';
import { AuthenticatorEntity } from './data/authenticator.entity';
import { SessionEntity } from './data/session.entity';
import { UserEntity } from './data/user.entity';

export {
  type Permission,
  PERMISSIONS,
  permissionsOf,
  type Role,
  ROLE_TABLE,
  ROLES,
} from './domain/permissions';
export { IdentityModule } from './identity.module';
export { Bootstrap } from './use-cases/bootstrap';

export const identitySchema: LibrarySchema = {
  name: 'identity',
  entities: [UserEntity, SessionEntity, AuthenticatorEntity],
  migrations: [
    IdentityUser1763779800000,
    IdentityOperationsRole1763785800000,
    IdentitySessionOrigin1763900470000,
    IdentitySecondFactor1763900471000,
  ],
  books: [],
};
