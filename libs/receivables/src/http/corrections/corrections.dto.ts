// What the route of waiting corrections takes and gives.
import { ApiProperty } from '@nestjs/swagger';
import {
  CodeField,
  DateField,
  IdField,
  InstantField,
  MoneyBody,
  MoneyField,
  PageOf,
  PageQuery,
  TextField,
} from '#platform';
import { CORRECTION_KINDS, type CorrectionKind } from '../../domain/correction';

export class WaitingCorrectionsQuery extends PageQuery {
  @IdField('Only those of this upload', { optional: true }) uploadId?: string;
}

export class WaitingCorrectionView {
  @IdField('Id') id!: string;
  @CodeField(CORRECTION_KINDS, 'A credit note, or the invoice itself as void') kind!: CorrectionKind;
  @TextField(1000, 'Its own number') number!: string;
  @DateField('Issue date') issueDate!: string;
  @MoneyField('What it takes off') amount!: MoneyBody;
  @ApiProperty({ type: [String], description: 'Numbers of the invoices that it corrects' })
  preceding!: readonly string[];
  @IdField('Id of the buyer') debtorId!: string;
  @TextField(200, 'Legal name of the buyer') debtorName!: string;
  @IdField('Document it was read from') documentId!: string;
  @InstantField('Since when it waits') waitingSince!: string;
}

export class WaitingCorrectionPage extends PageOf(WaitingCorrectionView) {}
