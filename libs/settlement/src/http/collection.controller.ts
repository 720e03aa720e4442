// Collection: what banks report, what payments pay, and the statement of a deal.
import { Body, Controller, Get, HttpCode, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { money } from '#kernel';
import {
  type Actor,
  type Command,
  CurrentActor,
  CurrentCommand,
  IdParam,
  MAX_UPLOAD_BYTES,
  type Page,
  Requires,
  uploadedFile,
} from '#platform';
import { AllocatePayment, type Allocated } from '../use-cases/collection/allocate-payment';
import type { StatementImported } from '../use-cases/collection/import-statement';
import { PaymentQueries, type PaymentShown } from '../use-cases/collection/payments.queries';
import { type DealStatementShown, DealStatementQueries } from '../use-cases/deal-statement.queries';
import { ReceiveStatement } from '../use-cases/receive-statement';
import {
  AllocatedView,
  AllocationsBody,
  DealStatementView,
  PaymentPage,
  PaymentsQuery,
  PaymentView,
  StatementImportedView,
} from './collection.dto';

const FILE = {
  type: 'object',
  required: ['file'],
  properties: { file: { type: 'string', format: 'binary' } },
};

@ApiTags('settlement')
@Controller()
export class CollectionController {
  constructor(
    private readonly receiving: ReceiveStatement,
    private readonly allocating: AllocatePayment,
    private readonly payments: PaymentQueries,
    private readonly statements: DealStatementQueries,
  ) {}

  /** Takes a camt.052, camt.053 or camt.054 file; what it tells a second time changes nothing. */
  @Post('statements')
  @HttpCode(200)
  @Requires('statement.import', { idempotencyKey: 'required' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FILE })
  @ApiOkResponse({ type: StatementImportedView })
  async import(
    @CurrentCommand() command: Command,
    @Req() request: FastifyRequest,
  ): Promise<StatementImported> {
    const { name, bytes } = await uploadedFile(request, MAX_UPLOAD_BYTES);
    return this.receiving.execute(command, name, bytes);
  }

  @Get('payments')
  @Requires('payment.read')
  @ApiOkResponse({ type: PaymentPage })
  async list(
    @CurrentActor() actor: Actor,
    @Query() { state, ...page }: PaymentsQuery,
  ): Promise<Page<PaymentShown>> {
    return this.payments.page(actor, { ...page, ...(state && { open: state === 'open' }) });
  }

  @Get('payments/:id')
  @Requires('payment.read')
  @ApiOkResponse({ type: PaymentView })
  async one(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<PaymentShown> {
    return this.payments.byId(actor, id);
  }

  /** A person says what a payment pays. */
  @Post('payments/:id/allocation')
  @HttpCode(200)
  @Requires('payment.allocate', { idempotencyKey: 'required' })
  @ApiOkResponse({ type: AllocatedView })
  async allocate(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() { items, restIsOverpaid = false }: AllocationsBody,
  ): Promise<Allocated> {
    const wanted = items.map(({ dealId, receivableId, amount }) => ({
      dealId,
      receivableId,
      amount: money(amount.amount, amount.currency),
    }));
    return this.allocating.execute(command, id, { items: wanted, restIsOverpaid, rule: 'person' });
  }

  /** Dated lines from the ledger that explain every deduction. */
  @Get('deals/:id/statement')
  @Requires('statement.read')
  @ApiOkResponse({ type: DealStatementView })
  async statement(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<DealStatementShown> {
    return this.statements.of(actor, id);
  }
}
