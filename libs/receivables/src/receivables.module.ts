// Receivables: intake, the supplier's list, the debtor's answers. Documents and audit are there for every library.
import { Module } from '@nestjs/common';
import { PartiesModule } from '#parties';
import { RegistryModule } from '#registry';
import { ConfirmationStore } from './data/confirmation.store';
import { InvoiceClaimStore } from './data/invoice-claim.store';
import { QueueStore } from './data/queue.store';
import { ReceivableStore } from './data/receivable.store';
import { UploadStore } from './data/upload.store';
import { ConfirmationsController } from './http/confirmations.controller';
import { ReceivablesController } from './http/receivables.controller';
import { UploadsController } from './http/uploads.controller';
import { CheckAnswers } from './use-cases/check-answers';
import { CompleteTerms } from './use-cases/complete-terms';
import { ConfirmationQueries } from './use-cases/confirmations.queries';
import { Listing } from './use-cases/listing';
import { ProposeAnswers } from './use-cases/propose-answers';
import { Receivables } from './use-cases/receivables';
import { ReceivableQueries } from './use-cases/receivables.queries';
import { ReceiveUpload } from './use-cases/receive-upload';
import { RegisterReceivables } from './use-cases/register-receivables';
import { UploadQueries } from './use-cases/uploads.queries';

@Module({
  imports: [PartiesModule, RegistryModule],
  controllers: [UploadsController, ReceivablesController, ConfirmationsController],
  providers: [
    ConfirmationStore,
    InvoiceClaimStore,
    QueueStore,
    ReceivableStore,
    UploadStore,
    CheckAnswers,
    CompleteTerms,
    ConfirmationQueries,
    Listing,
    ProposeAnswers,
    Receivables,
    ReceivableQueries,
    ReceiveUpload,
    RegisterReceivables,
    UploadQueries,
  ],
  exports: [Receivables, ReceiveUpload, ProposeAnswers, CheckAnswers],
})
export class ReceivablesModule {}
