// Organisations and their bank accounts, available to every library that imports this module.
import { Module } from '@nestjs/common';
import { AccountTestStore } from './data/account-test/account-test.store';
import { BankAccountStore } from './data/bank-account.store';
import { ContactStore } from './data/contact.store';
import { OrganisationFactStore } from './data/facts/organisation-fact.store';
import { ConnectedGroupStore } from './data/groups/connected-group.store';
import { DepartureRequestStore } from './data/departure/departure-request.store';
import { IdentifierChangeStore } from './data/identifiers/identifier-change.store';
import { MandateStore } from './data/mandates/mandate.store';
import { TradingRelationStore } from './data/trading/trading-relation.store';
import { ApplicationStore } from './data/joining/application.store';
import { InvitationStore } from './data/joining/invitation.store';
import { OrganisationStore } from './data/organisation.store';
import { TraceStore } from './data/trace.store';
import { AccountsController } from './http/accounts.controller';
import { ContactsController } from './http/contacts.controller';
import { DeparturesController } from './http/departure/departures.controller';
import { IdentifiersController } from './http/identifiers/identifiers.controller';
import { GroupsController } from './http/groups/groups.controller';
import { MandatesController } from './http/mandates/mandates.controller';
import { RelationsController } from './http/relations.controller';
import { FactsController } from './http/facts.controller';
import { JoiningController } from './http/joining.controller';
import { OrganisationsController } from './http/organisations.controller';
import { AccountQueries } from './use-cases/accounts/accounts.queries';
import { BankAccounts } from './use-cases/accounts/bank-accounts';
import { DecideAccount } from './use-cases/accounts/decide-account';
import { LockAccount } from './use-cases/accounts/lock-account';
import { ProposeAccount } from './use-cases/accounts/propose-account';
import { SendTestPayment } from './use-cases/accounts/send-test-payment';
import { TestAccount } from './use-cases/accounts/test-account';
import { ChangeOrganisationStatus } from './use-cases/change-organisation-status';
import { ContactQueries } from './use-cases/contacts/contacts.queries';
import { Contacts } from './use-cases/contacts/contacts';
import { RetireContact } from './use-cases/contacts/retire-contact';
import { VerifyContact } from './use-cases/contacts/verify-contact';
import { DepartureObstacles } from './use-cases/departure/departure-obstacles';
import { ChangeIdentifier } from './use-cases/identifiers/change-identifier';
import { IdentifierQueries } from './use-cases/identifiers/identifiers.queries';
import { DecideDeparture } from './use-cases/departure/decide-departure';
import { DepartureQueries } from './use-cases/departure/departures.queries';
import { RequestDeparture } from './use-cases/departure/request-departure';
import { OffboardOrganisation } from './use-cases/departure/offboard-organisation';
import { RenameOrganisation } from './use-cases/names/rename-organisation';
import { Groups } from './use-cases/groups/groups';
import { GroupQueries } from './use-cases/groups/groups.queries';
import { RecordMembership } from './use-cases/groups/record-membership';
import { StateGroup } from './use-cases/groups/state-group';
import { AnswerMandate } from './use-cases/mandates/answer-mandate';
import { EndMandate } from './use-cases/mandates/end-mandate';
import { GiveMandate } from './use-cases/mandates/give-mandate';
import { Mandates } from './use-cases/mandates/mandates';
import { MandateQueries } from './use-cases/mandates/mandates.queries';
import { DecideRelation } from './use-cases/trading/decide-relation';
import { ProposeRelation } from './use-cases/trading/propose-relation';
import { Relations } from './use-cases/trading/relations';
import { RelationQueries } from './use-cases/trading/relations.queries';
import { FactQueries } from './use-cases/facts/facts.queries';
import { Facts } from './use-cases/facts/facts';
import { RecordFact } from './use-cases/facts/record-fact';
import { WhenAccountTestAsked } from './listeners/when-account-test-asked';
import { WhenApplicationRefused } from './listeners/when-application-refused';
import { WhenInvitationIssued } from './listeners/when-invitation-issued';
import { ApplicationQueries } from './use-cases/joining/applications.queries';
import { CheckApplication } from './use-cases/joining/check-application';
import { DecideApplication } from './use-cases/joining/decide-application';
import { DecisionTelling } from './use-cases/joining/decision-telling';
import { Invitations } from './use-cases/joining/invitations';
import { InvitationQueries } from './use-cases/joining/invitations.queries';
import { InvitePartner } from './use-cases/joining/invite-partner';
import { SubmitApplication } from './use-cases/joining/submit-application';
import { IdentifierKeys } from './use-cases/personal/identifier-keys';
import { PersonalKey } from './use-cases/personal/personal-key';
import { SealedValues } from './use-cases/personal/sealed-values';
import { Traces } from './use-cases/personal/traces';
import { OnboardOrganisation } from './use-cases/onboard-organisation';
import { Organisations } from './use-cases/organisations';
import { OrganisationQueries } from './use-cases/organisations.queries';

const doors = [
  Organisations,
  OnboardOrganisation,
  ChangeOrganisationStatus,
  BankAccounts,
  ProposeAccount,
  DecideAccount,
  Contacts,
  VerifyContact,
  Traces,
  Invitations,
  DepartureObstacles,
  PersonalKey,
  SealedValues,
  Facts,
  Relations,
  Mandates,
  GiveMandate,
  AnswerMandate,
  EndMandate,
  Groups,
  OffboardOrganisation,
];
const accounts = [LockAccount, TestAccount, SendTestPayment, WhenAccountTestAsked];
const departing = [RequestDeparture, DecideDeparture, DepartureQueries];
const joining = [SubmitApplication, CheckApplication, DecideApplication, DecisionTelling, InvitePartner];
const profile = [RecordFact, FactQueries, RenameOrganisation, ChangeIdentifier, IdentifierQueries];
const trading = [ProposeRelation, DecideRelation, RelationQueries];
const grouping = [StateGroup, RecordMembership, GroupQueries];
const stores = [
  OrganisationStore,
  BankAccountStore,
  AccountTestStore,
  ContactStore,
  TraceStore,
  ApplicationStore,
  InvitationStore,
  OrganisationFactStore,
  TradingRelationStore,
  MandateStore,
  ConnectedGroupStore,
  DepartureRequestStore,
  IdentifierChangeStore,
];
const queries = [OrganisationQueries, AccountQueries, ContactQueries, ApplicationQueries, InvitationQueries];

@Module({
  controllers: [
    OrganisationsController,
    AccountsController,
    ContactsController,
    JoiningController,
    FactsController,
    RelationsController,
    MandatesController,
    GroupsController,
    DeparturesController,
    IdentifiersController,
  ],
  providers: [
    ...stores,
    ...queries,
    ...joining,
    ...accounts,
    ...profile,
    ...trading,
    MandateQueries,
    ...grouping,
    ...departing,
    WhenInvitationIssued,
    WhenApplicationRefused,
    IdentifierKeys,
    RetireContact,
    ...doors,
  ],
  exports: doors,
})
export class PartiesModule {}
