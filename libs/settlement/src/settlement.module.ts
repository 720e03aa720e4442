// Payout, collection and payment slips, on top of the libraries whose deals they pay and collect.
import { type DynamicModule, Module } from '@nestjs/common';
import { FactoringModule } from '#factoring';
import { LedgerModule } from '#ledger';
import { PartiesModule } from '#parties';
import { ReceivablesModule } from '#receivables';
import { RegistryModule } from '#registry';
import { RiskModule } from '#risk';
import { BankLineStore } from './data/bank-line.store';
import { ObligationStore } from './data/obligation.store';
import { PaymentStore } from './data/payment.store';
import { PayoutStore } from './data/payout.store';
import { SettlementStores } from './data/stores';
import { VerifyStore } from './data/verify.store';
import { BANK_PORT, type BankPort } from './domain/bank-port';
import { CollectionController } from './http/collection.controller';
import { PaymentSlipsController } from './http/payment-slips.controller';
import { PayoutsController } from './http/payouts.controller';
import { WhenMovementsBooked } from './listeners/when-movements-booked';
import { WhenPayoutReleased } from './listeners/when-payout-released';
import { ApplyMovements } from './use-cases/apply-movements';
import { ApplyBankAnswer } from './use-cases/bank/apply-bank-answer';
import { BankLine } from './use-cases/bank/bank-line';
import { OpenDocument } from './use-cases/bank/open-document';
import { ReadBank } from './use-cases/bank/read-bank';
import { SubmitPayout } from './use-cases/bank/submit-payout';
import { AllocatePayment } from './use-cases/collection/allocate-payment';
import { CollectionPostings } from './use-cases/collection/collection-postings';
import { ImportStatement } from './use-cases/collection/import-statement';
import { MatchPayments } from './use-cases/collection/match-payments';
import { PaymentQueries } from './use-cases/collection/payments.queries';
import { SettleDeals } from './use-cases/collection/settle-deals';
import { DealStatementQueries } from './use-cases/deal-statement.queries';
import { IssuePaymentSlip } from './use-cases/issue-payment-slip';
import { MatureDeals } from './use-cases/mature-deals';
import { PaymentSlipQueries } from './use-cases/payment-slips.queries';
import { ApplyPayout } from './use-cases/payouts/apply-payout';
import { CheckPayout } from './use-cases/payouts/check-payout';
import { InstructPayout } from './use-cases/payouts/instruct-payout';
import { PayoutGround } from './use-cases/payouts/payout-ground';
import { PayoutTelling } from './use-cases/payouts/payout-telling';
import { PayoutQueries } from './use-cases/payouts/payouts.queries';
import { ReceiveStatement } from './use-cases/receive-statement';
import { SettlementVerify } from './use-cases/settlement-verify';

const stores = [BankLineStore, ObligationStore, PaymentStore, PayoutStore, SettlementStores, VerifyStore];
const payouts = [ApplyPayout, CheckPayout, InstructPayout, PayoutGround, PayoutQueries, PayoutTelling];
const bank = [ApplyBankAnswer, BankLine, OpenDocument, ReadBank, SubmitPayout];
const collection = [
  AllocatePayment,
  CollectionPostings,
  ImportStatement,
  MatchPayments,
  PaymentQueries,
  SettleDeals,
];
const shared = [
  ApplyMovements,
  DealStatementQueries,
  IssuePaymentSlip,
  MatureDeals,
  PaymentSlipQueries,
  ReceiveStatement,
];

@Module({
  imports: [PartiesModule, RegistryModule, LedgerModule, ReceivablesModule, RiskModule, FactoringModule],
  controllers: [PayoutsController, CollectionController, PaymentSlipsController],
  providers: [
    ...stores,
    ...payouts,
    ...bank,
    ...collection,
    ...shared,
    SettlementVerify,
    WhenMovementsBooked,
    WhenPayoutReleased,
  ],
  exports: [
    BankLine,
    SubmitPayout,
    ReadBank,
    InstructPayout,
    CheckPayout,
    PayoutQueries,
    ReceiveStatement,
    AllocatePayment,
    PaymentQueries,
    DealStatementQueries,
    PaymentSlipQueries,
    IssuePaymentSlip,
    MatureDeals,
    SettlementVerify,
  ],
})
export class SettlementModule {
  /** @param bank null: people carry the files */
  static forProcess(bank: BankPort | null): DynamicModule {
    return { module: SettlementModule, providers: [{ provide: BANK_PORT, useValue: bank }] };
  }
}
