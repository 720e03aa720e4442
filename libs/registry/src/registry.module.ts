// The book of title: filing, exclusive claims, searches.
import { Module } from '@nestjs/common';
import { CertificateStore } from './data/certificates/certificate.store';
import { SavedSearchStore } from './data/saved/saved-search.store';
import { StatutoryStore } from './data/certificates/statutory.store';
import { ClaimStore } from './data/claim.store';
import { FilingEventStore } from './data/filing-event.store';
import { FilingStore } from './data/filing.store';
import { GrantorNameStore } from './data/grantor-name.store';
import { GrantorStore } from './data/grantor.store';
import { LintStore } from './data/lint.store';
import { NumberBlocks } from './data/number-blocks';
import { ObjectionStore } from './data/objections/objection.store';
import { RevocationStore } from './data/objections/revocation.store';
import { ReminderStore } from './data/objections/reminder.store';
import { SearchStore } from './data/search.store';
import { VerifyStore } from './data/verify.store';
import { CertificatesController } from './http/certificates/certificates.controller';
import { SavedSearchesController } from './http/saved/saved-searches.controller';
import { StatutoryController } from './http/statutory/statutory.controller';
import { ObjectionsController } from './http/objections/objections.controller';
import { RevocationsController } from './http/objections/revocations.controller';
import { PrioritiesController } from './http/priorities.controller';
import { RegistrationLifeController } from './http/life/registration-life.controller';
import { RegistrationsController } from './http/registrations.controller';
import { SearchesController } from './http/searches.controller';
import { CancelFilings } from './use-cases/cancel-filings';
import { CertificateSubjects } from './use-cases/certificates/certificate-content';
import { CertificateLog } from './use-cases/certificates/certificate-log';
import { CertificateReaders } from './use-cases/certificates/certificate-readers';
import { CertificateQueries } from './use-cases/certificates/certificates.queries';
import { IssueCertificate } from './use-cases/certificates/issue-certificate';
import { VerificationBrake } from './use-cases/certificates/verification-brake';
import { CompetitionEnds } from './use-cases/competition-ends';
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
import { AmendmentStore } from './data/life/amendment.store';
import { FilingHistoryQueries } from './use-cases/life/filing-history.queries';
import { AmendFiling } from './use-cases/life/amend-filing';
import { AmendmentTrail } from './use-cases/life/amendment-trail';
import { CancelRegistration } from './use-cases/life/cancel-registration';
import { EventStamps } from './use-cases/life/event-stamps';
import { ExtendFiling } from './use-cases/life/extend-filing';
import { LintDraft } from './use-cases/lint/lint-draft';
import { SeenInRegister } from './use-cases/lint/seen-in-register';
import { RemindDeadlines } from './use-cases/deadlines/remind-deadlines';
import { FileObjection } from './use-cases/objections/file-objection';
import { LapseObjections } from './use-cases/objections/lapse-objections';
import { MoveObjection } from './use-cases/objections/move-objection';
import { ObjectionBook } from './use-cases/objections/objection-book';
import { ObjectionQueries } from './use-cases/objections/objections.queries';
import { RevokeFiling } from './use-cases/objections/revoke-filing';
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
import { SearchQueries } from './use-cases/search/searches.queries';

const stores = [
  AmendmentStore,
  CertificateStore,
  ClaimStore,
  FilingEventStore,
  FilingStore,
  GrantorNameStore,
  GrantorStore,
  LintStore,
  NumberBlocks,
  ObjectionStore,
  ReminderStore,
  RevocationStore,
  SavedSearchStore,
  SearchStore,
  StatutoryStore,
  VerifyStore,
];
const useCases = [
  FilingHistoryQueries,
  AmendFiling,
  AmendmentTrail,
  CancelRegistration,
  CertificateLog,
  CertificateQueries,
  CertificateReaders,
  CertificateSubjects,
  CheckStatutory,
  CompetitionEnds,
  EnterStatutory,
  ExchangeStatutory,
  EventStamps,
  ExtendFiling,
  FileObjection,
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
  MoveObjection,
  ObjectionBook,
  ObjectionQueries,
  RankClaims,
  RegisterFiling,
  RevokeFiling,
  SaveSearch,
  SavedSearchQueries,
  SearchQueries,
  StatutoryQueries,
  VerificationBrake,
];

@Module({
  controllers: [
    CertificatesController,
    ObjectionsController,
    PrioritiesController,
    RegistrationLifeController,
    RegistrationsController,
    RevocationsController,
    SavedSearchesController,
    SearchesController,
    StatutoryController,
  ],
  providers: [
    ...stores,
    ...useCases,
    CancelFilings,
    Filings,
    LapseObjections,
    LowerPayables,
    RegistryVerify,
    RemindDeadlines,
    FollowStatutoryRegistry,
    StatutoryRegistrations,
    WatchRegister,
  ],
  exports: [
    CancelFilings,
    Filings,
    FindNames,
    Grantors,
    LapseFilings,
    LapseObjections,
    LowerPayables,
    MakeSearch,
    RegistryVerify,
    RemindDeadlines,
    FollowStatutoryRegistry,
    StatutoryRegistrations,
    WatchRegister,
  ],
})
export class RegistryModule {}
