// The front door of parties.
import type { LibrarySchema } from '#platform';
import { PartiesOrganisation1763777400000 } from '../migrations/202611220210-organisation';
import { PartiesBankAccount1763783400000 } from '../migrations/202611220310-bank-account';
import { PartiesTraceContact1763900475000 } from '../migrations/202611220475-trace-contact';
import { AccountInForceEntity, BankAccountEntity } from './data/bank-account.entity';
import { ContactEntity } from './data/contact.entity';
import { IdentifierEntity, OrganisationEntity } from './data/organisation.entity';

import { TraceEntity } from './data/trace.entity';

export { type AccountPurpose, type AccountProposal, maskedNumber } from './domain/bank-account';
export { type Contact, type ContactPurpose } from './domain/contact';
export { type Identifier } from './domain/identifier';
export { CAPABILITIES, type Capability, isFinancier, type OrganisationSummary } from './domain/organisation';
export { type Trace, type TraceKind } from './domain/trace';
export { PartiesModule } from './parties.module';
export { BankAccounts, type PaymentAccount } from './use-cases/accounts/bank-accounts';
export { ProposeAccount } from './use-cases/accounts/propose-account';
export { DecideAccount } from './use-cases/accounts/decide-account';
export { ChangeOrganisationStatus } from './use-cases/change-organisation-status';
export { Contacts } from './use-cases/contacts/contacts';
export { VerifyContact } from './use-cases/contacts/verify-contact';
export { PersonalKey, PersonalKeyModule, type PersonalKeySettings } from './use-cases/personal/personal-key';
export { Traces } from './use-cases/personal/traces';
export { OnboardOrganisation } from './use-cases/onboard-organisation';
export { Organisations } from './use-cases/organisations';

export const partiesSchema: LibrarySchema = {
  name: 'parties',
  entities: [
    OrganisationEntity,
    IdentifierEntity,
    BankAccountEntity,
    AccountInForceEntity,
    ContactEntity,
    TraceEntity,
  ],
  migrations: [
    PartiesOrganisation1763777400000,
    PartiesBankAccount1763783400000,
    PartiesTraceContact1763900475000,
  ],
  books: [],
};
