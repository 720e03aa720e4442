// Organisations and their bank accounts, available to every library that imports this module.
import { Module } from '@nestjs/common';
import { BankAccountStore } from './data/bank-account.store';
import { ContactStore } from './data/contact.store';
import { OrganisationStore } from './data/organisation.store';
import { TraceStore } from './data/trace.store';
import { AccountsController } from './http/accounts.controller';
import { OrganisationsController } from './http/organisations.controller';
import { AccountQueries } from './use-cases/accounts/accounts.queries';
import { BankAccounts } from './use-cases/accounts/bank-accounts';
import { DecideAccount } from './use-cases/accounts/decide-account';
import { ProposeAccount } from './use-cases/accounts/propose-account';
import { ChangeOrganisationStatus } from './use-cases/change-organisation-status';
import { ContactQueries } from './use-cases/contacts/contacts.queries';
import { Contacts } from './use-cases/contacts/contacts';
import { RetireContact } from './use-cases/contacts/retire-contact';
import { VerifyContact } from './use-cases/contacts/verify-contact';
import { PersonalKey } from './use-cases/personal/personal-key';
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
  PersonalKey,
];
const stores = [OrganisationStore, BankAccountStore, ContactStore, TraceStore];
const queries = [OrganisationQueries, AccountQueries, ContactQueries];

@Module({
  controllers: [OrganisationsController, AccountsController],
  providers: [...stores, ...queries, RetireContact, ...doors],
  exports: doors,
})
export class PartiesModule {}
