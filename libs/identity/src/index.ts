// The front door of identity.
import type { LibrarySchema } from '#platform';
import { IdentityUser1763779800000 } from '../migrations/202611220250-user';
import { SessionEntity } from './data/session.entity';
import { UserEntity } from './data/user.entity';

export {
  isRole,
  type Permission,
  PERMISSIONS,
  permissionsOf,
  type Role,
  ROLE_TABLE,
  ROLES,
} from './domain/permissions';
export { IdentityModule } from './identity.module';
export { Bootstrap, type FirstIds, type FirstOperator } from './use-cases/bootstrap';
export { ChangeUserStatus } from './use-cases/change-user-status';
export { CreateUser, type NewUser } from './use-cases/create-user';
export { OWASP_COST, PASSWORD_COST, type PasswordCost } from './use-cases/passwords';
export { actorFor, type Person } from './use-cases/session/actor';
export { type Credentials, SignIn, type SignedIn } from './use-cases/session/sign-in';
export type { UserShown } from './use-cases/users.queries';

export const identitySchema: LibrarySchema = {
  name: 'identity',
  entities: [UserEntity, SessionEntity],
  migrations: [IdentityUser1763779800000],
  books: [],
};
