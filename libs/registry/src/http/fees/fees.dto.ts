// What the routes of fees take and give.
import { ApiProperty } from '@nestjs/swagger';
import {
  IdField,
  InstantField,
  IntField,
  CodeField,
  MoneyBody,
  MoneyField,
  ObjectField,
  PageOf,
  PageQuery,
  TextField,
} from '#platform';
import { FEE_KINDS, type FeeKind } from '../../domain/fees/fee';
import type { FeeShown, FeesAsked } from '../../use-cases/fees/fees.queries';

const MOST = 2_147_483_647;

export class FeesQuery extends PageQuery implements FeesAsked {
  @TextField(7, 'Month in which they were charged, YYYY-MM') month!: string;
  @IdField('Only what this organisation owes', { optional: true }) organisationId?: string;
}

export class FeeCorrectionBody {
  @ObjectField(() => MoneyBody, 'What the charge is to come to; zero waives it') amount!: MoneyBody;
  @TextField(500, 'Reason') reason!: string;
  @IntField(0, MOST, 'The last correction that was seen; 0 when there was none') seen!: number;
}

export class FeeLineView implements FeeShown {
  @IdField('Id of the line') id!: string;
  @IdField('Id of the charge, which is its first line') chargeId!: string;
  @IntField(0, MOST, '0 is the charge; each further one corrects it') correction!: number;
  @IdField('Who owes it') organisationId!: string;
  @CodeField(FEE_KINDS, 'For what') kind!: FeeKind;
  @IdField('The registration') filingId!: string;
  @TextField(18, 'Number of the registration, or of what happened to it') number!: string;
  @IntField(1, MOST, 'Years of the term, else 1') units!: number;
  @MoneyField('Price of the day') unitPrice!: MoneyBody;
  @MoneyField('What this line adds; a correction may be negative') amount!: MoneyBody;
  @MoneyField('What the whole charge comes to by now') owed!: MoneyBody;
  @InstantField('When it was charged') chargedAt!: string;
  @TextField(500, 'Why it was corrected', { nullable: true }) reason!: string | null;
  @ApiProperty({ type: [String], description: 'What you may do with it now' }) actions!: readonly string[];
}

export class FeeLinePage extends PageOf(FeeLineView) {}
