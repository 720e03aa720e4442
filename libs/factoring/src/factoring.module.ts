// Requests, offers, deals and notices, on top of the libraries that they stand on.
import { DiscrepanciesController } from './http/disputes/discrepancies.controller';
import { WhenDisputeOpened } from './listeners/when-dispute-opened';
import { ReportDiscrepancy } from './use-cases/disputes/report-discrepancy';
import { Module } from '@nestjs/common';
import { LedgerModule } from '#ledger';
import { PartiesModule } from '#parties';
import { ReceivablesModule } from '#receivables';
import { RegistryModule } from '#registry';
import { RiskModule } from '#risk';
import { DealStore } from './data/deal.store';
import { NoticeStore } from './data/notice.store';
import { OfferStore } from './data/offer.store';
import { RequestStore } from './data/request.store';
import { FactoringStores } from './data/stores';
import { TitleStore } from './data/title.store';
import { DilutionStore } from './data/watch/dilution.store';
import { DealsController } from './http/deals.controller';
import { NoticesController } from './http/notices.controller';
import { OffersController } from './http/offers.controller';
import { RequestsController } from './http/requests.controller';
import { DealWatchController } from './http/watch/deal-watch.controller';
import { CountOpenDeals } from './use-cases/deals/count-open-deals';
import { WhenCompetingClaimEnded } from './listeners/when-competing-claim-ended';
import { WhenCompetingClaimFiled } from './listeners/when-competing-claim-filed';
import { WhenReceivableDiluted } from './listeners/when-receivable-diluted';
import { WhenReceivableReduced } from './listeners/when-receivable-reduced';
import { DatedRules } from './use-cases/dated-rules';
import { AcceptOffer } from './use-cases/deals/accept-offer';
import { DealGround } from './use-cases/deals/deal-ground';
import { Deals } from './use-cases/deals/deals';
import { DealQueries } from './use-cases/deals/deals.queries';
import { FreezeDeals } from './use-cases/deals/freeze-deals';
import { UnfreezeDeals } from './use-cases/deals/unfreeze-deals';
import { NoticeQueries } from './use-cases/deals/notices.queries';
import { RecordTitle } from './use-cases/deals/record-title';
import { Titles } from './use-cases/deals/titles';
import { Expire } from './use-cases/expire';
import { BidJudge } from './use-cases/offers/bid-judge';
import { ComparisonQueries } from './use-cases/offers/comparison.queries';
import { MakeOffer } from './use-cases/offers/make-offer';
import { CashPlanQueries } from './use-cases/need/cash-plan.queries';
import { PlanGround } from './use-cases/need/plan-ground';
import { PricedOffers } from './use-cases/offers/priced-offers';
import { OfferQueries } from './use-cases/offers/offers.queries';
import { PricePreview } from './use-cases/offers/price-preview';
import { WithdrawOffer } from './use-cases/offers/withdraw-offer';
import { OfferableReceivables } from './use-cases/requests/offerable-receivables';
import { OpenRequest } from './use-cases/requests/open-request';
import { RequestQueries } from './use-cases/requests/requests.queries';
import { WithdrawRequest } from './use-cases/requests/withdraw-request';
import { AcknowledgeDilution } from './use-cases/watch/acknowledge-dilution';
import { DealTax } from './use-cases/watch/deal-tax';
import { DilutionQueries } from './use-cases/watch/dilution.queries';
import { RecheckTax } from './use-cases/watch/recheck-tax';
import { EvidenceController } from './http/evidence/evidence.controller';
import { DealEvidence } from './use-cases/evidence/deal-evidence';
import { ProveOffered } from './use-cases/evidence/prove-offered';
import { TellDilution } from './use-cases/watch/tell-dilution';
import { TellOffers } from './use-cases/watch/tell-offers';
import { WaiveTaxCheck } from './use-cases/watch/waive-tax-check';

const watch = [
  DilutionStore,
  AcknowledgeDilution,
  DealTax,
  DilutionQueries,
  RecheckTax,
  TellDilution,
  TellOffers,
  WaiveTaxCheck,
  WhenReceivableDiluted,
  WhenReceivableReduced,
];

@Module({
  imports: [PartiesModule, RegistryModule, LedgerModule, ReceivablesModule, RiskModule],
  controllers: [
    DiscrepanciesController,
    EvidenceController,
    RequestsController,
    OffersController,
    DealsController,
    DealWatchController,
    NoticesController,
  ],
  providers: [
    CountOpenDeals,
    ReportDiscrepancy,
    WhenDisputeOpened,
    RequestStore,
    OfferStore,
    DealStore,
    NoticeStore,
    TitleStore,
    FactoringStores,
    DatedRules,
    OfferableReceivables,
    DealEvidence,
    ProveOffered,
    OpenRequest,
    WithdrawRequest,
    RequestQueries,
    BidJudge,
    MakeOffer,
    WithdrawOffer,
    OfferQueries,
    PricedOffers,
    ComparisonQueries,
    PlanGround,
    CashPlanQueries,
    PricePreview,
    DealGround,
    AcceptOffer,
    Titles,
    Deals,
    RecordTitle,
    DealQueries,
    NoticeQueries,
    FreezeDeals,
    UnfreezeDeals,
    Expire,
    WhenCompetingClaimEnded,
    WhenCompetingClaimFiled,
    ...watch,
  ],
  exports: [AcceptOffer, Deals, DealQueries, DealTax, MakeOffer, OpenRequest, RecordTitle],
})
export class FactoringModule {}
