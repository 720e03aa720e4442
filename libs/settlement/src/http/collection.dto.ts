// What the routes of collection take and give: imports, payments, and statements of deals.
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
import { LINE_CODES, type LineCode } from '../domain/money/deal-statement';
import type {
  ImportedStatement as ImportedShown,
  StatementImported as StatementImportedShown,
} from '../use-cases/collection/import-statement';
import type { AllocationShown, PaymentShown } from '../use-cases/collection/payments.queries';
import { SettlementTextsView } from './payouts.dto';

const MOST = 1000;
const MOST_INT = 2_147_483_647;

export class ImportReasonView {
  @TextField(100, 'Rule') rule!: string;
  @ObjectField(() => SettlementTextsView, 'What is wrong') message!: SettlementTextsView;
  @ObjectField(() => SettlementTextsView, 'What to do') fix!: SettlementTextsView;
  @IntField(1, MOST_INT, 'Line of the file', { nullable: true }) line!: number | null;
}
export class ImportedStatementView implements ImportedShown {
  @TextField(50, 'Account', { nullable: true }) account!: string | null;
  @CodeField(['imported', 'refused'], 'What became of it') status!: 'imported' | 'refused';
  @ListField(() => ImportReasonView, 'Why, or notes', { min: 0, max: MOST }) reasons!: ImportReasonView[];
  @IntField(0, MOST_INT, 'Booked movements in it') entries!: number;
  @IntField(0, MOST_INT, 'How many of them were new') added!: number;
}
export class StatementImportedView implements StatementImportedShown {
  @IdField('The file', { nullable: true }) fileId!: string | null;
  @FlagField('This very file was imported before; nothing was changed') repeated!: boolean;
  @ListField(() => ImportedStatementView, 'One for each statement in the file', { min: 0, max: MOST })
  statements!: ImportedStatementView[];
  @ApiProperty({ type: [String], format: 'uuid', description: 'Payouts that new movements speak of' })
  payoutIds!: readonly string[];
  @ApiProperty({ type: [String], format: 'uuid', description: 'New payments' })
  paymentIds!: readonly string[];
  @IntField(0, MOST_INT, 'New movements that nobody can explain') unexplained!: number;
}

export class PaymentsQuery extends PageQuery {
  @CodeField(['open', 'spent'], 'Only those with or without anything left', { optional: true })
  state?: 'open' | 'spent';
}
export class AllocationBody {
  @IdField('Deal') dealId!: string;
  @IdField('Receivable') receivableId!: string;
  @MoneyField('How much of the payment') amount!: MoneyBody;
}
export class AllocationsBody {
  @ListField(() => AllocationBody, 'What it pays', { min: 0, max: 200 }) items!: AllocationBody[];
  @FlagField('What is left is owed back to the payer', { optional: true }) restIsOverpaid?: boolean;
}
export class AllocationView implements AllocationShown {
  @IdField('Deal') dealId!: string;
  @IdField('Receivable') receivableId!: string;
  @MoneyField('Part of the payment') amount!: MoneyBody;
  @MoneyField('Of it: advance') principal!: MoneyBody;
  @MoneyField('Of it: interest') interest!: MoneyBody;
  @MoneyField('Of it: surplus') surplus!: MoneyBody;
  @TextField(200, 'Rule that found it, or person') rule!: string;
  @IdField('Who decided; null: the rule', { nullable: true }) allocatedBy!: string | null;
  @InstantField('When') allocatedAt!: string;
}
export class SuggestedItemView extends AllocationBody {
  @TextField(100, 'Number of the invoice') invoiceNumber!: string;
}
export class SuggestionView {
  @ListField(() => SuggestedItemView, 'What it may pay', { max: 200 }) items!: readonly SuggestedItemView[];
  @TextField(60, 'Rule') rule!: string;
  @ApiProperty({ type: Number, minimum: 0, maximum: 1, description: 'How sure the rule is' })
  confidence!: number;
  @FlagField('Sure enough to be allocated by itself') automatic!: boolean;
  @ObjectField(() => SettlementTextsView, 'Why') reason!: SettlementTextsView;
}
export class PaymentView implements PaymentShown {
  @IdField('Id of the payment') id!: string;
  @MoneyField('Amount') amount!: MoneyBody;
  @MoneyField('Allocated') allocated!: MoneyBody;
  @MoneyField('Owed back to the payer') overpaid!: MoneyBody;
  @MoneyField('Neither of the two') free!: MoneyBody;
  @DateField('Booking date') bookedOn!: string;
  @DateField('Value date') valueDate!: string;
  @TextField(200, 'Reference', { nullable: true }) reference!: string | null;
  @TextField(300, 'Payer', { nullable: true }) payerName!: string | null;
  @TextField(100, 'Account of the payer', { nullable: true }) payerAccount!: string | null;
  @TextField(2000, 'Text', { nullable: true }) text!: string | null;
  @ListField(() => AllocationView, 'What it paid', { min: 0, max: MOST }) allocations!: AllocationView[];
  @ObjectField(() => SuggestionView, 'What the rest may be for', { nullable: true })
  suggestion!: SuggestionView | null;
  @IntField(1, MOST_INT, 'Version') version!: number;
  @ApiProperty({ type: [String], description: 'What you may do with it now' }) actions!: readonly string[];
}
export class PaymentPage extends PageOf(PaymentView) {}
export class AllocatedView {
  @IdField('Payment') paymentId!: string;
  @MoneyField('Allocated in all') allocated!: MoneyBody;
  @MoneyField('Owed back to the payer') overpaid!: MoneyBody;
  @MoneyField('Neither of the two') free!: MoneyBody;
  @ApiProperty({ type: [String], format: 'uuid', description: 'Deals that this settled' })
  settledDealIds!: readonly string[];
}

export class StatementLineView {
  @DateField('Value date') date!: string;
  @InstantField('When it was booked') bookedAt!: string;
  @IdField('Posting in the ledger') postingId!: string;
  @CodeField(LINE_CODES, 'What it is') code!: LineCode;
  @ObjectField(() => SettlementTextsView, 'The same in words') text!: SettlementTextsView;
  @MoneyField('Amount; negative when it takes back an earlier line') amount!: MoneyBody;
  @IdField('The posting that it takes back', { nullable: true }) reverses!: string | null;
}
export class StatementSumsView {
  @MoneyField('Paid to the supplier as advance') netCashPaid!: MoneyBody;
  @MoneyField('Fees') fees!: MoneyBody;
  @MoneyField('Interest, deducted or collected') interest!: MoneyBody;
  @MoneyField('Received from debtors') collected!: MoneyBody;
  @MoneyField('Advance still to be collected') advanceOutstanding!: MoneyBody;
  @MoneyField('Surplus still owed to the supplier') surplusOwed!: MoneyBody;
  @MoneyField('Surplus paid to the supplier') surplusPaid!: MoneyBody;
  @MoneyField('Surplus that stayed with the financier') surplusKept!: MoneyBody;
}
export class StatementItemView {
  @IdField('Receivable') receivableId!: string;
  @TextField(100, 'Number of the invoice') invoiceNumber!: string;
  @DateField('Due date, rolled to a working day') settlesOn!: string;
  @MoneyField('To be collected') amount!: MoneyBody;
  @MoneyField('Collected') paid!: MoneyBody;
  @MoneyField('Outstanding') outstanding!: MoneyBody;
}
export class DealStatementView {
  @IdField('Deal') dealId!: string;
  @TextField(20, 'State of the deal') state!: string;
  @TextField(20, 'On what its title rests') titleBasis!: string;
  @ListField(() => StatementLineView, 'From the ledger, in order', { min: 0, max: 100_000 })
  lines!: readonly StatementLineView[];
  @ObjectField(() => StatementSumsView, 'Sums of the lines') sums!: StatementSumsView;
  @ListField(() => StatementItemView, 'The receivables', { min: 0, max: MOST })
  items!: readonly StatementItemView[];
  @ApiProperty({ type: [String], description: 'What you may do with the deal now' })
  actions!: readonly string[];
}
