// The front door of factoring.
import type { LibrarySchema } from '#platform';
import { Factoring1763781600000 } from '../migrations/202611220280-factoring';
import { FactoringDealTitle1763787600000 } from '../migrations/202611220380-deal-title';
import { FactoringDilution1763900466000 } from '../migrations/202611220466-dilution';
import { FactoringRequestGrade1763900522000 } from '../migrations/202611220522-request-grade';
import { DealEntity } from './data/deal.entity';
import { NoticeEntity } from './data/notice.entity';
import { OfferEntity } from './data/offer.entity';
import { RequestEntity } from './data/request.entity';

export type { Deal, DealItem } from './domain/deal';
export { DEAL_STATES } from './domain/states';
export { type Flow, annualRate, type NoRate, type RateFound } from './domain/annual-rate';
export type { DealState } from './domain/states';
export { countsInLaw, type Title, type TitleBasis } from './domain/title';
export type { AssignedPart } from './data/notice.store';
export { errors as factoringErrors } from './domain/errors';
export { type ItemToPrice, type Price, type PricedTerms, priceOffer } from './domain/pricing';
export type { CashNeed, Choice } from './domain/need/cash-need';
export { cheapestWay } from './domain/need/cheapest-way';
export { solveProgramme } from './use-cases/need/solve-programme';
export type { TaxBasis } from './domain/watch/tax-basis';
export { dealDiluted, offerAccepted, offerDiluted } from './factoring.events';
export { FactoringModule } from './factoring.module';
export { AcceptOffer } from './use-cases/deals/accept-offer';
export { Deals } from './use-cases/deals/deals';
export { DealQueries, type DealView } from './use-cases/deals/deals.queries';
export { RecordTitle, type StatutoryRegistration } from './use-cases/deals/record-title';
export type { TitleView } from './use-cases/deals/titles';
export { DealTax } from './use-cases/watch/deal-tax';
export { RecheckTax } from './use-cases/watch/recheck-tax';
export { MakeOffer, type OfferInput } from './use-cases/offers/make-offer';
export type { OfferView } from './use-cases/offers/offers.queries';
export { OpenRequest, type RequestInput } from './use-cases/requests/open-request';
export type { RequestView } from './use-cases/requests/requests.queries';

export const factoringSchema: LibrarySchema = {
  name: 'factoring',
  entities: [RequestEntity, OfferEntity, DealEntity, NoticeEntity],
  migrations: [
    Factoring1763781600000,
    FactoringDealTitle1763787600000,
    FactoringDilution1763900466000,
    FactoringRequestGrade1763900522000,
  ],
  books: ['deal_title', 'dilution_acknowledgement'],
};
