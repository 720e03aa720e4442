// The front door of settlement.
import type { LibrarySchema } from '#platform';
import { Settlement1763788200000 } from '../migrations/202611220390-settlement';
import { SettlementBankLine1763900400000 } from '../migrations/202611220400-bank-line';
import { SettlementPayoutTaxBasis1763900595000 } from '../migrations/202611220595-payout-tax-basis';
import { BankEntryEntity, PaymentEntity } from './data/payment.entity';
import { PayoutEntity } from './data/payout.entity';

export type {
  BankAck,
  BankDocument,
  BankDocuments,
  BankMessage,
  BankPort,
  BankReason,
  PaymentAck,
} from './domain/bank-port';
export { PAYOUT_STATES } from './domain/money/payout';
export { FolderBank } from './data/folder-bank';
export { errors as settlementErrors } from './domain/errors';
export { balanced, type StatementLine, type StatementSums } from './domain/money/deal-statement';
export type { PayoutKind, PayoutState } from './domain/money/payout';
export {
  type WrittenEntry,
  type WrittenMessage,
  type WrittenStatement,
  writeCamt053,
  writeCamt054,
} from './formats/camt053-writer';
export { matchPayments, type PaymentReceived } from './domain/matching';
export { readAnswers, writePain002 } from './formats/pain002';
export { writePain001 } from './formats/pain001';
export { MAX_STATEMENT_BYTES, readStatements } from './formats/read-statements';
export { statementCheckLine, type StatementCheckLine } from './formats/statement-line';
export { dealFunded, dealSettled, movementsBooked, payoutFailed, payoutReleased } from './settlement.events';
export * from './offline';
export { BankLine } from './use-cases/bank/bank-line';
export { ReadBank } from './use-cases/bank/read-bank';
export { SubmitPayout } from './use-cases/bank/submit-payout';
export { SettlementModule } from './settlement.module';
export {
  AllocatePayment,
  type Allocated,
  type AllocationWish,
} from './use-cases/collection/allocate-payment';
export type { StatementImported } from './use-cases/collection/import-statement';
export { PaymentQueries, type PaymentShown } from './use-cases/collection/payments.queries';
export { DealStatementQueries, type DealStatementShown } from './use-cases/deal-statement.queries';
export { IssuePaymentSlip } from './use-cases/issue-payment-slip';
export { MatureDeals } from './use-cases/mature-deals';
export { type PaymentSlip, PaymentSlipQueries } from './use-cases/payment-slips.queries';
export { CheckPayout, type PayoutCheck } from './use-cases/payouts/check-payout';
export { InstructPayout } from './use-cases/payouts/instruct-payout';
export { PayoutQueries, type PayoutShown } from './use-cases/payouts/payouts.queries';
export { ReceiveStatement } from './use-cases/receive-statement';
export { SettlementVerify } from './use-cases/settlement-verify';

export const settlementSchema: LibrarySchema = {
  name: 'settlement',
  entities: [PayoutEntity, PaymentEntity, BankEntryEntity],
  migrations: [
    Settlement1763788200000,
    SettlementBankLine1763900400000,
    SettlementPayoutTaxBasis1763900595000,
  ],
  books: ['bank_file', 'bank_booking', 'bank_document', 'bank_entry', 'allocation', 'payout_posting'],
};
