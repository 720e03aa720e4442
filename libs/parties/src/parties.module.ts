// Organisations, available to every library that imports this module.
import { Module } from '@nestjs/common';
import { OrganisationStore } from './data/organisation.store';
import { OrganisationsController } from './http/organisations.controller';
import { ChangeOrganisationStatus } from './use-cases/change-organisation-status';
import { OnboardOrganisation } from './use-cases/onboard-organisation';
import { Organisations } from './use-cases/organisations';
import { OrganisationQueries } from './use-cases/organisations.queries';

@Module({
  controllers: [OrganisationsController],
  providers: [
    OrganisationStore,
    Organisations,
    OrganisationQueries,
    OnboardOrganisation,
    ChangeOrganisationStatus,
  ],
  exports: [Organisations, OnboardOrganisation, ChangeOrganisationStatus],
})
export class PartiesModule {}
