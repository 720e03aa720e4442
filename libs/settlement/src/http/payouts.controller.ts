// Payouts: instructed by one person of the financier, released by another, decided by the bank.
import { Body, Controller, Get, Header, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  type Command,
  CurrentActor,
  CurrentCommand,
  IdParam,
  type Page,
  Requires,
} from '#platform';
import { CheckPayout } from '../use-cases/payouts/check-payout';
import { InstructPayout } from '../use-cases/payouts/instruct-payout';
import { PayoutQueries, type PayoutShown } from '../use-cases/payouts/payouts.queries';
import {
  PayoutBody,
  PayoutCheckBody,
  PayoutPage,
  PayoutRejectionBody,
  PayoutsQuery,
  PayoutView,
} from './payouts.dto';

@ApiTags('settlement')
@Controller('payouts')
export class PayoutsController {
  constructor(
    private readonly instructing: InstructPayout,
    private readonly checking: CheckPayout,
    private readonly queries: PayoutQueries,
  ) {}

  @Post()
  @Requires('payout.instruct', { idempotencyKey: 'required' })
  @ApiCreatedResponse({ type: PayoutView })
  async instruct(@CurrentCommand() command: Command, @Body() body: PayoutBody): Promise<PayoutShown> {
    return this.instructing.execute(command, body.dealId, body.kind);
  }

  @Get()
  @Requires('payout.read')
  @ApiOkResponse({ type: PayoutPage })
  async list(@CurrentActor() actor: Actor, @Query() filter: PayoutsQuery): Promise<Page<PayoutShown>> {
    return this.queries.page(actor, filter);
  }

  @Get(':id')
  @Requires('payout.read')
  @ApiOkResponse({ type: PayoutView })
  async one(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<PayoutShown> {
    return this.queries.byId(actor, id);
  }

  /** The second person releases or declines it. */
  @Post(':id/check')
  @HttpCode(200)
  @Requires('payout.approve', { idempotencyKey: 'required' })
  @ApiOkResponse({ type: PayoutView })
  async check(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() body: PayoutCheckBody,
  ): Promise<PayoutShown> {
    return this.checking.execute(command, id, body);
  }

  /** Notes that the bank refused it; it can be instructed anew. */
  @Post(':id/rejection')
  @HttpCode(200)
  @Requires('payout.approve', { idempotencyKey: 'required' })
  @ApiOkResponse({ type: PayoutView })
  async reject(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() { reason }: PayoutRejectionBody,
  ): Promise<PayoutShown> {
    return this.checking.reject(command, id, reason);
  }

  /** The pain.001 for the bank. */
  @Get(':id/pain001')
  @Requires('payout.approve')
  @Header('x-content-type-options', 'nosniff')
  @ApiProduces('application/xml')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async file(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<StreamableFile> {
    const { name, xml } = await this.queries.file(actor, id);
    const bytes = Buffer.from(xml, 'utf8');
    return new StreamableFile(bytes, {
      type: 'application/xml',
      disposition: `attachment; filename="${name}"`,
      length: bytes.length,
    });
  }
}
