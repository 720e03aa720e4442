// What the routes of demands take and give.
import { ApiProperty } from '@nestjs/swagger';
import {
  CodeField,
  DateField,
  IdField,
  InstantField,
  ListField,
  MoneyBody,
  MoneyField,
  PageOf,
  PageQuery,
  TextField,
} from '#platform';
import type { Money } from '#kernel';
import { DEMAND_DELIVERIES, type DemandDelivery } from '../../domain/demands/demand';

export class DemandsQuery extends PageQuery {
  @IdField('Only those about this receivable', { optional: true }) receivableId?: string;
}

export class DemandBody {
  @IdField('Receivable whose answer is demanded') receivableId!: string;
}

class LetterTextView {
  @TextField(1000, 'In English') en!: string;
  @TextField(1000, 'In Chinese') zh!: string;
}

class LetterView {
  @ApiProperty({ type: LetterTextView, description: 'Heading' }) title!: LetterTextView;
  @ListField(() => LetterTextView, 'What it says', { max: 10 }) paragraphs!: readonly LetterTextView[];
}

export class DemandView {
  @IdField('Id of the demand') id!: string;
  @IdField('Receivable whose answer is demanded') receivableId!: string;
  @IdField('Who demands') supplierId!: string;
  @TextField(200, 'Its name on that day') supplierName!: string;
  @IdField('Of whom') debtorId!: string;
  @TextField(200, 'Its name on that day') debtorName!: string;
  @TextField(100, 'Number of the invoice') invoiceNumber!: string;
  @DateField('Its date') issueDate!: string;
  @DateField('When it is due') dueDate!: string;
  @MoneyField('What was to be paid on that day') payable!: MoneyBody & Money;
  @DateField('When it was put before the debtor') listedOn!: string;
  @DateField('By when the answer is due') answerBy!: string;
  @DateField('Day of the letter, Asia/Shanghai') issuedOn!: string;
  @InstantField('When it was issued') issuedAt!: string;
  @CodeField(DEMAND_DELIVERIES, 'What became of the mail to the debtor’s verified contact')
  delivery!: DemandDelivery;
  @InstantField('When the mail left', { nullable: true }) deliveredAt!: string | null;
  @ApiProperty({ type: LetterView, description: 'The letter in both languages' }) letter!: LetterView;
}
export class DemandPage extends PageOf(DemandView) {}
