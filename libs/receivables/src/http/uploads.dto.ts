// What the upload routes take and give.
import { ApiProperty } from '@nestjs/swagger';
import {
  CodeField,
  FlagField,
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
import {
  KEPT_REASONS,
  type KeptReason,
  UPLOAD_MODES,
  UPLOAD_SIDES,
  UPLOAD_STATES,
  type UploadMode,
  type UploadSide,
  type UploadState,
} from '../domain/upload';
import { MAX_INVOICES } from '../use-cases/uploads/upload-reader';
import { OutcomeMatchView } from './duplicates.dto';
import { ReasonView } from './views.dto';

export class OutcomesQuery {
  @IntField(0, MAX_INVOICES, 'Continue after this position: `next` of the page before', { optional: true })
  after?: number;
  @IntField(1, 200, 'How many outcomes at most', { optional: true }) limit: number = 50;
  @CodeField(OUTCOMES, 'Only these', { optional: true }) outcome?: OutcomeStatus;
}

export class ReceiveQuery {
  @CodeField(UPLOAD_MODES, 'direct: taken in at once; plan: only told what would become of each invoice', {
    optional: true,
  })
  mode: UploadMode = 'direct';
}

export class ApplicationBody {
  @FlagField('All or nothing: one refused invoice refuses the application. False: only the good rows')
  atomic!: boolean;
}

export class TemplateQuery {
  @CodeField(['zh', 'en'], 'Language of the headings', { optional: true }) language: 'zh' | 'en' = 'zh';
}

export class OutcomeView {
  @IntField(1, MAX_INVOICES, 'Place of the invoice in the upload') position!: number;
  @IdField('Document it was read from') documentId!: string;
  @TextField(200, 'File name') fileName!: string;
  @TextField(1000, 'Sheet of a workbook', { nullable: true }) sheet!: string | null;
  @IntField(1, Number.MAX_SAFE_INTEGER, 'Line of a table', { nullable: true }) line!: number | null;
  @CodeField(OUTCOMES, 'What became of it') outcome!: OutcomeStatus;
  @ListField(() => ReasonView, 'Why', { max: 100, min: 0 }) reasons!: readonly ReasonView[];
  @ApiProperty({ type: [String], description: 'Facts that keep it from being financed as it stands' })
  flags!: readonly string[];
  @TextField(1000, 'Invoice number', { nullable: true }) invoiceNumber!: string | null;
  @TextField(1000, 'Buyer as the invoice names it', { nullable: true }) buyerName!: string | null;
  @MoneyField('What is still to be paid', { nullable: true }) payable!: MoneyBody | null;
  @IdField('The receivable it became, repeats or corrects', { nullable: true }) receivableId!: string | null;
  @TextField(1000, 'Invoice number of that receivable; null while it is only planned', { nullable: true })
  receivableNumber!: string | null;
  @ObjectField(() => OutcomeMatchView, 'What it resembles', { nullable: true })
  match!: OutcomeMatchView | null;
}

export class ProgressView {
  @IntField(0, MAX_INVOICES, 'Invoices done') rowsDone!: number;
  @IntField(
    0,
    Number.MAX_SAFE_INTEGER,
    'How many there are; estimated from the bytes read, where it is read',
    {
      nullable: true,
    },
  )
  rowsTotal!: number | null;
  @IntField(0, Number.MAX_SAFE_INTEGER, 'Invoices a second') rowsPerSecond!: number;
  @IntField(0, Number.MAX_SAFE_INTEGER, 'Seconds left at this rate', { nullable: true })
  secondsLeft!: number | null;
}

export class UploadSummaryView {
  @IdField('Id of the upload') id!: string;
  @IdField('Who uploaded') uploaderId!: string;
  @InstantField('When it was received') receivedAt!: string;
  @IntField(1, 100, 'How many files') files!: number;
  @CodeField(UPLOAD_STATES, 'Where it stands') state!: UploadState;
  @CodeField(UPLOAD_MODES, 'Taken in at once, or planned first') mode!: UploadMode;
  @CodeField(UPLOAD_SIDES, 'What the organisation is owed, or what it owes') side!: UploadSide;
  @FlagField('Applied as a whole') isWhole!: boolean;
  @IntField(0, MAX_INVOICES, 'Invoices that became receivables, or would') accepted!: number;
  @IntField(0, MAX_INVOICES, 'Corrections that took something off a receivable, or would') changed!: number;
  @IntField(0, MAX_INVOICES, 'Invoices kept that cannot be financed as they stand') flagged!: number;
  @IntField(0, MAX_INVOICES, 'Invoices refused') refused!: number;
  @IntField(0, MAX_INVOICES, 'Invoices registered before') duplicates!: number;
  @IntField(0, MAX_INVOICES, 'Receivables that an undo took back', { nullable: true })
  withdrawn!: number | null;
  @IntField(0, MAX_INVOICES, 'Receivables that stayed', { nullable: true }) kept!: number | null;
  @ObjectField(() => ProgressView, 'While it is read, applied or taken back', { nullable: true })
  progress!: ProgressView | null;
  @ApiProperty({ type: [String], description: 'What you may do with it now' }) actions!: readonly string[];
}

export class UploadView extends UploadSummaryView {
  @ListField(() => OutcomeView, 'Outcome of each invoice, a page of them', { max: 200, min: 0 })
  outcomes!: readonly OutcomeView[];
  @IntField(1, MAX_INVOICES, 'Position after which the next page begins', { nullable: true })
  next!: number | null;
}

export class UploadListedView extends UploadSummaryView {
  @TextField(200, 'Name of its first file', { nullable: true }) firstFile!: string | null;
}

export class UploadPage extends PageOf(UploadListedView) {}

export class KeptReceivableView {
  @IdField('Id of the receivable') id!: string;
  @TextField(1000, 'Invoice number') invoiceNumber!: string;
  @CodeField(KEPT_REASONS, 'Why it stays', { nullable: true }) keptFor!: KeptReason | null;
}

export class UndoView {
  @IntField(0, MAX_INVOICES, 'Receivables that an undo would take back now') withdrawable!: number;
  @IntField(0, MAX_INVOICES, 'Receivables that would stay') kept!: number;
  @ListField(() => KeptReceivableView, 'Those that would stay, the first of them', { max: 200, min: 0 })
  keptReceivables!: readonly KeptReceivableView[];
}
