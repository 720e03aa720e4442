// The book of title: filing, exclusive claims, searches.
import { Module } from '@nestjs/common';
import { CertificateStore } from './data/certificates/certificate.store';
import { SavedSearchStore } from './data/saved/saved-search.store';
import { StatutoryStore } from './data/certificates/statutory.store';
import { SubordinationStore } from './data/priority/subordination.store';
import { UnregisteredStore } from './data/priority/unregistered.store';
import { PersonStore } from './data/person/person.store';
import { ClaimStore } from './data/claim.store';
import { FilingEventStore } from './data/filing-event.store';
import { FilingStore } from './data/filing.store';
import { GrantorNameStore } from './data/grantor-name.store';
import { GrantorStore } from './data/grantor.store';
import { LintStore } from './data/lint.store';
import { NumberBlocks } from './data/number-blocks';
import { SearchStore } from './data/search.store';
import { VerifyStore } from './data/verify.store';
import { CertificatesController } from './http/certificates/certificates.controller';
import { SavedSearchesController } from './http/saved/saved-searches.controller';
import { StatutoryController } from './http/statutory/statutory.controller';
import { SubordinationsController } from './http/priority/subordinations.controller';
import { UnregisteredController } from './http/priority/unregistered.controller';
import { PersonsController } from './http/person/persons.controller';
import { PrioritiesController } from './http/priorities.controller';
import { RegistrationsController } from './http/registrations.controller';
import { SearchesController } from './http/searches.controller';
import { CancelFilings } from './use-cases/cancel-filings';
import { CertificateSubjects } from './use-cases/certificates/certificate-content';
import { CertificateLog } from './use-cases/certificates/certificate-log';
import { CertificateReaders } from './use-cases/certificates/certificate-readers';
import { CertificateQueries } from './use-cases/certificates/certificates.queries';
import { IssueCertificate } from './use-cases/certificates/issue-certificate';
import { VerificationBrake } from './use-cases/certificates/verification-brake';
import { FilingNews } from './use-cases/filing-news';
import { FilingParameters } from './use-cases/filing-parameters';
import { Filings } from './use-cases/filings';
import { FilingQueries } from './use-cases/filings.queries';
import { FindNames } from './use-cases/search/find-names';
import { LookUp } from './use-cases/search/look-up';
import { Grantors } from './use-cases/grantors';
import { LapseFilings } from './use-cases/lapse-filings';
import { LowerPayables } from './use-cases/lower-payables';
import { MakeSearch } from './use-cases/search/make-search';
import { CancelRegistration } from './use-cases/life/cancel-registration';
import { EventStamps } from './use-cases/life/event-stamps';
import { ExtendFiling } from './use-cases/life/extend-filing';
import { LintDraft } from './use-cases/lint/lint-draft';
import { SeenInRegister } from './use-cases/lint/seen-in-register';
import { RankHistory } from './use-cases/priority/rank-history';
import { RankClaims } from './use-cases/priority/rank-claims';
import { RegisterFiling } from './use-cases/register-filing';
import { RegistryVerify } from './use-cases/registry-verify';
import { SaveSearch } from './use-cases/saved/save-search';
import { SavedSearchQueries } from './use-cases/saved/saved-searches.queries';
import { WatchRegister } from './use-cases/saved/watch-register';
import { CheckStatutory } from './use-cases/statutory/check-statutory';
import { EnterStatutory } from './use-cases/statutory/enter-statutory';
import { ExchangeStatutory } from './use-cases/statutory/exchange-statutory';
import { FollowStatutoryRegistry } from './use-cases/statutory/follow-statutory-registry';
import { StatutoryQueries } from './use-cases/statutory/statutory.queries';
import { StatutoryRegistrations } from './use-cases/statutory/statutory-registrations';
import { SubordinationHolders } from './use-cases/subordination/holders';
import { ProposeSubordination } from './use-cases/subordination/propose-subordination';
import { SubordinationQueries } from './use-cases/subordination/subordinations.queries';
import { TakeSubordinationStep } from './use-cases/subordination/take-subordination-step';
import { ClaimNotices } from './use-cases/unregistered/claim-notices';
import { StateClaim } from './use-cases/unregistered/state-claim';
import { UnregisteredQueries } from './use-cases/unregistered/unregistered.queries';
import { PersonAccesses } from './use-cases/person/person-accesses';
import { PersonMarks } from './use-cases/person/person-marks';
import { SearchPerson } from './use-cases/person/search-person';
import { SearchQueries } from './use-cases/search/searches.queries';

const stores = [
  CertificateStore,
  ClaimStore,
  FilingEventStore,
  FilingStore,
  GrantorNameStore,
  GrantorStore,
  LintStore,
  NumberBlocks,
  PersonStore,
  SavedSearchStore,
  SearchStore,
  StatutoryStore,
  SubordinationStore,
  UnregisteredStore,
  VerifyStore,
];
const useCases = [
  CancelRegistration,
  CertificateLog,
  CertificateQueries,
  CertificateReaders,
  CertificateSubjects,
  CheckStatutory,
  EnterStatutory,
  ExchangeStatutory,
  EventStamps,
  ExtendFiling,
  FilingNews,
  FilingParameters,
  FilingQueries,
  FindNames,
  Grantors,
  IssueCertificate,
  LapseFilings,
  LintDraft,
  LookUp,
  SeenInRegister,
  MakeSearch,
  PersonAccesses,
  PersonMarks,
  ProposeSubordination,
  RankClaims,
  RankHistory,
  RegisterFiling,
  SaveSearch,
  SavedSearchQueries,
  SearchPerson,
  SearchQueries,
  StatutoryQueries,
  SubordinationHolders,
  SubordinationQueries,
  TakeSubordinationStep,
  StateClaim,
  UnregisteredQueries,
  VerificationBrake,
];

@Module({
  controllers: [
    CertificatesController,
    PersonsController,
    PrioritiesController,
    RegistrationsController,
    SavedSearchesController,
    SearchesController,
    StatutoryController,
    SubordinationsController,
    UnregisteredController,
  ],
  providers: [
    ...stores,
    ...useCases,
    CancelFilings,
    ClaimNotices,
    Filings,
    LowerPayables,
    RegistryVerify,
    FollowStatutoryRegistry,
    StatutoryRegistrations,
    WatchRegister,
  ],
  exports: [
    CancelFilings,
    ClaimNotices,
    Filings,
    FindNames,
    Grantors,
    LapseFilings,
    LowerPayables,
    PersonMarks,
    MakeSearch,
    RegistryVerify,
    FollowStatutoryRegistry,
    StatutoryRegistrations,
    WatchRegister,
  ],
})
export class RegistryModule {}
