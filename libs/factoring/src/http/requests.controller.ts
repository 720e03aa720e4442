// Financing requests: a supplier asks chosen financiers for money.
import { money } from '#kernel';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  type Command,
  CurrentActor,
  CurrentCommand,
  IdParam,
  type Page,
  Requires,
} from '#platform';
import { ComparisonQueries, type ComparisonView as Comparison } from '../use-cases/offers/comparison.queries';
import { PricePreview, type PricePreviewView as Preview } from '../use-cases/offers/price-preview';
import { OpenRequest } from '../use-cases/requests/open-request';
import {
  RequestQueries,
  type RequestSummary,
  type RequestView as RequestShown,
} from '../use-cases/requests/requests.queries';
import { WithdrawRequest } from '../use-cases/requests/withdraw-request';
import { CashPlanQueries, type CashPlanView as CashPlan } from '../use-cases/need/cash-plan.queries';
import { CashPlanQuery, CashPlanView } from './cash-plan.dto';
import { ComparisonView, PricePreviewView, PriceQuery } from './comparison.dto';
import { RequestBody, RequestPage, RequestsQuery, RequestView } from './requests.dto';

@ApiTags('financing')
@Controller('financing-requests')
export class RequestsController {
  constructor(
    private readonly openRequest: OpenRequest,
    private readonly withdrawRequest: WithdrawRequest,
    private readonly requests: RequestQueries,
    private readonly comparisons: ComparisonQueries,
    private readonly prices: PricePreview,
    private readonly plans: CashPlanQueries,
  ) {}

  /** Offers confirmed receivables of one currency to chosen financiers. */
  @Post()
  @Requires('request.create', { idempotencyKey: 'required' })
  @ApiCreatedResponse({ type: RequestView })
  async open(@CurrentCommand() command: Command, @Body() body: RequestBody): Promise<RequestShown> {
    return this.openRequest.execute(command, body);
  }

  /** The supplier's own requests, or those a financier was asked by, the newest first. */
  @Get()
  @Requires('request.read')
  @ApiOkResponse({ type: RequestPage })
  async list(@CurrentActor() actor: Actor, @Query() filter: RequestsQuery): Promise<Page<RequestSummary>> {
    return this.requests.page(actor, filter);
  }

  /** For the supplier: which offers on its open requests to accept for an amount of cash at the least cost. Computed only. */
  @Get('cash-plan')
  @Requires('offer.accept')
  @ApiOkResponse({ type: CashPlanView })
  async plan(@CurrentActor() actor: Actor, @Query() { amount, currency }: CashPlanQuery): Promise<CashPlan> {
    return this.plans.of(actor, money(amount, currency));
  }

  @Get(':id')
  @Requires('request.read')
  @ApiOkResponse({ type: RequestView })
  async one(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<RequestShown> {
    return this.requests.byId(actor, id);
  }

  /** For the supplier: the offers side by side, with their true cost for today. */
  @Get(':id/comparison')
  @Requires('offer.read')
  @ApiOkResponse({ type: ComparisonView })
  async compare(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<Comparison> {
    return this.comparisons.compare(actor, id);
  }

  /** For a financier: what a bid on these terms would pay and cost. Computed only; nothing is kept. */
  @Get(':id/price')
  @Requires('offer.create')
  @ApiOkResponse({ type: PricePreviewView })
  async price(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Query() terms: PriceQuery,
  ): Promise<Preview> {
    return this.prices.of(actor, id, terms);
  }

  /** Takes an open request back and turns its offers down. */
  @Post(':id/withdrawal')
  @HttpCode(200)
  @Requires('request.withdraw', { idempotencyKey: 'required' })
  @ApiOkResponse({ type: RequestView })
  async withdraw(@CurrentCommand() command: Command, @IdParam() id: string): Promise<RequestShown> {
    return this.withdrawRequest.execute(command, id);
  }
}
