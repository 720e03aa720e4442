// What offers take and give.
import { ApiProperty } from '@nestjs/swagger';
import { DAY_COUNTS, type DayCount } from '#kernel';
import {
  CodeField,
  IdField,
  InstantField,
  IntField,
  ListField,
  MoneyBody,
  MoneyField,
  ObjectField,
  PageOf,
  PageQuery,
  RateField,
  TextField,
} from '#platform';
import { type Recourse, RECOURSES, SURPLUS_TO, type SurplusTo } from '../domain/offer';
import { OFFER_STATES, type OfferState } from '../domain/states';
import type { OfferView as OfferShown } from '../use-cases/offers/offers.queries';
import { FeeView, TextsView } from './shared.dto';

const MOST_FEES = 10;
const MOST_VERSIONS = 2_147_483_647;

export class FeeBody {
  @TextField(80, 'What the fee is for') name!: string;
  @MoneyField('Deducted from the advance when it is paid out') amount!: MoneyBody;
}

export class OfferBody {
  @IdField('Financing request') requestId!: string;
  @RateField('Advanced fraction of each amount, above 0 and at most 1: "0.8" is 80 %') advanceRate!: string;
  @RateField('Interest on the advance, fraction per year: "0.045" is 4.5 %') rateAnnual!: string;
  @CodeField(DAY_COUNTS, 'Day count of the interest; absent: ACT/360', { optional: true })
  dayCount?: DayCount;
  @ListField(() => FeeBody, 'Fees', { min: 0, max: MOST_FEES, optional: true }) fees?: FeeBody[];
  @CodeField(RECOURSES, 'Recourse to the supplier (Civil Code 766, 767)') recourse!: Recourse;
  @CodeField(
    SURPLUS_TO,
    'Who gets what is left after advance, interest and fees; absent: the supplier with recourse (766), the financier without (767)',
    { optional: true },
  )
  surplusTo?: SurplusTo;
  @InstantField('Until when you are bound') validUntil!: string;
}

export class OffersQuery extends PageQuery {
  @IdField('Only on this request', { optional: true }) requestId?: string;
  @CodeField(OFFER_STATES, 'Only in this state', { optional: true }) state?: OfferState;
}

export class OfferView implements OfferShown {
  @IdField('Id of the offer') id!: string;
  @IdField('Financing request') requestId!: string;
  @IdField('Supplier') supplierId!: string;
  @TextField(200, 'Name of the supplier') supplierName!: string;
  @IdField('Financier') financierId!: string;
  @TextField(200, 'Name of the financier') financierName!: string;
  @CodeField(OFFER_STATES, 'State') state!: OfferState;
  @RateField('Advanced fraction of each amount') advanceRate!: string;
  @RateField('Interest on the advance, fraction per year') rateAnnual!: string;
  @CodeField(DAY_COUNTS, 'Day count of the interest') dayCount!: DayCount;
  @ListField(() => FeeView, 'Fees', { min: 0, max: MOST_FEES }) fees!: FeeView[];
  @CodeField(RECOURSES, 'Recourse to the supplier') recourse!: Recourse;
  @CodeField(SURPLUS_TO, 'Who gets the surplus') surplusTo!: SurplusTo;
  @ObjectField(() => TextsView, 'Recourse and surplus in words') recourseText!: TextsView;
  @MoneyField('The advance over all receivables') advance!: MoneyBody;
  @MoneyField('Sum of the fees') feesTotal!: MoneyBody;
  @InstantField('Until when the financier is bound') validUntil!: string;
  @InstantField('When it was made') createdAt!: string;
  @InstantField('When it was accepted, withdrawn, rejected or lapsed', { nullable: true })
  endedAt!: string | null;
  @IntField(1, MOST_VERSIONS, 'Version') version!: number;
  @ApiProperty({ type: [String], description: 'What you may do with it now' }) actions!: string[];
}

export class OfferPage extends PageOf(OfferView) {}
