// What the receivable routes take and give.
import { ApiProperty } from '@nestjs/swagger';
import {
  CodeField,
  DateField,
  FlagField,
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
import { ANSWER_REASONS, type AnswerReason } from '../domain/answer';
import {
  PRESENTED_BY,
  type PresentedBy,
  RECEIVABLE_STATES,
  type ReceivableState,
} from '../domain/receivable';
import { GradeView } from './confirmations.dto';
import { CorrectionView, MatchView } from './duplicates.dto';

export class ReceivablesQuery extends PageQuery {
  @CodeField(RECEIVABLE_STATES, 'Only in this state', { optional: true }) state?: ReceivableState;
  @IdField('Only of this debtor', { optional: true }) debtorId?: string;
  @TextField(100, 'Part of the invoice number', { optional: true }) q?: string;
}

export class TermsBody {
  @DateField('When it is due', { optional: true }) dueDate?: string;
  @IntField(0, 3650, 'Or: due so many days after the issue date', { optional: true })
  paymentTermsDays?: number;
}

export class AnswerView {
  @CodeField(['confirmed', 'part_disputed', 'rejected'], 'What the debtor answered') outcome!: string;
  @MoneyField('What it accepts to owe') confirmed!: MoneyBody;
  @CodeField(ANSWER_REASONS, 'Why not in full', { nullable: true }) reason!: AnswerReason | null;
  @TextField(500, 'The debtor’s words', { nullable: true }) note!: string | null;
  @InstantField('When') answeredAt!: string;
}

export class ReceivableView {
  @IdField('Id of the receivable') id!: string;
  @IdField('Supplier') supplierId!: string;
  @IdField('Debtor') debtorId!: string;
  @TextField(200, 'Legal name of the debtor') debtorName!: string;
  @IdField('Document it was read from') documentId!: string;
  @CodeField(PRESENTED_BY, 'Whose upload brought the invoice first') presentedBy!: PresentedBy;
  @TextField(1000, 'Invoice number') invoiceNumber!: string;
  @TextField(10, 'Invoice type, UNTDID 1001') typeCode!: string;
  @DateField('Issue date') issueDate!: string;
  @DateField('Due date', { nullable: true }) dueDate!: string | null;
  @TextField(1000, 'Terms of payment as the invoice words them', { nullable: true })
  paymentTerms!: string | null;
  @MoneyField('What was to be paid when it was registered (BT-115)') registered!: MoneyBody;
  @MoneyField('What is still to be paid, after credit notes') payable!: MoneyBody;
  @MoneyField('What the debtor confirmed', { nullable: true }) confirmed!: MoneyBody | null;
  @CodeField(RECEIVABLE_STATES, 'State') state!: ReceivableState;
  @InstantField('When it was put before the debtor', { nullable: true }) listedAt!: string | null;
  @DateField('By when the debtor must answer', { nullable: true }) answerBy!: string | null;
  @ObjectField(() => AnswerView, 'The debtor’s answer', { nullable: true }) answer!: AnswerView | null;
  @ObjectField(() => GradeView, 'How good the evidence of the answer is', { nullable: true })
  grade!: GradeView | null;
  @FlagField('Held out of financing: a similar invoice is known') duplicateHold!: boolean;
  @FlagField('Held out of further financing by a dispute') disputeHold!: boolean;
  @ListField(() => MatchView, 'What it resembles', { max: 1000, min: 0 }) matches!: readonly MatchView[];
  @ListField(() => CorrectionView, 'Credit notes and reversals', { max: 1000, min: 0 })
  corrections!: readonly CorrectionView[];
  @MoneyField('Financed already') claimed!: MoneyBody;
  @MoneyField('Confirmed and not financed yet') available!: MoneyBody;
  @IntField(1, 2_147_483_647, 'Version') version!: number;
  @InstantField('When it was registered') createdAt!: string;
  @ApiProperty({ type: [String], description: 'What you may do with it now' }) actions!: readonly string[];
}

export class ReceivablePage extends PageOf(ReceivableView) {}
