// What the routes of limits and exposures take and give.
import { ApiProperty } from '@nestjs/swagger';
import {
  CurrencyField,
  FlagField,
  IdField,
  InstantField,
  IntField,
  ListField,
  MoneyBody,
  MoneyField,
  PageOf,
  PageQuery,
  TextField,
} from '#platform';

const MOST_VERSIONS = 2_147_483_647;

export class LimitBody {
  @IdField('The debtor; leave out when its identifier is given', { optional: true }) debtorId?: string;
  @TextField(80, 'The debtor by its USCC, LEI or other identifier', { optional: true })
  debtorIdentifier?: string;
  @MoneyField('How much the debtor may owe; zero stops new business') limit!: MoneyBody;
  @IntField(1, MOST_VERSIONS, 'Version of the limit that this replaces; leave out for the first', {
    optional: true,
  })
  expectedVersion?: number;
}

export class LimitsQuery extends PageQuery {
  @IdField('Only this debtor', { optional: true }) debtorId?: string;
  @CurrencyField('Only this currency', { optional: true }) currency?: string;
}

export class LimitView {
  @IdField('Id of the limit line') id!: string;
  @IdField('Whose limit it is') financierId!: string;
  @IdField('Id of the debtor') debtorId!: string;
  @TextField(200, 'Legal name of the debtor') debtorName!: string;
  @CurrencyField('Currency of all figures here') currency!: string;
  @MoneyField('How much the debtor may owe') limit!: MoneyBody;
  @MoneyField('How much deals hold of it') used!: MoneyBody;
  @MoneyField('What still fits; zero when the use has reached or passed the limit') headroom!: MoneyBody;
  @MoneyField('Use above the limit, after a cut; zero otherwise') excess!: MoneyBody;
  @IntField(1, MOST_VERSIONS, 'Goes up by one with each decision on the limit') version!: number;
  @InstantField('When this limit was set') setAt!: string;
  @ApiProperty({ type: [String], description: 'set, when the caller may' }) actions!: readonly string[];
}
export class LimitPage extends PageOf(LimitView) {}

export class DealExposureView {
  @IdField('Id of the deal') dealId!: string;
  @MoneyField('What the deal holds of the limit') amount!: MoneyBody;
  @InstantField('Since when') since!: string;
}
export class DealExposurePage extends PageOf(DealExposureView) {}

export class ExposureView extends LimitView {
  @ListField(() => DealExposureView, 'The largest deals, the largest first', { min: 0, max: 20 })
  deals!: readonly DealExposureView[];
  @FlagField('There are more deals than these') moreDeals!: boolean;
}
export class ExposurePage extends PageOf(ExposureView) {}
