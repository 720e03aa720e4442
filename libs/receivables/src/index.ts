// The front door of receivables.
import type { LibrarySchema } from '#platform';
import { Receivables1763780400000 } from '../migrations/202611220260-receivables';
import { ReceivablesDuplicates1763900430000 } from '../migrations/202611220430-duplicates';
import { ReceivablesUploads1763900440000 } from '../migrations/202611220440-uploads';
import { ReceivablesEvidence1763900490000 } from '../migrations/202611220490-confirmation-evidence';
import { ReceivablesDisputes1763900491000 } from '../migrations/202611220491-disputes';
import { ReceivablesTax1763900465000 } from '../migrations/202611220465-tax';
import { ReceivablesWaiting1763900460000 } from '../migrations/202611220460-waiting-corrections';
import { ReceivablesDemand1763900496000 } from '../migrations/202611220496-demand';
import { ReceivablesAnswerFiles1763900492000 } from '../migrations/202611220492-answer-files';
import { ReceivablesPayables1763900520000 } from '../migrations/202611220520-payables';
import { ReceivablesStatedFacts1763900521000 } from '../migrations/202611220521-stated-facts';
import { ReceivablesDisputeFiles1763900721000 } from '../migrations/202611220721-dispute-files';
import { ConfirmationEntity } from './data/confirmation.entity';
import { ReceivableEntity } from './data/receivable.entity';
import { UploadEntity } from './data/uploads/upload.entity';

export type { Answer, AnswerReason, CheckDecision, Decision } from './domain/answer';
export {
  type FingerprintKind,
  type FingerprintText,
  type Parties,
  searchedTexts,
  storedTexts,
} from './domain/duplicates/fingerprint';
export type { Compared, Match, MatchClass, MatchField } from './domain/duplicates/match';
export { partMatches, type Placed } from './domain/duplicates/part-sums';
export { CROWD, pairMatches } from './domain/duplicates/screening';
export type { Correction } from './domain/correction';
export { confirmationErrors } from './domain/confirmation/errors';
export { type Grade, type GradeReason, GRADES, isAtLeast } from './domain/confirmation/evidence';
export type { Dispute, DisputeCause } from './domain/dispute';
export { errors as receivablesErrors } from './domain/errors';
export {
  assetKeyOf,
  claimKeyOf,
  financeable,
  RECEIVABLE_STATES,
  type Receivable,
  type ReceivableState,
} from './domain/receivable';
export {
  demandIssued,
  confirmationWithdrawn,
  disputeMoved,
  disputeOpened,
  receivableAnswered,
  receivableDiluted,
  receivableListed,
  receivableReduced,
  receivableWithdrawn,
} from './receivables.events';
export { ReceivablesModule } from './receivables.module';
export { answerDays } from './receivables.parameters';
export { CheckAnswers } from './use-cases/check-answers';
export { CARRIED_BUREAU, type TaxBureau, type TaxReply } from './domain/tax/tax-bureau';
export { TAX_STANDINGS, type TaxAnswer, type TaxQuery, type TaxStanding } from './domain/tax/tax-check';
export { TaxPanelView } from './http/tax/tax.dto';
export { AskTaxBureau, type TaxAsked } from './use-cases/tax/ask-tax-bureau';
export { TaxBureauModule } from './use-cases/tax/tax-bureau.module';
export { type TaxPanel, TaxChecks, type TaxStandingFound } from './use-cases/tax/tax-checks';
export { RenewFingerprints } from './use-cases/duplicates/renew-fingerprints';
export { type Assurance, Assurances } from './use-cases/evidence/assurances';
export { IssueEvidence } from './use-cases/evidence/issue-evidence';
export { Responses } from './use-cases/evidence/responses';
export type { Response } from './domain/confirmation/response';
export { EvidenceFileView, GradeView, ResponseView } from './http/confirmations.dto';
export { OpenDisputes } from './use-cases/disputes/open-disputes';
export { ProposeAnswers } from './use-cases/propose-answers';
export { Receivables } from './use-cases/receivables';
export { ReceiveUpload } from './use-cases/uploads/receive-upload';

export const receivablesSchema: LibrarySchema = {
  name: 'receivables',
  entities: [UploadEntity, ReceivableEntity, ConfirmationEntity],
  migrations: [
    Receivables1763780400000,
    ReceivablesDuplicates1763900430000,
    ReceivablesUploads1763900440000,
    ReceivablesWaiting1763900460000,
    ReceivablesTax1763900465000,
    ReceivablesEvidence1763900490000,
    ReceivablesDisputes1763900491000,
    ReceivablesAnswerFiles1763900492000,
    ReceivablesDemand1763900496000,
    ReceivablesPayables1763900520000,
    ReceivablesStatedFacts1763900521000,
    ReceivablesDisputeFiles1763900721000,
  ],
  books: [
    ...['upload_file', 'upload_outcome', 'fingerprint', 'correction'],
    ...['demand', 'demand_delivery', 'dispute_file'],
    ...[
      'confirmation_signature',
      'confirmation_grade',
      'task_sighting',
      'answer_line',
      'tax_check',
      'tax_result',
    ],
  ],
};
