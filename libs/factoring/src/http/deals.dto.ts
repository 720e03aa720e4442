// What deals and notices show.
import { ApiProperty } from '@nestjs/swagger';
import { DAY_COUNTS, type DayCount } from '#kernel';
import {
  CodeField,
  DateField,
  FlagField,
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
import { GradeView } from '#receivables';
import { type Recourse, RECOURSES, SURPLUS_TO, type SurplusTo } from '../domain/offer';
import { DEAL_STATES, type DealState, NOTICE_STATES, type NoticeState } from '../domain/states';
import { TITLE_BASES, type TitleBasis } from '../domain/title';
import type {
  DealItemView as DealItemShown,
  DealNoticeView as DealNoticeShown,
  DealView as DealShown,
  DilutionView as DilutionShown,
} from '../use-cases/deals/deals.queries';
import type { TitleView as TitleShown } from '../use-cases/deals/titles';
import { FeeView, TextsView } from './shared.dto';

const MOST_ITEMS = 200;
const MOST_VERSIONS = 2_147_483_647;

export class DealsQuery extends PageQuery {
  @CodeField(DEAL_STATES, 'Only in this state', { optional: true }) state?: DealState;
}

export class DilutionView implements DilutionShown {
  @MoneyField('Credit notes on the receivable since') credited!: MoneyBody;
  @MoneyField('Of these, what could not be taken off because it is financed') excess!: MoneyBody;
  @TextField(1000, 'Number of the last credit note') lastNumber!: string;
}

export class DealItemView implements DealItemShown {
  @IdField('Receivable') receivableId!: string;
  @IdField('Debtor') debtorId!: string;
  @TextField(200, 'Name of the debtor') debtorName!: string;
  @TextField(100, 'Number of the invoice') invoiceNumber!: string;
  @DateField('Date of the invoice') issueDate!: string;
  @DateField('Due date') dueDate!: string;
  @DateField('Due date, rolled to a working day') settlesOn!: string;
  @MoneyField('Assigned') amount!: MoneyBody;
  @MoneyField('Advanced') advance!: MoneyBody;
  @MoneyField('Interest until it settles') interest!: MoneyBody;
  @ObjectField(() => GradeView, 'How good the evidence of the confirmation is, and why', { nullable: true })
  grade!: GradeView | null;
  @FlagField('A dispute holds it: nothing more of it is financed until it is closed') isDisputed!: boolean;
  @FlagField('The contract forbids assignment: it does not bind third parties, and is to be known')
  hasNoAssignmentClause!: boolean;
  @ObjectField(() => DilutionView, 'Dilution of the receivable', { nullable: true })
  dilution!: DilutionView | null;
}

export class DealNoticeView implements DealNoticeShown {
  @IdField('Notice') id!: string;
  @IdField('Debtor') debtorId!: string;
  @TextField(200, 'Name of the debtor') debtorName!: string;
  @MoneyField('Assigned, owed by this debtor') amount!: MoneyBody;
  @CodeField(NOTICE_STATES, 'State') state!: NoticeState;
  @InstantField('When it was issued') issuedAt!: string;
  @InstantField('When it reached the debtor', { nullable: true }) arrivedAt!: string | null;
}

export class TitleFields implements TitleShown {
  @CodeField(TITLE_BASES, 'On what the title rests: only "missing" does not allow a payout')
  basis!: TitleBasis;
  @TextField(80, 'Number at the statutory registry', { nullable: true }) statutoryNumber!: string | null;
  @InstantField('Time at the statutory registry', { nullable: true }) statutoryAt!: string | null;
  @TextField(500, 'Why the financier pays without one', { nullable: true }) waiverReason!: string | null;
  @InstantField('When it waived', { nullable: true }) waivedAt!: string | null;
  @FlagField('A statutory registration was entered and waits for its check') waiting!: boolean;
  @FlagField('The time to record one has run out: a waiver carries no payout any more') overdue!: boolean;
}

export class StatutoryRegistrationBody {
  @TextField(64, 'Number on the certificate of the statutory registry') number!: string;
  @InstantField('Time on the certificate') registeredAt!: string;
}
export class RegistrationWaiverBody {
  @TextField(500, 'Why the financier pays without a statutory registration') reason!: string;
}
export class RecordedTitleView extends TitleFields {
  @IdField('Deal') dealId!: string;
  @ObjectField(() => TextsView, 'What the financier risks', { nullable: true }) warning!: TextsView | null;
}

export class DealView implements DealShown {
  @IdField('Id of the deal') id!: string;
  @IdField('Financing request') requestId!: string;
  @IdField('Accepted offer') offerId!: string;
  @IdField('Supplier') supplierId!: string;
  @TextField(200, 'Name of the supplier') supplierName!: string;
  @IdField('Financier') financierId!: string;
  @TextField(200, 'Name of the financier') financierName!: string;
  @CodeField(DEAL_STATES, 'State') state!: DealState;
  @RateField('Advanced fraction of each amount') advanceRate!: string;
  @RateField('Interest on the advance, fraction per year') rateAnnual!: string;
  @CodeField(DAY_COUNTS, 'Day count of the interest') dayCount!: DayCount;
  @CodeField(RECOURSES, 'Recourse to the supplier') recourse!: Recourse;
  @CodeField(SURPLUS_TO, 'Who gets the surplus') surplusTo!: SurplusTo;
  @ObjectField(() => TextsView, 'Recourse and surplus in words') recourseText!: TextsView;
  @DateField('Day for which the price was fixed') valueDate!: string;
  @MoneyField('The receivables') total!: MoneyBody;
  @MoneyField('Advanced of it') advance!: MoneyBody;
  @MoneyField('Held back until maturity') reserve!: MoneyBody;
  @MoneyField('Interest until the rolled due dates') interest!: MoneyBody;
  @MoneyField('Part of the interest that is deducted at once') interestUpFront!: MoneyBody;
  @MoneyField('Sum of the fees') feesTotal!: MoneyBody;
  @ListField(() => FeeView, 'Fees', { min: 0, max: 10 }) fees!: FeeView[];
  @MoneyField('Released to the supplier at maturity') released!: MoneyBody;
  @MoneyField('Surplus that stays with the financier') forgone!: MoneyBody;
  @MoneyField('To be paid out') netCash!: MoneyBody;
  @MoneyField('Interest, fees and surplus forgone') totalCost!: MoneyBody;
  @TextField(30, 'Cost / net cash x 365 / days, a fraction per year', { nullable: true })
  simpleRate!: string | null;
  @TextField(30, 'Effective annual rate over the dated flows, a fraction per year', { nullable: true })
  allInRate!: string | null;
  @IdField('Registration of the assignment') filingId!: string;
  @TextField(40, 'Number of the registration') filingNumber!: string;
  @InstantField('When the assignment was registered; the time that decides the rank') filedAt!: string;
  @IdField('Ledger posting of the commitment') postingId!: string;
  @ObjectField(() => TitleFields, 'On what the title rests') title!: TitleFields;
  @InstantField('When it was accepted') acceptedAt!: string;
  @InstantField('Since when a competing registration or a dilution holds it up', { nullable: true })
  frozenAt!: string | null;
  @IdField('That registration', { nullable: true }) frozenByFilingId!: string | null;
  @IdField('The correction that diluted it', { nullable: true }) frozenByCorrectionId!: string | null;
  @TextField(500, 'Why the financier pays out without a tax check', { nullable: true })
  taxWaiverReason!: string | null;
  @InstantField('When it said so', { nullable: true }) taxWaivedAt!: string | null;
  @ListField(() => DealItemView, 'The receivables', { max: MOST_ITEMS }) items!: DealItemView[];
  @ListField(() => DealNoticeView, 'Notices to the debtors', { max: MOST_ITEMS }) notices!: DealNoticeView[];
  @IntField(1, MOST_VERSIONS, 'Version') version!: number;
  @ApiProperty({ type: [String], description: 'What you may do with it now' }) actions!: string[];
}

export class DealPage extends PageOf(DealView) {}
