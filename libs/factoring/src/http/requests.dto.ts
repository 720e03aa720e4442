// What financing requests take and give.
import { ApiProperty } from '@nestjs/swagger';
import {
  CodeField,
  DateField,
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
import { type Grade, GRADES, GradeView, ResponseView } from '#receivables';
import { REQUEST_STATES, type RequestState } from '../domain/states';
import type {
  HeadroomShown,
  RequestItemShown,
  RequestSummary,
  RequestView as RequestShown,
} from '../use-cases/requests/requests.queries';

const MOST_RECEIVABLES = 200;
const MOST_FINANCIERS = 50;
const MOST_VERSIONS = 2_147_483_647;

export class AskedReceivableBody {
  @IdField('Receivable') receivableId!: string;
  @MoneyField('How much of it; absent: all that is still free', { optional: true }) amount?: MoneyBody;
}

export class RequestBody {
  @ListField(() => AskedReceivableBody, 'Receivables of one currency, each named once', {
    max: MOST_RECEIVABLES,
  })
  receivables!: AskedReceivableBody[];
  @IdListField('Financiers that may offer', { max: MOST_FINANCIERS }) financierIds!: string[];
  @InstantField('When offers end; absent: after the number of days that the operator set', { optional: true })
  closesAt?: string;
}

export class RequestsQuery extends PageQuery {
  @CodeField(REQUEST_STATES, 'Only in this state', { optional: true }) state?: RequestState;
  @CodeField(GRADES, 'Only with evidence of at least this grade', { optional: true }) grade?: Grade;
}

export class RequestSummaryView implements RequestSummary {
  @IdField('Id of the request') id!: string;
  @IdField('Supplier') supplierId!: string;
  @TextField(200, 'Name of the supplier') supplierName!: string;
  @CodeField(REQUEST_STATES, 'State') state!: RequestState;
  @MoneyField('Sum of the amounts offered') total!: MoneyBody;
  @IntField(1, MOST_RECEIVABLES, 'Number of receivables') itemCount!: number;
  @DateField('The earliest due date') firstDueDate!: string;
  @CodeField(GRADES, 'The weakest evidence among the receivables when it was asked', { nullable: true })
  worstGrade!: Grade | null;
  @InstantField('When offers end') closesAt!: string;
  @InstantField('When it was made') createdAt!: string;
  @InstantField('When it was closed, withdrawn or found expired', { nullable: true }) endedAt!: string | null;
  @IntField(0, MOST_FINANCIERS, 'Live offers that you may see') liveOffers!: number;
  @MoneyField('For a financier: how much of it your limits on the debtors have room for', { nullable: true })
  roomForIt!: MoneyBody | null;
  @IntField(1, MOST_VERSIONS, 'Version') version!: number;
  @ApiProperty({ type: [String], description: 'What you may do with it now' }) actions!: string[];
}

export class RequestItemView implements RequestItemShown {
  @IdField('Receivable') receivableId!: string;
  @IdField('Debtor') debtorId!: string;
  @TextField(200, 'Name of the debtor') debtorName!: string;
  @TextField(100, 'Number of the invoice') invoiceNumber!: string;
  @DateField('Date of the invoice') issueDate!: string;
  @DateField('Due date that offers are priced on') dueDate!: string;
  @MoneyField('Offered here') amount!: MoneyBody;
  @MoneyField('Payable by the invoice') payable!: MoneyBody;
  @MoneyField('Confirmed by the debtor', { nullable: true }) confirmed!: MoneyBody | null;
  @TextField(20, 'State of the receivable now') state!: string;
  @MoneyField('Held by registered deals already') claimed!: MoneyBody;
  @MoneyField('Confirmed and not held by a deal') free!: MoneyBody;
  @ObjectField(() => GradeView, 'How good the evidence of the confirmation is, and why', { nullable: true })
  grade!: GradeView | null;
  @FlagField('A dispute holds it: nothing more of it is financed until it is closed') isDisputed!: boolean;
  @FlagField('The contract forbids assignment: it does not bind third parties, and is to be known')
  hasNoAssignmentClause!: boolean;
}

export class HeadroomView implements HeadroomShown {
  @IdField('Debtor') debtorId!: string;
  @TextField(200, 'Name of the debtor') debtorName!: string;
  @MoneyField('Offered here, owed by this debtor') asked!: MoneyBody;
  @MoneyField('Your limit on the debtor; null: none is set', { nullable: true }) limit!: MoneyBody | null;
  @MoneyField('Used of it', { nullable: true }) used!: MoneyBody | null;
  @MoneyField('Left of it', { nullable: true }) headroom!: MoneyBody | null;
}

export class AddressedView {
  @IdField('Financier') id!: string;
  @TextField(200, 'Name') name!: string;
}

export class RequestView extends RequestSummaryView implements RequestShown {
  @ListField(() => RequestItemView, 'The receivables', { max: MOST_RECEIVABLES }) items!: RequestItemView[];
  @ListField(() => ResponseView, 'How the debtors answer, counted from what they did', {
    min: 0,
    max: MOST_RECEIVABLES,
  })
  responses!: ResponseView[];
  @ListField(() => AddressedView, 'Whom the supplier asked; null for a financier', {
    max: MOST_FINANCIERS,
    nullable: true,
  })
  financiers!: AddressedView[] | null;
  @ListField(() => HeadroomView, 'Your own limits on the debtors; null for the supplier', {
    max: MOST_RECEIVABLES,
    nullable: true,
  })
  headroom!: HeadroomView[] | null;
}

export class RequestPage extends PageOf(RequestSummaryView) {}
