// Offers side by side.
import {
  AmountField,
  CodeField,
  DateField,
  FlagField,
  IdField,
  IntField,
  ListField,
  MoneyBody,
  MoneyField,
  ObjectField,
  RateField,
  TextField,
} from '#platform';
import { DAY_COUNTS, type DayCount, type LocalDate } from '#kernel';
import type { ComparedOffer, ComparisonView as Comparison } from '../use-cases/offers/comparison.queries';
import type { PricePreviewView as Preview } from '../use-cases/offers/price-preview';
import type { PriceView as PriceShown } from '../use-cases/offers/price-view';
import { type Recourse, RECOURSES, SURPLUS_TO, type SurplusTo } from '../domain/offer';
import { OfferView } from './offers.dto';
import { TextsView } from './shared.dto';

const MOST_OFFERS = 1000;

export class ReceiptView {
  @DateField('When') date!: LocalDate;
  @MoneyField('How much') amount!: MoneyBody;
}

export class PriceView implements PriceShown {
  @MoneyField('The receivables') amount!: MoneyBody;
  @MoneyField('Advanced of it') advance!: MoneyBody;
  @MoneyField('Held back until maturity') reserve!: MoneyBody;
  @MoneyField('Interest until the rolled due dates') interest!: MoneyBody;
  @MoneyField('Part of the interest that the reserve cannot carry: deducted at once')
  interestUpFront!: MoneyBody;
  @MoneyField('Fees, deducted at once') fees!: MoneyBody;
  @MoneyField('Released to you at maturity') released!: MoneyBody;
  @MoneyField('Surplus that stays with the financier: a cost') forgone!: MoneyBody;
  @MoneyField('What you get on the value date') netCash!: MoneyBody;
  @MoneyField('Interest, fees and surplus forgone') totalCost!: MoneyBody;
  @ListField(() => ReceiptView, 'What you get, by date', { max: MOST_OFFERS }) receipts!: ReceiptView[];
  @TextField(20, 'Days until settlement, weighted by the amounts') days!: string;
  @TextField(30, 'Cost / net cash x 365 / days, a fraction per year', { nullable: true })
  simpleRate!: string | null;
  @TextField(30, 'Effective annual rate over the dated flows, a fraction per year', { nullable: true })
  allInRate!: string | null;
  @ObjectField(() => TextsView, 'Why there is no all-in rate', { nullable: true })
  noRateReason!: TextsView | null;
  @FlagField('False when a due date lies in a year whose holidays are not published yet')
  calendarPublished!: boolean;
}

export class ComparedOfferView implements ComparedOffer {
  @ObjectField(() => OfferView, 'The offer') offer!: OfferView;
  @ObjectField(() => PriceView, 'Its price on the value date') price!: PriceView;
  @IntField(1, MOST_OFFERS, '1 is the most cash today; equal figures share a rank') rankByNetCash!: number;
  @IntField(1, MOST_OFFERS, '1 is the lowest all-in rate') rankByRate!: number;
  @FlagField('Nobody gives more today') bestNetCash!: boolean;
  @FlagField('Nobody costs less in a year') bestRate!: boolean;
}

export class ComparisonView implements Comparison {
  @IdField('Request') requestId!: string;
  @DateField('Day for which the prices hold') valueDate!: LocalDate;
  @MoneyField('Sum of the amounts offered') total!: MoneyBody;
  @ListField(() => ComparedOfferView, 'The most cash today first', { min: 0, max: MOST_OFFERS })
  offers!: ComparedOfferView[];
}

export class PriceQuery {
  @RateField('Advanced fraction of each amount, above 0 and at most 1') advanceRate!: string;
  @RateField('Interest on the advance, fraction per year') rateAnnual!: string;
  @CodeField(DAY_COUNTS, 'Day count of the interest; absent: ACT/360', { optional: true })
  dayCount?: DayCount;
  @AmountField('Sum of the fees, in the currency of the request', { optional: true }) fees?: string;
  @CodeField(RECOURSES, 'Recourse to the supplier') recourse!: Recourse;
  @CodeField(SURPLUS_TO, 'Who gets the surplus; absent: as the law has it', { optional: true })
  surplusTo?: SurplusTo;
}

export class PricePreviewView implements Preview {
  @DateField('Day for which the price holds') valueDate!: LocalDate;
  @ObjectField(() => PriceView, 'What the supplier would get, and what it would cost') price!: PriceView;
}
