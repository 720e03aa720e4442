// The front door of identity.
import type { LibrarySchema } from '#platform';
import { IdentityUser1763779800000 } from '../migrations/202611220250-user';
import { IdentityOperationsRole1763785800000 } from '../migrations/202611220350-operations-role';
import { IdentitySessionOrigin1763900470000 } from '../migrations/202611220470-session-origin';
import { IdentitySecondFactor1763900471000 } from '../migrations/202611220471-second-factor';
import { IdentityAdministrator1763900472000 } from '../migrations/202611220472-administrator';
import { IdentityTokensClients1763900473000 } from '../migrations/202611220473-tokens-clients';
import { IdentityRecovery1763900505000 } from '../migrations/202611220505-recovery';
import { AuthenticatorEntity } from './data/authenticator.entity';
import { ClientEntity } from './data/clients/client.entity';
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
export { emailStated, passwordReset, resetAsked, sessionStolen } from './identity.events';
export { IdentityModule } from './identity.module';
export { Bootstrap } from './use-cases/bootstrap';
export { People, type Reachable } from './use-cases/people';

export const identitySchema: LibrarySchema = {
  name: 'identity',
  entities: [UserEntity, SessionEntity, AuthenticatorEntity, ClientEntity],
  migrations: [
    IdentityUser1763779800000,
    IdentityOperationsRole1763785800000,
    IdentitySessionOrigin1763900470000,
    IdentitySecondFactor1763900471000,
    IdentityAdministrator1763900472000,
    IdentityTokensClients1763900473000,
    IdentityRecovery1763900505000,
  ],
  books: [],
};
