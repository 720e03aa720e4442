// The front door of parties.
import type { LibrarySchema } from '#platform';
import { PartiesOrganisation1763777400000 } from '../migrations/202611220210-organisation';
import { IdentifierEntity, OrganisationEntity } from './data/organisation.entity';

export { type Identifier } from './domain/identifier';
export { CAPABILITIES, type Capability, isFinancier, type OrganisationSummary } from './domain/organisation';
export { PartiesModule } from './parties.module';
export { ChangeOrganisationStatus } from './use-cases/change-organisation-status';
export { OnboardOrganisation } from './use-cases/onboard-organisation';
export { Organisations } from './use-cases/organisations';

export const partiesSchema: LibrarySchema = {
  name: 'parties',
  entities: [OrganisationEntity, IdentifierEntity],
  migrations: [PartiesOrganisation1763777400000],
  books: [],
};
