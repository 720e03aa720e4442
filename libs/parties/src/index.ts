// The front door of parties.
import type { LibrarySchema } from '#platform';
import { PartiesOrganisation1763777400000 } from '../migrations/202611220210-organisation';
import { PartiesBankAccount1763783400000 } from '../migrations/202611220310-bank-account';
import { PartiesTraceContact1763900475000 } from '../migrations/202611220475-trace-contact';
import { PartiesJoining1763900476000 } from '../migrations/202611220476-joining';
import { PartiesAccountLock1763900477000 } from '../migrations/202611220477-account-lock';
import { PartiesOrganisationFact1763900478000 } from '../migrations/202611220478-organisation-fact';
import { PartiesFormerName1763900479000 } from '../migrations/202611220479-former-name';
import { PartiesTradingRelation1763900479500 } from '../migrations/202611220479-trading-relation';
import { PartiesMandate1763900515000 } from '../migrations/202611220515-mandate';
import { PartiesConnectedGroup1763900516000 } from '../migrations/202611220516-connected-group';
import { PartiesDepartureRequest1763900517000 } from '../migrations/202611220517-departure-request';
import { PartiesIdentifierChange1763900518000 } from '../migrations/202611220518-identifier-change';
import { PartiesAccountTest1763900730000 } from '../migrations/202611220730-account-test';
import { AccountTestEntity } from './data/account-test/account-test.entity';
import { AccountInForceEntity, BankAccountEntity } from './data/bank-account.entity';
import { ContactEntity } from './data/contact.entity';
import { FormerNameEntity } from './data/facts/former-name.entity';
import { OrganisationFactEntity } from './data/facts/organisation-fact.entity';
import { ApplicationEntity } from './data/joining/application.entity';
import { InvitationEntity } from './data/joining/invitation.entity';
import { ConnectedGroupEntity, GroupMembershipEntity } from './data/groups/connected-group.entity';
import { DepartureRequestEntity } from './data/departure/departure-request.entity';
import { IdentifierChangeEntity } from './data/identifiers/identifier-change.entity';
import { MandateEntity } from './data/mandates/mandate.entity';
import { IdentifierEntity, OrganisationEntity } from './data/organisation.entity';
import { TradingRelationEntity } from './data/trading/trading-relation.entity';
import { TraceEntity } from './data/trace.entity';

export { type AccountPurpose, type AccountProposal, maskedNumber } from './domain/bank-account';
export {
  type TestBank,
  type TestPayment,
  type TestRefusal,
  type TestReply,
} from './domain/account-test/test-bank';
export { TestBankModule } from './use-cases/accounts/test-bank.module';
export { type Contact, type ContactPurpose } from './domain/contact';
export { type OrganisationProfile, type SmeSize } from './domain/facts/fact';
export { type Identifier } from './domain/identifier';
export { CAPABILITIES, type Capability, isFinancier, type OrganisationSummary } from './domain/organisation';
export { type Trace, type TraceKind } from './domain/trace';
export {
  COMPANY_REGISTER,
  type CompanyRegister,
  type RegisterEntry,
} from './domain/joining/company-register';
export { isEmail } from './domain/contact';
export { JOINING_MAIL, type JoiningMail } from './domain/joining/invitation';
export { JoiningMailModule } from './use-cases/joining/joining-mail';
export { PartiesModule } from './parties.module';
export { BankAccounts, type PaymentAccount } from './use-cases/accounts/bank-accounts';
export { ProposeAccount } from './use-cases/accounts/propose-account';
export { DecideAccount } from './use-cases/accounts/decide-account';
export { ChangeOrganisationStatus } from './use-cases/change-organisation-status';
export { OffboardOrganisation } from './use-cases/departure/offboard-organisation';
export { DepartureObstacles } from './use-cases/departure/departure-obstacles';
export { Contacts } from './use-cases/contacts/contacts';
export { VerifyContact } from './use-cases/contacts/verify-contact';
export { Facts } from './use-cases/facts/facts';
export { PersonalKey, PersonalKeyModule, type PersonalKeySettings } from './use-cases/personal/personal-key';
export { type SealedValue, SealedValues } from './use-cases/personal/sealed-values';
export { Invitations } from './use-cases/joining/invitations';
export { type ConnectedGroup } from './domain/groups/connected-group';
export { Groups } from './use-cases/groups/groups';
export { type MandateKind } from './domain/mandates/mandate';
export { AnswerMandate } from './use-cases/mandates/answer-mandate';
export { EndMandate } from './use-cases/mandates/end-mandate';
export { GiveMandate } from './use-cases/mandates/give-mandate';
export { Mandates } from './use-cases/mandates/mandates';
export { type TradingRelation } from './domain/trading/trading-relation';
export { Relations } from './use-cases/trading/relations';
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
    AccountTestEntity,
    ContactEntity,
    TraceEntity,
    ApplicationEntity,
    InvitationEntity,
    OrganisationFactEntity,
    FormerNameEntity,
    TradingRelationEntity,
    MandateEntity,
    ConnectedGroupEntity,
    GroupMembershipEntity,
    DepartureRequestEntity,
    IdentifierChangeEntity,
  ],
  migrations: [
    PartiesOrganisation1763777400000,
    PartiesBankAccount1763783400000,
    PartiesTraceContact1763900475000,
    PartiesJoining1763900476000,
    PartiesAccountLock1763900477000,
    PartiesOrganisationFact1763900478000,
    PartiesFormerName1763900479000,
    PartiesTradingRelation1763900479500,
    PartiesMandate1763900515000,
    PartiesConnectedGroup1763900516000,
    PartiesDepartureRequest1763900517000,
    PartiesIdentifierChange1763900518000,
    PartiesAccountTest1763900730000,
  ],
  books: ['application_check', 'organisation_fact', 'former_name', 'group_membership', 'identifier_change'],
};
