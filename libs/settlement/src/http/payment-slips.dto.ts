// What the routes of payment slips take and give.
import { ApiProperty } from '@nestjs/swagger';
import {
  CodeField,
  DateField,
  IdField,
  IdListField,
  InstantField,
  ListField,
  MoneyBody,
  MoneyField,
  ObjectField,
  PageOf,
  TextField,
} from '#platform';
import type { Attestation } from '#audit';
import type { IssuedSlip, SlipAccount, SlipItem, SlipPayment } from '../domain/money/issued-slip';
import { SettlementTextsView } from './payouts.dto';

const MOST = 1000;
const MOST_ON_ONE_SLIP = 100;

export class SlipAccountView implements SlipAccount {
  @TextField(34, 'Account number') accountNumber!: string;
  @TextField(200, 'Holder') holderName!: string;
  @TextField(200, 'Bank') bankName!: string;
  @TextField(12, 'CNAPS code') bankCode!: string;
}
export class SlipPaymentView implements SlipPayment {
  @IdField('Creditor') creditorId!: string;
  @TextField(200, 'Name of the creditor') creditorName!: string;
  @CodeField(['supplier', 'financier'], 'Why it is the creditor') creditorRole!: 'supplier' | 'financier';
  @ObjectField(() => SlipAccountView, 'The account; null: none is verified yet', { nullable: true })
  account!: SlipAccountView | null;
  @MoneyField('Outstanding') outstanding!: MoneyBody;
  @IdField('Notice since which this holds', { nullable: true }) noticeId!: string | null;
  @InstantField('When it arrived', { nullable: true }) since!: string | null;
  @TextField(40, 'Number of the registration', { nullable: true }) registrationNumber!: string | null;
  @ObjectField(() => SettlementTextsView, 'In words') text!: SettlementTextsView;
}
/** What of a receivable is to be paid to whom. */
export class OwedView implements Omit<SlipItem, 'receivableId'> {
  @TextField(100, 'Number of the invoice') invoiceNumber!: string;
  @IdField('Supplier') supplierId!: string;
  @TextField(200, 'Name of the supplier') supplierName!: string;
  @DateField('Due date', { nullable: true }) dueDate!: string | null;
  @MoneyField('Confirmed') confirmed!: MoneyBody;
  @ListField(() => SlipPaymentView, 'Whom to pay: one, unless a part was assigned', { min: 0, max: MOST })
  payments!: readonly SlipPaymentView[];
}
export class PaymentSlipView extends OwedView {
  @IdField('Receivable') id!: string;
  @ApiProperty({ type: [String], description: 'What you may do with it now' }) actions!: readonly string[];
}
export class PaymentSlipPage extends PageOf(PaymentSlipView) {}

export class IssueSlipBody {
  @IdListField('What you mean to pay', { max: MOST_ON_ONE_SLIP }) receivableIds!: string[];
}
export class SlipItemView extends OwedView implements SlipItem {
  @IdField('Receivable') receivableId!: string;
}
export class IssuedSlipView implements IssuedSlip {
  @IdField('Slip; also the subject of the deed that issued it') id!: string;
  @InstantField('What it states holds at this instant') issuedAt!: string;
  @IdField('Debtor') debtorId!: string;
  @TextField(200, 'Name of the debtor') debtorName!: string;
  @ListField(() => SlipItemView, 'One for each receivable', { max: MOST_ON_ONE_SLIP })
  items!: readonly SlipItemView[];
}
/** A file to keep: it is checked as it stands, so nothing may be added or left out. */
export class SignedSlipView implements Attestation {
  @TextField(40, 'Format') format!: 'youquan/payment-slip/1';
  @ObjectField(() => IssuedSlipView, 'What is stated') content!: IssuedSlipView;
  @ApiProperty({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    description: 'Receipts of the notices that it rests on, in the form of GET /receipts/{deedId}',
  })
  receipts!: Attestation['receipts'];
  @TextField(400, 'Signature line of a signed note (C2SP) by the key of GET /log/key') signature!: string;
}
