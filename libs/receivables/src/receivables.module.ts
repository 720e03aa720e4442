// Receivables: intake, the supplier's list, the debtor's answers. Documents and audit are there for every library.
import { Module } from '@nestjs/common';
import { PartiesModule } from '#parties';
import { RegistryModule } from '#registry';
import { ComparedStore } from './data/compared.store';
import { ConfirmationStore } from './data/confirmation.store';
import { AnswerFileStore } from './data/confirmation/answer-file.store';
import { DisputeFileStore } from './data/confirmation/dispute-file.store';
import { DisputeStore } from './data/confirmation/dispute.store';
import { ResponseStore } from './data/confirmation/response.store';
import { GradeStore } from './data/confirmation/grade.store';
import { SightingStore } from './data/confirmation/sighting.store';
import { SignatureStore } from './data/confirmation/signature.store';
import { SigningKeyStore } from './data/confirmation/signing-key.store';
import { CorrectionStore } from './data/correction.store';
import { DemandStore } from './data/demands/demand.store';
import { DuplicateStore } from './data/duplicate.store';
import { FingerprintStore } from './data/fingerprint.store';
import { InvoiceClaimStore } from './data/invoice-claim.store';
import { QueueStore } from './data/queue.store';
import { ReceivableStore } from './data/receivable.store';
import { TaxCheckStore } from './data/tax/tax-check.store';
import { OutcomeStore } from './data/uploads/outcome.store';
import { UndoStore } from './data/uploads/undo.store';
import { UploadStore } from './data/uploads/upload.store';
import { WaitingCorrectionStore } from './data/corrections/waiting-correction.store';
import { ConfirmationsController } from './http/confirmations.controller';
import { CorrectionsController } from './http/corrections/corrections.controller';
import { DemandsController } from './http/demands/demands.controller';
import { AnswerFilesController } from './http/answer-files/answer-files.controller';
import { DisputeFilesController } from './http/disputes/dispute-files.controller';
import { DisputesController } from './http/disputes/disputes.controller';
import { DuplicatesController } from './http/duplicates.controller';
import { ReceivablesController } from './http/receivables.controller';
import { SigningKeysController } from './http/signing/signing-keys.controller';
import { TaxController } from './http/tax/tax.controller';
import { PayableUploadsController } from './http/payables/payable-uploads.controller';
import { RefusedController } from './http/refused/refused.controller';
import { RefusedPayablesController } from './http/refused/refused-payables.controller';
import { UploadsController } from './http/uploads.controller';
import { WhenDemandIssued } from './listeners/when-demand-issued';
import { WhenAnswerFileQueued } from './listeners/when-answer-file-queued';
import { WhenTaxCheckAsked } from './listeners/when-tax-check-asked';
import { CountOpenReceivables } from './use-cases/count-open-receivables';
import { WhenUploadQueued } from './listeners/when-upload-queued';
import { CheckAnswers } from './use-cases/check-answers';
import { CompleteTerms } from './use-cases/complete-terms';
import { ConfirmationQueries } from './use-cases/confirmations.queries';
import { ApplyCorrections } from './use-cases/corrections/apply-corrections';
import { CorrectedTitle } from './use-cases/corrections/corrected-title';
import { CorrectionTelling } from './use-cases/corrections/correction-telling';
import { FindCorrected } from './use-cases/corrections/find-corrected';
import { TakeInCorrections } from './use-cases/corrections/take-in-corrections';
import { DeliverDemand } from './use-cases/demands/deliver-demand';
import { DemandQueries } from './use-cases/demands/demands.queries';
import { DemandParts } from './use-cases/demands/demand-parts';
import { IssueDemand } from './use-cases/demands/issue-demand';
import { AnswerFileLines } from './use-cases/answer-files/answer-file-lines';
import { AnswerFileQueries } from './use-cases/answer-files/answer-files.queries';
import { MoveAnswerFile } from './use-cases/answer-files/move-answer-file';
import { QueueFile } from './use-cases/answer-files/queue-file';
import { WorkOnAnswerFile } from './use-cases/answer-files/work-on-answer-file';
import { AddDisputeFile } from './use-cases/disputes/add-dispute-file';
import { AskAgain } from './use-cases/disputes/ask-again';
import { DisputeQueries } from './use-cases/disputes/disputes.queries';
import { DisputeTelling } from './use-cases/disputes/dispute-telling';
import { OpenDisputes } from './use-cases/disputes/open-disputes';
import { SettleDispute } from './use-cases/disputes/settle-dispute';
import { WithdrawConfirmation } from './use-cases/disputes/withdraw-confirmation';
import { ClearDuplicate } from './use-cases/duplicates/clear-duplicate';
import { DuplicateQueries } from './use-cases/duplicates/duplicates.queries';
import { FindDuplicates } from './use-cases/duplicates/find-duplicates';
import { FingerprintQueries } from './use-cases/duplicates/fingerprints.queries';
import { RenewFingerprints } from './use-cases/duplicates/renew-fingerprints';
import { ScreenDuplicates } from './use-cases/duplicates/screen-duplicates';
import { WaitingCorrectionQueries } from './use-cases/corrections/waiting-corrections.queries';
import { EvidenceFacts } from './use-cases/evidence/evidence-facts';
import { EvidenceRecords } from './use-cases/evidence/evidence-records';
import { EvidenceSources } from './use-cases/evidence/evidence-sources';
import { FollowAnswers } from './use-cases/evidence/follow-answers';
import { GradeConfirmations } from './use-cases/evidence/grade-confirmations';
import { Assurances } from './use-cases/evidence/assurances';
import { Responses } from './use-cases/evidence/responses';
import { IssueEvidence } from './use-cases/evidence/issue-evidence';
import { RegradeConfirmations } from './use-cases/evidence/regrade-confirmations';
import { SupplierAnswers } from './use-cases/evidence/supplier-answers';
import { TaskEvidence } from './use-cases/evidence/task-evidence';
import { JudgeInvoices } from './use-cases/intake/judge-invoices';
import { TakeInInvoices } from './use-cases/intake/take-in-invoices';
import { TakeInPayables } from './use-cases/intake/take-in-payables';
import { Listing } from './use-cases/listing';
import { ProposeAnswers } from './use-cases/propose-answers';
import { Receivables } from './use-cases/receivables';
import { ReceivableQueries } from './use-cases/receivables.queries';
import { RegisterReceivables } from './use-cases/register-receivables';
import { ChangeKey } from './use-cases/signing/change-key';
import { JudgeSignatures } from './use-cases/signing/judge-signatures';
import { KeyQueries } from './use-cases/signing/keys.queries';
import { RegisterKey } from './use-cases/signing/register-key';
import { StatementBases } from './use-cases/signing/statement-bases';
import { AskTaxBureau } from './use-cases/tax/ask-tax-bureau';
import { ConsultTaxBureau } from './use-cases/tax/consult-tax-bureau';
import { FollowTaxAnswers } from './use-cases/tax/follow-tax-answers';
import { RecordTaxAnswers } from './use-cases/tax/record-tax-answers';
import { RequestTaxChecks } from './use-cases/tax/request-tax-checks';
import { TaxChecks } from './use-cases/tax/tax-checks';
import { TaxFiles } from './use-cases/tax/tax-files';
import { TaxRules } from './use-cases/tax/tax-rules';
import { ApplyUpload } from './use-cases/uploads/apply-upload';
import { ReadOn } from './use-cases/uploads/read-on';
import { ReceiveUpload } from './use-cases/uploads/receive-upload';
import { RefusedFiles } from './use-cases/uploads/refused/refused-files';
import { RefusedRows } from './use-cases/uploads/refused/refused-rows';
import { RefusedSheets } from './use-cases/uploads/refused/refused-sheets';
import { TakeInOrPlan } from './use-cases/uploads/take-in-or-plan';
import { ReachUndo } from './use-cases/uploads/undo/reach-undo';
import { TakeBack } from './use-cases/uploads/undo/take-back';
import { UndoOn } from './use-cases/uploads/undo/undo-on';
import { UndoPreview } from './use-cases/uploads/undo/undo-preview';
import { UndoUpload } from './use-cases/uploads/undo/undo-upload';
import { UploadReader } from './use-cases/uploads/upload-reader';
import { UploadSteps } from './use-cases/uploads/upload-steps';
import { UploadWatch } from './use-cases/uploads/upload-watch';
import { UploadQueries } from './use-cases/uploads/uploads.queries';
import { WithdrawReceivables } from './use-cases/uploads/undo/withdraw-receivables';

const demands = [DemandStore, DemandParts, DeliverDemand, DemandQueries, IssueDemand, WhenDemandIssued];
const CONFIRMATION = [
  AnswerFileLines,
  AnswerFileQueries,
  AnswerFileStore,
  MoveAnswerFile,
  QueueFile,
  WhenAnswerFileQueued,
  WorkOnAnswerFile,
  AskAgain,
  ChangeKey,
  DisputeQueries,
  EvidenceFacts,
  EvidenceRecords,
  EvidenceSources,
  FollowAnswers,
  GradeConfirmations,
  IssueEvidence,
  JudgeSignatures,
  KeyQueries,
  OpenDisputes,
  RegisterKey,
  RegradeConfirmations,
  SettleDispute,
  AddDisputeFile,
  DisputeTelling,
  StatementBases,
  SupplierAnswers,
  TaskEvidence,
  WithdrawConfirmation,
];

const tax = [
  TaxCheckStore,
  AskTaxBureau,
  ConsultTaxBureau,
  RecordTaxAnswers,
  RequestTaxChecks,
  TaxChecks,
  TaxFiles,
  TaxRules,
  WhenTaxCheckAsked,
];

@Module({
  imports: [PartiesModule, RegistryModule],
  controllers: [
    UploadsController,
    RefusedController,
    RefusedPayablesController,
    PayableUploadsController,
    ReceivablesController,
    DuplicatesController,
    CorrectionsController,
    ConfirmationsController,
    SigningKeysController,
    DisputesController,
    DisputeFilesController,
    AnswerFilesController,
    TaxController,
    DemandsController,
  ],
  providers: [
    CountOpenReceivables,
    ComparedStore,
    ConfirmationStore,
    CorrectionStore,
    DisputeStore,
    DisputeFileStore,
    GradeStore,
    SightingStore,
    SignatureStore,
    SigningKeyStore,
    DuplicateStore,
    FingerprintStore,
    InvoiceClaimStore,
    QueueStore,
    ReceivableStore,
    OutcomeStore,
    UndoStore,
    UploadStore,
    FollowTaxAnswers,
    ResponseStore,
    Responses,
    Assurances,
    WaitingCorrectionStore,
    ApplyCorrections,
    ...CONFIRMATION,
    ApplyUpload,
    CheckAnswers,
    ClearDuplicate,
    CompleteTerms,
    ConfirmationQueries,
    CorrectedTitle,
    CorrectionTelling,
    DuplicateQueries,
    FindCorrected,
    FindDuplicates,
    FingerprintQueries,
    JudgeInvoices,
    Listing,
    TakeInOrPlan,
    WithdrawReceivables,
    ReadOn,
    RefusedFiles,
    RefusedRows,
    RefusedSheets,
    TakeBack,
    ReachUndo,
    UndoOn,
    UndoPreview,
    UndoUpload,
    UploadReader,
    UploadSteps,
    UploadWatch,
    WaitingCorrectionQueries,
    WhenUploadQueued,
    ProposeAnswers,
    Receivables,
    ReceivableQueries,
    ReceiveUpload,
    RegisterReceivables,
    RenewFingerprints,
    ScreenDuplicates,
    TakeInCorrections,
    TakeInInvoices,
    TakeInPayables,
    UploadQueries,
    ...demands,
    ...tax,
  ],
  exports: [
    Assurances,
    IssueEvidence,
    Responses,
    AskTaxBureau,
    TaxChecks,
    Receivables,
    ReceiveUpload,
    ProposeAnswers,
    CheckAnswers,
    OpenDisputes,
  ],
})
export class ReceivablesModule {}
