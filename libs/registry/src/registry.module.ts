// The book of title: filing, exclusive claims, searches.
import { Module } from '@nestjs/common';
import { ClaimStore } from './data/claim.store';
import { FilingEventStore } from './data/filing-event.store';
import { FilingStore } from './data/filing.store';
import { GrantorStore } from './data/grantor.store';
import { NumberBlocks } from './data/number-blocks';
import { SearchStore } from './data/search.store';
import { VerifyStore } from './data/verify.store';
import { RegistrationsController } from './http/registrations.controller';
import { SearchesController } from './http/searches.controller';
import { CancelFilings } from './use-cases/cancel-filings';
import { FilingNews } from './use-cases/filing-news';
import { FilingParameters } from './use-cases/filing-parameters';
import { Filings } from './use-cases/filings';
import { FilingQueries } from './use-cases/filings.queries';
import { LapseFilings } from './use-cases/lapse-filings';
import { LowerPayables } from './use-cases/lower-payables';
import { MakeSearch } from './use-cases/make-search';
import { RegisterFiling } from './use-cases/register-filing';
import { RegistryVerify } from './use-cases/registry-verify';
import { SearchQueries } from './use-cases/searches.queries';

const stores = [
  ClaimStore,
  FilingEventStore,
  FilingStore,
  GrantorStore,
  NumberBlocks,
  SearchStore,
  VerifyStore,
];
const useCases = [
  FilingNews,
  FilingParameters,
  FilingQueries,
  LapseFilings,
  MakeSearch,
  RegisterFiling,
  SearchQueries,
];

@Module({
  controllers: [RegistrationsController, SearchesController],
  providers: [...stores, ...useCases, CancelFilings, Filings, LowerPayables, RegistryVerify],
  exports: [CancelFilings, Filings, LapseFilings, LowerPayables, RegistryVerify],
})
export class RegistryModule {}
