// The book of title: filing, exclusive claims, searches.
import { Module } from '@nestjs/common';
import { FeeStore } from './data/fees/fee.store';
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
import { NameVerifyStore } from './data/names/name-verify.store';
import { NumberBlocks } from './data/number-blocks';
import { ObjectionStore } from './data/objections/objection.store';
import { RevocationStore } from './data/objections/revocation.store';
import { ReminderStore } from './data/objections/reminder.store';
import { SearchStore } from './data/search.store';
import { VerifyStore } from './data/verify.store';
import { CertificatesController } from './http/certificates/certificates.controller';
import { SavedSearchesController } from './http/saved/saved-searches.controller';
import { StatutoryController } from './http/statutory/statutory.controller';
import { FeesController } from './http/fees/fees.controller';
import { SubordinationsController } from './http/priority/subordinations.controller';
import { UnregisteredController } from './http/priority/unregistered.controller';
import { ObjectionsController } from './http/objections/objections.controller';
import { RevocationsController } from './http/objections/revocations.controller';
import { KeptLintController } from './http/lint/kept-lint.controller';
import { PersonsController } from './http/person/persons.controller';
import { PrioritiesController } from './http/priorities.controller';
import { SearchBrake } from './http/search-brake';
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
import { ChargeFees } from './use-cases/fees/charge-fees';
import { CorrectFee } from './use-cases/fees/correct-fee';
import { FeeQueries } from './use-cases/fees/fees.queries';
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
import { ModificationCodeStore } from './data/life/modification-code.store';
import { ChangeRights } from './use-cases/life/change-rights';
import { IssueModificationCode } from './use-cases/life/issue-modification-code';
import { AmendFiling } from './use-cases/life/amend-filing';
import { AmendmentTrail } from './use-cases/life/amendment-trail';
import { CancelRegistration } from './use-cases/life/cancel-registration';
import { EventStamps } from './use-cases/life/event-stamps';
import { ExtendFiling } from './use-cases/life/extend-filing';
import { KeptLints } from './use-cases/lint/kept-lints';
import { LintDraft } from './use-cases/lint/lint-draft';
import { SeenInRegister } from './use-cases/lint/seen-in-register';
import { RankHistory } from './use-cases/priority/rank-history';
import { DutyBook } from './use-cases/deadlines/duty-book';
import { DutyQueries } from './use-cases/deadlines/duties.queries';
import { NoteRename } from './use-cases/deadlines/note-rename';
import { StateDuty } from './use-cases/deadlines/state-duty';
import { DutyStore } from './data/deadlines/duty.store';
import { DutiesController } from './http/deadlines/duties.controller';
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
import { VerifyNames } from './use-cases/search/verify-names';

const stores = [
  AmendmentStore,
  CertificateStore,
  ClaimStore,
  DutyStore,
  FeeStore,
  FilingEventStore,
  FilingStore,
  GrantorNameStore,
  GrantorStore,
  LintStore,
  NameVerifyStore,
  NumberBlocks,
  ObjectionStore,
  ReminderStore,
  RevocationStore,
  PersonStore,
  SavedSearchStore,
  SearchStore,
  StatutoryStore,
  SubordinationStore,
  UnregisteredStore,
  VerifyStore,
];
const useCases = [
  FilingHistoryQueries,
  AmendFiling,
  ChangeRights,
  IssueModificationCode,
  ModificationCodeStore,
  AmendmentTrail,
  CancelRegistration,
  CertificateLog,
  CertificateQueries,
  CertificateReaders,
  CertificateSubjects,
  ChargeFees,
  CheckStatutory,
  CorrectFee,
  DutyBook,
  DutyQueries,
  CompetitionEnds,
  EnterStatutory,
  ExchangeStatutory,
  EventStamps,
  ExtendFiling,
  FeeQueries,
  FileObjection,
  FilingNews,
  FilingParameters,
  FilingQueries,
  FindNames,
  Grantors,
  IssueCertificate,
  KeptLints,
  LapseFilings,
  LintDraft,
  LookUp,
  SeenInRegister,
  MakeSearch,
  PersonAccesses,
  PersonMarks,
  ProposeSubordination,
  MoveObjection,
  ObjectionBook,
  ObjectionQueries,
  RankClaims,
  RankHistory,
  RegisterFiling,
  RevokeFiling,
  SaveSearch,
  SavedSearchQueries,
  SearchBrake,
  SearchPerson,
  SearchQueries,
  StatutoryQueries,
  SubordinationHolders,
  StateDuty,
  SubordinationQueries,
  TakeSubordinationStep,
  StateClaim,
  UnregisteredQueries,
  VerificationBrake,
  VerifyNames,
];

@Module({
  controllers: [
    CertificatesController,
    DutiesController,
    FeesController,
    ObjectionsController,
    KeptLintController,
    PersonsController,
    PrioritiesController,
    RegistrationLifeController,
    RegistrationsController,
    RevocationsController,
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
    LapseObjections,
    LowerPayables,
    NoteRename,
    RegistryVerify,
    RemindDeadlines,
    FollowStatutoryRegistry,
    StatutoryRegistrations,
    WatchRegister,
  ],
  exports: [
    CancelFilings,
    FeeQueries,
    PersonAccesses,
    ClaimNotices,
    Filings,
    FindNames,
    Grantors,
    LapseFilings,
    LapseObjections,
    LowerPayables,
    NoteRename,
    PersonMarks,
    MakeSearch,
    RegistryVerify,
    RemindDeadlines,
    FollowStatutoryRegistry,
    StatutoryRegistrations,
    WatchRegister,
  ],
})
export class RegistryModule {}
