// What the routes of fee statements take and give.
import { IdField, IntField, MoneyBody, MoneyField, PageOf, PageQuery, TextField } from '#platform';
import type { FeeStatement } from '../use-cases/fees/fee-statements';

const MONTH = 'Month in which fees were charged, YYYY-MM';

export class FeeStatementFileQuery {
  @TextField(7, MONTH) month!: string;
  @IdField('Only what this organisation owes', { optional: true }) organisationId?: string;
}

export class FeeStatementsQuery extends PageQuery {
  @TextField(7, MONTH) month!: string;
  @IdField('Only what this organisation owes', { optional: true }) organisationId?: string;
}

export class FeeStatementView implements FeeStatement {
  @IdField('Who owes it') organisationId!: string;
  @TextField(200, 'Its legal name') legalName!: string;
  @TextField(7, MONTH) month!: string;
  @IntField(1, 2_147_483_647, 'How many lines') lines!: number;
  @MoneyField('What they come to; negative when corrections outweigh') amount!: MoneyBody;
}

export class FeeStatementPage extends PageOf(FeeStatementView) {}
