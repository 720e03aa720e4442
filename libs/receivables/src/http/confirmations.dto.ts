// What the confirmation routes take and give.
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
import { type Task, TASKS } from '../data/queue.store';
import {
  ANSWER_CHANNELS,
  ANSWER_REASONS,
  type AnswerChannel,
  type AnswerReason,
  type CheckDecision,
  type Decision,
  DECISIONS,
} from '../domain/answer';
import { type Grade, type GradeReason, GRADES } from '../domain/confirmation/evidence';
import { PRESENTED_BY, type PresentedBy } from '../domain/receivable';
import { MatchView } from './duplicates.dto';
import { ItemFaultView } from './views.dto';

const MAX_ITEMS = 1000;

export class TasksQuery extends PageQuery {
  @CodeField(TASKS, 'Only these; without it all that is still to be done', { optional: true }) task?: Task;
}

export class SignedAnswerBody {
  @IdField('Signing key') keyId!: string;
  @TextField(8000, 'The statement as it was signed: RFC 8785 JSON of the task’s statement with the answer')
  statement!: string;
  @TextField(400, 'Signature over it, base64') signature!: string;
}

export class AnswerItem {
  @IdField('Receivable') receivableId!: string;
  @CodeField(DECISIONS, 'The answer') decision!: Decision;
  @MoneyField('For a dispute: the part that is accepted', { optional: true }) confirmedAmount?: MoneyBody;
  @CodeField(ANSWER_REASONS, 'For a dispute or rejection', { optional: true }) reason?: AnswerReason;
  @TextField(500, 'A word to the supplier', { optional: true }) note?: string;
  @TextField(100, 'Number of your order', { optional: true }) orderNumber?: string;
  @TextField(100, 'Number of your receipt of the goods', { optional: true }) goodsReceiptNumber?: string;
  @FlagField('The contract forbids assignment; this warns supplier and financier, and blocks nothing', {
    optional: true,
  })
  noAssignmentClause?: boolean;
  @ObjectField(() => SignedAnswerBody, 'The answer, signed with your key', { optional: true })
  signed?: SignedAnswerBody;
}

export class AnswersBody {
  @ListField(() => AnswerItem, 'Answers', { max: MAX_ITEMS }) items!: AnswerItem[];
}

export class CheckItem {
  @IdField('Answer that awaits its check') confirmationId!: string;
  @CodeField(['approve', 'decline'], 'The check') decision!: CheckDecision;
}

export class ChecksBody {
  @ListField(() => CheckItem, 'Checks', { max: MAX_ITEMS }) items!: CheckItem[];
}

export class AnswerResultView {
  @IdField('Receivable') receivableId!: string;
  @CodeField(['proposed', 'refused'], 'What became of the answer') outcome!: string;
  @IdField('The answer, now awaiting its check', { nullable: true }) confirmationId!: string | null;
  @ObjectField(() => ItemFaultView, 'Why it was refused', { nullable: true }) error!: ItemFaultView | null;
}

export class AnswerResultsView {
  @ListField(() => AnswerResultView, 'One result per item, in order', { max: MAX_ITEMS })
  items!: AnswerResultView[];
}

export class CheckResultView {
  @IdField('Answer') confirmationId!: string;
  @CodeField(['approved', 'declined', 'refused'], 'What became of the check') outcome!: string;
  @IdField('Receivable', { nullable: true }) receivableId!: string | null;
  @ObjectField(() => ItemFaultView, 'Why it was refused', { nullable: true }) error!: ItemFaultView | null;
}

export class CheckResultsView {
  @ListField(() => CheckResultView, 'One result per item, in order', { max: MAX_ITEMS })
  items!: CheckResultView[];
}

export class StatementBasisView {
  @IdField('Receivable') receivableId!: string;
  @IntField(1, 2_147_483_647, 'Its version') receivableVersion!: number;
  @TextField(400, 'Canonical key of the invoice') invoiceKey!: string;
  @TextField(1000, 'Invoice number') invoiceNumber!: string;
  @TextField(64, 'SHA-256 of the invoice file, hexadecimal') documentSha256!: string;
  @IdField('Supplier') supplierId!: string;
  @TextField(200, 'Legal name of the supplier') supplierName!: string;
  @IdField('Debtor') debtorId!: string;
  @TextField(200, 'Legal name of the debtor') debtorName!: string;
  @MoneyField('What is to be paid') payable!: MoneyBody;
  @DateField('Due date', { nullable: true }) dueDate!: string | null;
}

export class GradeView {
  @CodeField(GRADES, 'A is the best evidence') grade!: Grade;
  @IntField(0, 100, 'Points it was found by') points!: number;
  @ApiProperty({ type: [String], description: 'On what it rests' }) reasons!: readonly GradeReason[];
  @InstantField('When it was found') gradedAt!: string;
}

export class QueuedAnswerView {
  @IdField('Answer') confirmationId!: string;
  @CodeField(DECISIONS, 'Decision') decision!: Decision;
  @MoneyField('What is accepted') confirmed!: MoneyBody;
  @CodeField(ANSWER_REASONS, 'Reason', { nullable: true }) reason!: AnswerReason | null;
  @TextField(500, 'A word to the supplier', { nullable: true }) note!: string | null;
  @CodeField(ANSWER_CHANNELS, 'How it was handed in') channel!: AnswerChannel;
  @FlagField('Signed with a registered key') isSigned!: boolean;
  @IdField('Who proposed it') makerId!: string;
  @InstantField('When') proposedAt!: string;
  @IdField('Who checked it', { nullable: true }) checkerId!: string | null;
  @InstantField('When', { nullable: true }) checkedAt!: string | null;
}

export class TaskView {
  @IdField('Receivable') id!: string;
  @CodeField(TASKS, 'Where it stands') task!: Task;
  @IdField('Supplier') supplierId!: string;
  @TextField(200, 'Legal name of the supplier') supplierName!: string;
  @TextField(1000, 'Invoice number') invoiceNumber!: string;
  @DateField('Issue date') issueDate!: string;
  @DateField('Due date', { nullable: true }) dueDate!: string | null;
  @MoneyField('What the supplier says is owed') payable!: MoneyBody;
  @InstantField('When it was put before you', { nullable: true }) listedAt!: string | null;
  @DateField('By when an answer is due', { nullable: true }) answerBy!: string | null;
  @FlagField('No answer by that day') overdue!: boolean;
  @FlagField('A dispute holds it') disputeHold!: boolean;
  @CodeField(PRESENTED_BY, 'Whose upload brought the invoice first') presentedBy!: PresentedBy;
  @ObjectField(() => QueuedAnswerView, 'The answer on its way or given', { nullable: true })
  answer!: QueuedAnswerView | null;
  @ListField(
    () => MatchView,
    'What it resembles; an open match is to be cleared or the receivable rejected',
    {
      max: 1000,
      min: 0,
    },
  )
  matches!: readonly MatchView[];
  @ObjectField(() => StatementBasisView, 'What a signed answer states of it')
  statement!: StatementBasisView;
  @ObjectField(() => GradeView, 'How good the evidence is', { nullable: true }) grade!: GradeView | null;
  @ApiProperty({ type: [String], description: 'What you may do with it now' }) actions!: readonly string[];
}

export class QueueTotalView {
  @MoneyField('What suppliers say is owed') payable!: MoneyBody;
  @IntField(0, 2_147_483_647, 'How many') count!: number;
  @IntField(0, 2_147_483_647, 'Of these overdue') overdue!: number;
  @IntField(0, 2_147_483_647, 'Of these held by a suspected duplicate or a dispute') held!: number;
}

export class QueueTotalsView {
  @ListField(() => QueueTotalView, 'One a currency', { max: 200, min: 0 }) items!: readonly QueueTotalView[];
}

export class ResponseView {
  @IdField('Debtor') debtorId!: string;
  @IntField(0, 2_147_483_647, 'Cases of the last year; null: fewer than five, which are not shown', {
    nullable: true,
  })
  cases!: number | null;
  @TextField(20, 'Median of the days from the task to its answer', { nullable: true })
  medianDays!: string | null;
  @IntField(0, 100, 'Per cent of the cases that were answered in time', { nullable: true })
  inTimePercent!: number | null;
  @IntField(0, 100, 'Per cent of the answers that disputed a part or all', { nullable: true })
  disputedPercent!: number | null;
  @IntField(0, 100, 'Per cent of the answers that were withdrawn later', { nullable: true })
  withdrawnPercent!: number | null;
}

export class TaskPage extends PageOf(TaskView) {}

/** A file to keep byte by byte: nothing in it may be added, left out or written otherwise. */
export class EvidenceFileView {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description:
      'Signed with the key of GET /log/key: format youquan/confirmation-evidence/1, content, receipts',
  })
  attestation!: object;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The invoice file, base64; its hash is in the content',
  })
  document!: string | null;
}
