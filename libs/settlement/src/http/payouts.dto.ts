// What the routes of payouts take and give.
import { ApiProperty } from '@nestjs/swagger';
import {
  CodeField,
  DateField,
  IdField,
  InstantField,
  IntField,
  MoneyBody,
  MoneyField,
  ObjectField,
  PageOf,
  PageQuery,
  TextField,
} from '#platform';
import {
  PAID_TAXES,
  type PaidTax,
  type PaidTitle,
  PAYOUT_KINDS,
  PAYOUT_STATES,
  type PayoutKind,
  type PayoutState,
  type Submission,
  SUBMISSIONS,
} from '../domain/money/payout';
import type { PayoutShown } from '../use-cases/payouts/payouts.queries';

const PAID_TITLES: readonly PaidTitle[] = ['registered_here', 'statutory', 'waived'];

export class SettlementTextsView {
  @TextField(1000, 'English') en!: string;
  @TextField(1000, '中文') zh!: string;
}

export class PayoutsQuery extends PageQuery {
  @CodeField(PAYOUT_STATES, 'Only in this state', { optional: true }) state?: PayoutState;
  @IdField('Only of this deal', { optional: true }) dealId?: string;
}
export class PayoutBody {
  @IdField('The deal') dealId!: string;
  @CodeField(PAYOUT_KINDS, 'The advance less its deductions, or surplus that is owed') kind!: PayoutKind;
}
export class PayoutCheckBody {
  @CodeField(['release', 'decline'], 'The decision') decision!: 'release' | 'decline';
  @TextField(500, 'Why', { optional: true }) reason?: string;
}
export class PayoutRejectionBody {
  @TextField(500, 'What the bank says') reason!: string;
}

export class PayoutView implements PayoutShown {
  @IdField('Id of the payout') id!: string;
  @IdField('Deal') dealId!: string;
  @CodeField(PAYOUT_KINDS, 'What is paid') kind!: PayoutKind;
  @IdField('Supplier') supplierId!: string;
  @IdField('Financier') financierId!: string;
  @MoneyField('Amount') amount!: MoneyBody;
  @CodeField(PAYOUT_STATES, 'State') state!: PayoutState;
  @CodeField(PAID_TITLES, 'On what the title rested') titleBasis!: PaidTitle;
  @ObjectField(() => SettlementTextsView, 'The same in words') titleText!: SettlementTextsView;
  @CodeField(PAID_TAXES, 'On which tax checks an advance was released', { nullable: true })
  taxBasis!: PaidTax | null;
  @InstantField('When the bureau last stood by each of its invoices', { nullable: true })
  taxCheckedAt!: string | null;
  @TextField(500, 'Why it was released without a tax check', { nullable: true })
  taxWaiverReason!: string | null;
  @TextField(200, 'Holder of the account it goes to') toHolder!: string;
  @TextField(40, 'End of its number') toAccount!: string;
  @TextField(35, 'Our reference all the way through the banks') endToEndId!: string;
  @IdField('Who instructed it') instructedBy!: string;
  @InstantField('When') instructedAt!: string;
  @IdField('Who released or declined it', { nullable: true }) checkedBy!: string | null;
  @InstantField('When', { nullable: true }) checkedAt!: string | null;
  @CodeField(SUBMISSIONS, 'By hand: a person takes the file to the bank. Otherwise the line to the bank does')
  submission!: Submission;
  @InstantField('When the bank had it', { nullable: true }) submittedAt!: string | null;
  @DateField('Value date of the debit', { nullable: true }) paidOn!: string | null;
  @InstantField('When it ended', { nullable: true }) endedAt!: string | null;
  @TextField(500, 'Why it was declined, rejected or returned', { nullable: true }) reason!: string | null;
  @IntField(1, 2_147_483_647, 'Version') version!: number;
  @ApiProperty({ type: [String], description: 'What you may do with it now' }) actions!: readonly string[];
}
export class PayoutPage extends PageOf(PayoutView) {}
