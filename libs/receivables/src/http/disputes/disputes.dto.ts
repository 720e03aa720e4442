// What the routes of disputes and withdrawals take and give.
import { ApiProperty } from '@nestjs/swagger';
import {
  CodeField,
  FlagField,
  IdField,
  InstantField,
  IntField,
  MoneyBody,
  MoneyField,
  PageOf,
  PageQuery,
  TextField,
} from '#platform';
import { ANSWER_REASONS, type AnswerReason } from '../../domain/answer';
import {
  CLOSING_REASONS,
  type ClosingReason,
  DISPUTE_CAUSES,
  DISPUTE_STATES,
  type DisputeCause,
  type DisputeState,
  FILE_SIDES,
  type FileSide,
} from '../../domain/dispute';

export class DisputesQuery extends PageQuery {
  @CodeField(DISPUTE_STATES, 'Only in this state', { optional: true }) state?: DisputeState;
  @IdField('Only about this receivable', { optional: true }) receivableId?: string;
}

export class DisputeAnswerBody {
  @TextField(500, 'What you say to it') note!: string;
}

export class DisputeClosingBody {
  @CodeField(CLOSING_REASONS, 'How it ended') reason!: ClosingReason;
  @TextField(500, 'A word on it', { optional: true }) note?: string;
}

export class WithdrawalBody {
  @CodeField(ANSWER_REASONS, 'Why the confirmation is withdrawn') reason!: AnswerReason;
  @TextField(500, 'A word on it', { optional: true }) note?: string;
}

export class WithdrawalView {
  @IdField('Answer') confirmationId!: string;
  @IdField('Receivable') receivableId!: string;
  @CodeField(['withdrawn', 'disputed'], 'Taken back, or disputed because it is financed')
  outcome!: 'withdrawn' | 'disputed';
  @IdField('The dispute that it became', { nullable: true }) disputeId!: string | null;
}

export class DisputeFileView {
  @IdField('Id of the file in the dispute') id!: string;
  @CodeField(FILE_SIDES, 'Whose evidence it is') side!: FileSide;
  @IdField('The organisation that added it') organisationId!: string;
  @TextField(200, 'Its legal name') organisationName!: string;
  @TextField(200, 'File name') name!: string;
  @TextField(100, 'Media type, judged by the content') mediaType!: string;
  @IntField(0, Number.MAX_SAFE_INTEGER, 'Size in bytes') sizeBytes!: number;
  @TextField(64, 'SHA-256 of the content, hexadecimal') sha256!: string;
  @InstantField('When it was added') addedAt!: string;
}

export class DisputeView {
  @IdField('Id of the dispute') id!: string;
  @IdField('Receivable') receivableId!: string;
  @TextField(1000, 'Invoice number') invoiceNumber!: string;
  @IdField('Supplier') supplierId!: string;
  @TextField(200, 'Legal name of the supplier') supplierName!: string;
  @IdField('Debtor') debtorId!: string;
  @TextField(200, 'Legal name of the debtor') debtorName!: string;
  @CodeField(DISPUTE_CAUSES, 'What it is about') cause!: DisputeCause;
  @IdField('The organisation that caused it, and never closes it') causedBy!: string;
  @TextField(200, 'Its legal name') causedByName!: string;
  @IdField('The organisation that opened it; null: the platform found it', { nullable: true })
  openedByOrganisation!: string | null;
  @TextField(200, 'Its legal name', { nullable: true }) openedByName!: string | null;
  @InstantField('When') openedAt!: string;
  @TextField(100, 'Reason') reason!: string;
  @TextField(500, 'A word on it', { nullable: true }) note!: string | null;
  @MoneyField('What is in dispute', { nullable: true }) amount!: MoneyBody | null;
  @TextField(3, 'Currency of the receivable') currency!: string;
  @FlagField('Keeps the receivable out of further financing') holds!: boolean;
  @CodeField(DISPUTE_STATES, 'Where it stands') state!: DisputeState;
  @TextField(500, 'What its causer answered', { nullable: true }) answer!: string | null;
  @InstantField('When', { nullable: true }) answeredAt!: string | null;
  @InstantField('When it went to the operator', { nullable: true }) escalatedAt!: string | null;
  @IdField('The organisation that closed it', { nullable: true }) closedByOrganisation!: string | null;
  @TextField(200, 'Its legal name', { nullable: true }) closedByName!: string | null;
  @InstantField('When', { nullable: true }) closedAt!: string | null;
  @CodeField(CLOSING_REASONS, 'How it ended', { nullable: true }) closingReason!: ClosingReason | null;
  @TextField(500, 'A word on it', { nullable: true }) closingNote!: string | null;
  @ApiProperty({ type: [DisputeFileView], description: 'Evidence, the oldest first' })
  files!: readonly DisputeFileView[];
  @IntField(1, 2_147_483_647, 'Version') version!: number;
  @ApiProperty({ type: [String], description: 'What you may do with it now' }) actions!: readonly string[];
}

export class DisputePage extends PageOf(DisputeView) {}
