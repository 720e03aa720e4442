// The front door of parties.
import type { LibrarySchema } from '#platform';
import { PartiesOrganisation1763777400000 } from '../migrations/202611220210-organisation';
import { IdentifierEntity, OrganisationEntity } from './data/organisation.entity';

export { errors as partiesErrors } from './domain/errors';
export {
  type Identifier,
  IDENTIFIER_SCHEMES,
  identifierKey,
  type IdentifierScheme,
} from './domain/identifier';
export { searchName } from './domain/legal-name';
export {
  CAPABILITIES,
  type Capability,
  FINANCIERS,
  isFinancier,
  type Onboarding,
  type OrganisationState,
  type OrganisationSummary,
} from './domain/organisation';
export { PartiesModule } from './parties.module';
export { ChangeOrganisationStatus } from './use-cases/change-organisation-status';
export { OnboardOrganisation } from './use-cases/onboard-organisation';
export { Organisations } from './use-cases/organisations';
export type { OrganisationShown } from './use-cases/organisations.queries';

export const partiesSchema: LibrarySchema = {
  name: 'parties',
  entities: [OrganisationEntity, IdentifierEntity],
  migrations: [PartiesOrganisation1763777400000],
  books: [],
};
