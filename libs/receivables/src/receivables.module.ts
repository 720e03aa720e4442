// Receivables: intake, the supplier's list, the debtor's answers. Documents and audit are there for every library.
import { Module } from '@nestjs/common';
import { PartiesModule } from '#parties';
import { RegistryModule } from '#registry';
import { ComparedStore } from './data/compared.store';
import { ConfirmationStore } from './data/confirmation.store';
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
import { DuplicatesController } from './http/duplicates.controller';
import { ReceivablesController } from './http/receivables.controller';
import { TaxController } from './http/tax/tax.controller';
import { UploadsController } from './http/uploads.controller';
import { WhenDemandIssued } from './listeners/when-demand-issued';
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
import { ClearDuplicate } from './use-cases/duplicates/clear-duplicate';
import { DuplicateQueries } from './use-cases/duplicates/duplicates.queries';
import { FindDuplicates } from './use-cases/duplicates/find-duplicates';
import { FingerprintQueries } from './use-cases/duplicates/fingerprints.queries';
import { RenewFingerprints } from './use-cases/duplicates/renew-fingerprints';
import { ScreenDuplicates } from './use-cases/duplicates/screen-duplicates';
import { WaitingCorrectionQueries } from './use-cases/corrections/waiting-corrections.queries';
import { JudgeInvoices } from './use-cases/intake/judge-invoices';
import { TakeInInvoices } from './use-cases/intake/take-in-invoices';
import { Listing } from './use-cases/listing';
import { ProposeAnswers } from './use-cases/propose-answers';
import { Receivables } from './use-cases/receivables';
import { ReceivableQueries } from './use-cases/receivables.queries';
import { RegisterReceivables } from './use-cases/register-receivables';
import { AskTaxBureau } from './use-cases/tax/ask-tax-bureau';
import { ConsultTaxBureau } from './use-cases/tax/consult-tax-bureau';
import { RecordTaxAnswers } from './use-cases/tax/record-tax-answers';
import { RequestTaxChecks } from './use-cases/tax/request-tax-checks';
import { TaxChecks } from './use-cases/tax/tax-checks';
import { TaxFiles } from './use-cases/tax/tax-files';
import { TaxRules } from './use-cases/tax/tax-rules';
import { ApplyUpload } from './use-cases/uploads/apply-upload';
import { ReadOn } from './use-cases/uploads/read-on';
import { ReceiveUpload } from './use-cases/uploads/receive-upload';
import { RefusedRows } from './use-cases/uploads/refused-rows';
import { TakeInOrPlan } from './use-cases/uploads/take-in-or-plan';
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
    ReceivablesController,
    DuplicatesController,
    CorrectionsController,
    ConfirmationsController,
    TaxController,
    DemandsController,
  ],
  providers: [
    CountOpenReceivables,
    ComparedStore,
    ConfirmationStore,
    CorrectionStore,
    DuplicateStore,
    FingerprintStore,
    InvoiceClaimStore,
    QueueStore,
    ReceivableStore,
    OutcomeStore,
    UndoStore,
    UploadStore,
    WaitingCorrectionStore,
    ApplyCorrections,
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
    RefusedRows,
    TakeBack,
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
    UploadQueries,
    ...demands,
    ...tax,
  ],
  exports: [AskTaxBureau, TaxChecks, Receivables, ReceiveUpload, ProposeAnswers, CheckAnswers],
})
export class ReceivablesModule {}
