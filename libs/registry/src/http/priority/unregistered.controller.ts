// Claims that their holders state without registering them: ranks put them behind every registration.
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { money } from '#kernel';
import {
  type Actor,
  type Command,
  CurrentActor,
  CurrentCommand,
  IdParam,
  type Page,
  pageOf,
  PageQuery,
  Requires,
} from '#platform';
import { StateClaim, type UnregisteredAnswer } from '../../use-cases/unregistered/state-claim';
import { UnregisteredQueries } from '../../use-cases/unregistered/unregistered.queries';
import {
  UnregisteredClaimBody,
  UnregisteredClaimEndBody,
  UnregisteredClaimPage,
  UnregisteredClaimView,
} from './unregistered.dto';

@ApiTags('registry')
@Controller('unregistered-claims')
export class UnregisteredController {
  constructor(
    private readonly stating: StateClaim,
    private readonly queries: UnregisteredQueries,
  ) {}

  @Post()
  @Requires('registration.file', { idempotencyKey: 'required' })
  @ApiCreatedResponse({ type: UnregisteredClaimView })
  state(
    @CurrentCommand() command: Command,
    @Body() { amount, noticeArrivedAt = null, ...stated }: UnregisteredClaimBody,
  ): Promise<UnregisteredAnswer> {
    const taken = amount ? money(amount.amount, amount.currency) : null;
    return this.stating.state(command, { ...stated, noticeArrivedAt, amount: taken });
  }

  @Get()
  @Requires('registration.file')
  @ApiOkResponse({ type: UnregisteredClaimPage })
  async list(@CurrentActor() actor: Actor, @Query() filter: PageQuery): Promise<Page<UnregisteredAnswer>> {
    return pageOf(await this.queries.page(actor, filter), filter);
  }

  @Get(':id')
  @Requires('registration.file')
  @ApiOkResponse({ type: UnregisteredClaimView })
  one(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<UnregisteredAnswer> {
    return this.queries.one(actor, id);
  }

  /** Paid, taken back, or registered now. */
  @Post(':id/end')
  @HttpCode(200)
  @Requires('registration.file', { idempotencyKey: 'required' })
  @ApiOkResponse({ type: UnregisteredClaimView })
  end(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() { reason }: UnregisteredClaimEndBody,
  ): Promise<UnregisteredAnswer> {
    return this.stating.end(command, id, reason);
  }
}
