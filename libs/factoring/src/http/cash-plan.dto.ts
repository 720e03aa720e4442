// The plan for an amount of cash.
import {
  AmountField,
  CodeField,
  CurrencyField,
  FlagField,
  IdField,
  ListField,
  MoneyBody,
  MoneyField,
  ObjectField,
  TextField,
} from '#platform';
import {
  type CashPlanView as Plan,
  LEFT_OUT,
  type OfferLeftOut,
  type PlannedOffer,
  type ReceivableLeftOut,
  type WhyLeftOut,
} from '../use-cases/need/cash-plan.queries';
import { OFFERS_LEFT_OUT, type LeftOut } from '../domain/need/cash-need';
import { PriceView } from './comparison.dto';
import { OfferView } from './offers.dto';
import { TextsView } from './shared.dto';

const MOST = 100_000;

export class CashPlanQuery {
  @AmountField('Cash wanted on the day of acceptance') amount!: string;
  @CurrencyField('Its currency, ISO 4217') currency!: string;
}

export class PlannedOfferView implements PlannedOffer {
  @ObjectField(() => OfferView, 'The offer to accept') offer!: OfferView;
  @ObjectField(() => PriceView, 'Its price today') price!: PriceView;
}

export class OfferLeftOutView implements OfferLeftOut {
  @ObjectField(() => OfferView, 'The offer') offer!: OfferView;
  @ObjectField(() => PriceView, 'Its price today') price!: PriceView;
  @CodeField(OFFERS_LEFT_OUT, 'Why it is not in the plan') reason!: LeftOut;
}

export class ReceivableLeftOutView implements ReceivableLeftOut {
  @IdField('Request it is offered in') requestId!: string;
  @IdField('Receivable') receivableId!: string;
  @TextField(100, 'Invoice number') invoiceNumber!: string;
  @MoneyField('Amount offered') amount!: MoneyBody;
  @CodeField(LEFT_OUT, 'Why it brings nothing in the plan') reason!: WhyLeftOut;
  @ObjectField(() => TextsView, 'What stands in the way, where it is held', { nullable: true })
  obstacle!: TextsView | null;
}

export class CashPlanView implements Plan {
  @MoneyField('Cash wanted') wanted!: MoneyBody;
  @FlagField('Whether the offers bring as much; otherwise the plan is the most that they bring')
  isReached!: boolean;
  @MoneyField('Cash on the day of acceptance') netCash!: MoneyBody;
  @MoneyField('What is missing of the cash wanted') missing!: MoneyBody;
  @MoneyField('Interest, fees and surplus forgone') totalCost!: MoneyBody;
  @TextField(30, 'Effective annual rate of all of it, a fraction', { nullable: true })
  allInRate!: string | null;
  @TextField(20, 'Fraction of the cost that a better plan could save at most; 0.000000: proved the cheapest')
  gap!: string;
  @ListField(() => PlannedOfferView, 'What to accept', { min: 0, max: MOST }) offers!: PlannedOfferView[];
  @ListField(() => OfferLeftOutView, 'What not', { min: 0, max: MOST }) offersLeftOut!: OfferLeftOutView[];
  @ListField(() => ReceivableLeftOutView, 'What was offered and brings nothing', { min: 0, max: MOST })
  receivablesLeftOut!: ReceivableLeftOutView[];
}
