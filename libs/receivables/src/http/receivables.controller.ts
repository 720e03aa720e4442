// A supplier's receivables.
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { localDate } from '#kernel';
import { type Actor, type Command, CurrentActor, CurrentCommand, Db, IdParam, Requires } from '#platform';
import { CompleteTerms } from '../use-cases/complete-terms';
import { Responses } from '../use-cases/evidence/responses';
import { ReceivableQueries } from '../use-cases/receivables.queries';
import { ResponseView } from './confirmations.dto';
import { ReceivablePage, ReceivablesQuery, ReceivableView, TermsBody } from './receivables.dto';

@ApiTags('receivables')
@Controller('receivables')
export class ReceivablesController {
  constructor(
    private readonly db: Db,
    private readonly queries: ReceivableQueries,
    private readonly completing: CompleteTerms,
    private readonly responses: Responses,
  ) {}

  @Get()
  @Requires('receivable.read')
  @ApiOkResponse({ type: ReceivablePage })
  async list(@CurrentActor() actor: Actor, @Query() filter: ReceivablesQuery): Promise<ReceivablePage> {
    const { items, next } = await this.queries.page(actor, filter);
    return { items: [...items], next };
  }

  @Get(':id')
  @Requires('receivable.read')
  @ApiOkResponse({ type: ReceivableView })
  async one(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ReceivableView> {
    return this.queries.byId(this.db.reads, actor, id);
  }

  /** How the debtor of this receivable answers, counted from what it did within a year; nothing below five cases. */
  @Get(':id/debtor-response')
  @Requires('receivable.read')
  @ApiOkResponse({ type: ResponseView })
  async debtorResponse(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ResponseView> {
    return this.responses.ofReceivable(actor, id);
  }

  /** States when a draft is due, which puts it before the debtor. */
  @Post(':id/terms')
  @HttpCode(200)
  @Requires('receivable.complete')
  @ApiOkResponse({ type: ReceivableView })
  async complete(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() { dueDate, paymentTermsDays }: TermsBody,
  ): Promise<ReceivableView> {
    return this.completing.execute(command, id, {
      dueDate: dueDate === undefined ? undefined : localDate(dueDate),
      paymentTermsDays,
    });
  }
}
