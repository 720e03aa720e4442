// What a notice shows.
import { ApiProperty } from '@nestjs/swagger';
import {
  CodeField,
  DateField,
  IdField,
  InstantField,
  IntField,
  ListField,
  MoneyBody,
  MoneyField,
  ObjectField,
  PageOf,
  PageQuery,
  TextField,
} from '#platform';
import { NOTICE_STATES, type NoticeState } from '../domain/states';
import type { NoticeView as NoticeShown } from '../use-cases/deals/notices.queries';
import { TextsView } from './shared.dto';

export class NoticesQuery extends PageQuery {
  @CodeField(NOTICE_STATES, 'Only in this state', { optional: true }) state?: NoticeState;
}

export class NoticeInvoiceView {
  @IdField('Receivable') receivableId!: string;
  @TextField(100, 'Number of the invoice') invoiceNumber!: string;
  @DateField('Date of the invoice') issueDate!: string;
  @DateField('Due date') dueDate!: string;
  @MoneyField('Assigned') amount!: MoneyBody;
}

export class NoticeView implements NoticeShown {
  @IdField('Id of the notice') id!: string;
  @IdField('Deal') dealId!: string;
  @IdField('Debtor') debtorId!: string;
  @TextField(200, 'Name of the debtor') debtorName!: string;
  @IdField('Supplier that assigned') supplierId!: string;
  @TextField(200, 'Name of the supplier') supplierName!: string;
  @IdField('Financier to pay') financierId!: string;
  @TextField(200, 'Name of the financier') financierName!: string;
  @CodeField(NOTICE_STATES, 'State') state!: NoticeState;
  @MoneyField('Sum of the amounts assigned') total!: MoneyBody;
  @TextField(40, 'Number of the registration that proves the assignment') registrationNumber!: string;
  @ObjectField(() => TextsView, 'The notice') text!: TextsView;
  @ListField(() => NoticeInvoiceView, 'The invoices', { max: 200 }) invoices!: NoticeInvoiceView[];
  @InstantField('When it was issued') issuedAt!: string;
  @InstantField('When it reached the debtor', { nullable: true }) arrivedAt!: string | null;
  @IntField(1, 2_147_483_647, 'Version') version!: number;
  @ApiProperty({ type: [String], description: 'What you may do with it now' }) actions!: string[];
}

export class NoticePage extends PageOf(NoticeView) {}
