// Organisations and their bank accounts, available to every library that imports this module.
import { Module } from '@nestjs/common';
import { BankAccountStore } from './data/bank-account.store';
import { OrganisationStore } from './data/organisation.store';
import { AccountsController } from './http/accounts.controller';
import { OrganisationsController } from './http/organisations.controller';
import { AccountQueries } from './use-cases/accounts/accounts.queries';
import { BankAccounts } from './use-cases/accounts/bank-accounts';
import { DecideAccount } from './use-cases/accounts/decide-account';
import { ProposeAccount } from './use-cases/accounts/propose-account';
import { ChangeOrganisationStatus } from './use-cases/change-organisation-status';
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
];

@Module({
  controllers: [OrganisationsController, AccountsController],
  providers: [OrganisationStore, BankAccountStore, OrganisationQueries, AccountQueries, ...doors],
  exports: doors,
})
export class PartiesModule {}
