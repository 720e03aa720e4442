// Limits, and what deals hold of them.
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  Approvable,
  type Command,
  CurrentActor,
  CurrentCommand,
  IdParam,
  PageQuery,
  Requires,
} from '#platform';
import { LimitQueries } from '../use-cases/limits.queries';
import { SetLimit } from '../use-cases/set-limit';
import { DealExposurePage, ExposurePage, LimitBody, LimitPage, LimitsQuery, LimitView } from './limits.dto';

@ApiTags('risk')
@Controller()
export class LimitsController {
  constructor(
    private readonly setting: SetLimit,
    private readonly queries: LimitQueries,
  ) {}

  /** The limits of the caller's organisation with what is left of them, the newest first. */
  @Get('limits')
  @Requires('limit.read')
  @ApiOkResponse({ type: LimitPage })
  async list(@CurrentActor() actor: Actor, @Query() filter: LimitsQuery): Promise<LimitPage> {
    return this.queries.limits(actor, filter);
  }

  /** Sets the first limit of a debtor in a currency, or replaces the one of the expected version. */
  @Post('limits')
  @HttpCode(200)
  @Requires('limit.set')
  @Approvable({
    name: 'risk.set_limit',
    text: { en: 'Set a limit', zh: '设置额度' },
    takes: ['body'],
    amountOf: (answer) => (answer as LimitView).limit,
  })
  @ApiOkResponse({ type: LimitView })
  async set(@CurrentCommand() command: Command, @Body() body: LimitBody): Promise<LimitView> {
    return this.setting.execute(command, body);
  }

  /** Per debtor and currency: limit, use, what is left, and the largest deals. */
  @Get('exposures')
  @Requires('exposure.read')
  @ApiOkResponse({ type: ExposurePage })
  async board(@CurrentActor() actor: Actor, @Query() filter: LimitsQuery): Promise<ExposurePage> {
    return this.queries.board(actor, filter);
  }

  /** All deals of one limit line, the newest first. */
  @Get('exposures/:id/deals')
  @Requires('exposure.read')
  @ApiOkResponse({ type: DealExposurePage })
  async deals(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Query() page: PageQuery,
  ): Promise<DealExposurePage> {
    return this.queries.deals(actor, id, page);
  }
}
