// What the upload routes take and give.
import { ApiProperty } from '@nestjs/swagger';
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
  TextField,
} from '#platform';
import { OUTCOMES, type OutcomeStatus } from '../domain/intake';
import { MAX_INVOICES } from '../use-cases/receive-upload';
import { OutcomeMatchView } from './duplicates.dto';
import { ReasonView } from './views.dto';

export class OutcomesQuery {
  @IntField(0, MAX_INVOICES, 'Continue after this position: `next` of the page before', { optional: true })
  after?: number;
  @IntField(1, 200, 'How many outcomes at most', { optional: true }) limit: number = 50;
  @CodeField(OUTCOMES, 'Only these', { optional: true }) outcome?: OutcomeStatus;
}

export class TemplateQuery {
  @CodeField(['zh', 'en'], 'Language of the headings', { optional: true }) language: 'zh' | 'en' = 'zh';
}

export class OutcomeView {
  @IntField(1, MAX_INVOICES, 'Place of the invoice in the upload') position!: number;
  @IdField('Document it was read from') documentId!: string;
  @TextField(200, 'File name') fileName!: string;
  @IntField(1, Number.MAX_SAFE_INTEGER, 'Line of a CSV file', { nullable: true }) line!: number | null;
  @CodeField(OUTCOMES, 'What became of it') outcome!: OutcomeStatus;
  @ListField(() => ReasonView, 'Why', { max: 100, min: 0 }) reasons!: readonly ReasonView[];
  @ApiProperty({ type: [String], description: 'Facts that keep it from being financed as it stands' })
  flags!: readonly string[];
  @TextField(1000, 'Invoice number', { nullable: true }) invoiceNumber!: string | null;
  @TextField(1000, 'Buyer as the invoice names it', { nullable: true }) buyerName!: string | null;
  @MoneyField('What is still to be paid', { nullable: true }) payable!: MoneyBody | null;
  @IdField('The receivable it became, repeats or corrects', { nullable: true }) receivableId!: string | null;
  @ObjectField(() => OutcomeMatchView, 'What it resembles', { nullable: true })
  match!: OutcomeMatchView | null;
}

export class UploadSummaryView {
  @IdField('Id of the upload') id!: string;
  @IdField('Who uploaded') uploaderId!: string;
  @InstantField('When it was received') receivedAt!: string;
  @IntField(1, 100, 'How many files') files!: number;
  @IntField(0, MAX_INVOICES, 'Invoices that became receivables') accepted!: number;
  @IntField(0, MAX_INVOICES, 'Invoices kept that cannot be financed as they stand') flagged!: number;
  @IntField(0, MAX_INVOICES, 'Invoices refused') refused!: number;
  @IntField(0, MAX_INVOICES, 'Invoices registered before') duplicates!: number;
  @ApiProperty({ type: [String], description: 'What you may do with it now' }) actions!: readonly string[];
}

export class UploadView extends UploadSummaryView {
  @ListField(() => OutcomeView, 'Outcome of each invoice, a page of them', { max: 200, min: 0 })
  outcomes!: readonly OutcomeView[];
  @IntField(1, MAX_INVOICES, 'Position after which the next page begins', { nullable: true })
  next!: number | null;
}

export class UploadPage extends PageOf(UploadSummaryView) {}
