// What the routes around suspected duplicates and corrections take and give.
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
  TextField,
} from '#platform';
import { FINGERPRINT_KINDS, type FingerprintKind } from '../domain/duplicates/fingerprint';
import {
  MATCH_CLASSES,
  MATCH_FIELDS,
  MATCH_STATES,
  type MatchClass,
  type MatchField,
  type MatchState,
} from '../domain/duplicates/match';
import { RECEIVABLE_STATES, type ReceivableState } from '../domain/receivable';

const FIELDS = {
  enum: MATCH_FIELDS,
  isArray: true,
  description: 'Fields that agree, all of them stated on the invoice itself',
} as const;

export class OutcomeMatchView {
  @CodeField(MATCH_CLASSES, 'How it resembles another invoice') class!: MatchClass;
  @ApiProperty(FIELDS) fields!: readonly MatchField[];
  @IdField('Your own receivable that it resembles', { nullable: true }) receivableId!: string | null;
}

export class OtherInvoiceView {
  @TextField(1000, 'Invoice number') invoiceNumber!: string;
  @TextField(200, 'Legal name of its supplier') supplierName!: string;
  @TextField(200, 'Legal name of its debtor') debtorName!: string;
  @DateField('Issue date') issueDate!: string;
  @DateField('Due date', { nullable: true }) dueDate!: string | null;
  @MoneyField('What is still to be paid') payable!: MoneyBody;
  @CodeField(RECEIVABLE_STATES, 'State') state!: ReceivableState;
}

export class MatchView {
  @CodeField(MATCH_CLASSES, 'How it resembles the other invoice') class!: MatchClass;
  @ApiProperty(FIELDS) fields!: readonly MatchField[];
  @CodeField(MATCH_STATES, 'Open matches hold the receivable out of financing') state!: MatchState;
  @InstantField('When it was found') foundAt!: string;
  @IdField('The other receivable, where it concerns you too', { nullable: true }) otherId!: string | null;
  @TextField(1000, 'Its invoice number', { nullable: true }) otherNumber!: string | null;
  @ObjectField(() => OtherInvoiceView, 'The other invoice, where you may see it', { nullable: true })
  other!: OtherInvoiceView | null;
  @TextField(200, 'Who cleared it', { nullable: true }) clearedBy!: string | null;
  @InstantField('When it was cleared', { nullable: true }) clearedAt!: string | null;
  @TextField(500, 'Why it is no duplicate', { nullable: true }) reason!: string | null;
}

export class CorrectionView {
  @IdField('Id of the correction') id!: string;
  @CodeField(['credit_note', 'reversal'], 'What corrects it') kind!: string;
  @TextField(1000, 'Number of the credit note or red-letter invoice') number!: string;
  @DateField('Its date') issueDate!: string;
  @CodeField(['reference', 'party_and_amount', 'own_number'], 'By what the receivable was found')
  basis!: string;
  @MoneyField('What it takes off this receivable') amount!: MoneyBody;
  @MoneyField('What was taken off') applied!: MoneyBody;
  @MoneyField('What could not be taken off: it is financed, or nothing was left') excess!: MoneyBody;
  @IdField('Document it was read from') documentId!: string;
  @InstantField('When it was recorded') recordedAt!: string;
}

export class HeldView {
  @IdField('Id of the receivable') id!: string;
  @IdField('Supplier') supplierId!: string;
  @TextField(200, 'Legal name of the supplier') supplierName!: string;
  @IdField('Debtor') debtorId!: string;
  @TextField(200, 'Legal name of the debtor') debtorName!: string;
  @TextField(1000, 'Invoice number') invoiceNumber!: string;
  @DateField('Issue date') issueDate!: string;
  @DateField('Due date', { nullable: true }) dueDate!: string | null;
  @MoneyField('What is still to be paid') payable!: MoneyBody;
  @CodeField(RECEIVABLE_STATES, 'State') state!: ReceivableState;
  @ListField(() => MatchView, 'What it resembles', { max: 1000, min: 0 }) matches!: readonly MatchView[];
  @ApiProperty({ type: [String], description: 'What you may do with it now' }) actions!: readonly string[];
}

export class HeldPage extends PageOf(HeldView) {}

export class ClearanceBody {
  @TextField(500, 'Why it is no duplicate') reason!: string;
}

export class ClearanceView {
  @IdField('Id of the receivable') receivableId!: string;
  @IntField(1, 1_000_000, 'How many open matches were cleared') cleared!: number;
  @TextField(500, 'Why') reason!: string;
  @InstantField('When') clearedAt!: string;
}

export class FingerprintView {
  @CodeField(FINGERPRINT_KINDS, 'Which fields it is made of') kind!: FingerprintKind;
  @IntField(1, 32_767, 'Version of the key') keyVersion!: number;
  @TextField(32, '32 hexadecimal digits') value!: string;
}

export class FingerprintsView {
  @IdField('Id of the receivable') receivableId!: string;
  @TextField(40, 'How they are made') algorithm!: string;
  @ListField(() => FingerprintView, 'One of each kind and version', { max: 100, min: 0 })
  fingerprints!: readonly FingerprintView[];
}
