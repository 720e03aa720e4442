// What the routes of tax verification take and give.
import { ApiProperty } from '@nestjs/swagger';
import {
  CodeField,
  FlagField,
  IdField,
  IdListField,
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
import {
  TAX_ABSENCES,
  TAX_FIELDS,
  TAX_REASONS,
  TAX_RESULTS,
  TAX_STANDINGS,
  type TaxAbsence,
  type TaxField,
  type TaxReason,
  type TaxResultKind,
  type TaxStanding,
} from '../../domain/tax/tax-check';
import type { TaxCheckShown, TaxPanel, TaxResultShown } from '../../use-cases/tax/tax-checks';
import { ItemFaultView } from '../views.dto';

const MOST_A_DAY = 1000;

export class TaxChecksBody {
  @IdListField('Receivables whose invoices are checked', { max: 1000 }) receivableIds!: string[];
}

export class TaxChecksQuery extends PageQuery {
  @FlagField('Only those that wait for an answer', { optional: true }) waiting?: boolean;
}

export class TaxResultView implements TaxResultShown {
  @CodeField(TAX_RESULTS, 'What the tax bureau holds') kind!: TaxResultKind;
  @ApiProperty({ enum: TAX_FIELDS, isArray: true, description: 'Fields in which it differs' })
  differing!: readonly TaxField[];
  @MoneyField('Reversed by red-letter invoices and not known before', { nullable: true })
  redAmount!: MoneyBody | null;
  @TextField(40, 'Number of the last of them', { nullable: true }) redNumber!: string | null;
  @CodeField(TAX_ABSENCES, 'Why there was no answer', { nullable: true }) why!: TaxAbsence | null;
  @TextField(64, 'SHA-256 of what was answered, hexadecimal') rawHash!: string;
  @InstantField('When it was answered') answeredAt!: string;
}

export class TaxCheckView implements TaxCheckShown {
  @IdField('Id of the check') id!: string;
  @CodeField(TAX_REASONS, 'What it was asked for') reason!: TaxReason;
  @TextField(40, 'By which way the tax bureau was asked') bureau!: string;
  @InstantField('When it was asked') askedAt!: string;
  @ObjectField(() => TaxResultView, 'The answer; null while it waits', { nullable: true })
  result!: TaxResultView | null;
}

export class TaxPanelView implements TaxPanel {
  @IdField('Receivable') receivableId!: string;
  @TextField(1000, 'Invoice number') invoiceNumber!: string;
  @CodeField(TAX_STANDINGS, 'Where the invoice stands') standing!: TaxStanding;
  @IntField(0, MOST_A_DAY, 'Checks left today') left!: number;
  @IntField(0, MOST_A_DAY, 'Checks a day') quota!: number;
  @ListField(() => TaxCheckView, 'The newest first', { min: 0, max: 20 }) checks!: readonly TaxCheckView[];
}

export class TaxCheckLineView extends TaxCheckView {
  @IdField('Receivable') receivableId!: string;
  @TextField(1000, 'Invoice number') invoiceNumber!: string;
}
export class TaxCheckPage extends PageOf(TaxCheckLineView) {}

export class TaxCheckRequestedView {
  @IdField('Receivable') receivableId!: string;
  @CodeField(['asked', 'refused'], 'What became of it') outcome!: 'asked' | 'refused';
  @IdField('The check', { nullable: true }) checkId!: string | null;
  @ObjectField(() => ItemFaultView, 'Why not', { nullable: true }) error!: ItemFaultView | null;
}
export class TaxChecksRequestedView {
  @ListField(() => TaxCheckRequestedView, 'One per receivable, in order', { min: 1, max: 1000 })
  items!: TaxCheckRequestedView[];
}
export class TaxResultsImportedView {
  @IntField(0, 1_000_000, 'Checks that have their answer now') recorded!: number;
  @IntField(0, 1_000_000, 'Lines about checks that are unknown or had their answer') skipped!: number;
}
