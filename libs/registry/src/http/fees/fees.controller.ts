// Fees of registering: what was charged, line by line, and putting a charge right.
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  type Command,
  CurrentActor,
  CurrentCommand,
  IdParam,
  type Page,
  pageOf,
  Requires,
} from '#platform';
import { CorrectFee } from '../../use-cases/fees/correct-fee';
import { FeeQueries, type FeeShown } from '../../use-cases/fees/fees.queries';
import { FeeCorrectionBody, FeeLinePage, FeesQuery, FeeLineView } from './fees.dto';

@ApiTags('registry')
@Controller('fees')
export class FeesController {
  constructor(
    private readonly queries: FeeQueries,
    private readonly correct: CorrectFee,
  ) {}

  @Get()
  @Requires('fee.read')
  @ApiOkResponse({ type: FeeLinePage })
  async list(@CurrentActor() actor: Actor, @Query() asked: FeesQuery): Promise<Page<FeeShown>> {
    return pageOf(await this.queries.page(actor, asked), asked);
  }

  /** By the id of the charge. What was charged stays; the difference is a line of the present month. */
  @Post(':id/correction')
  @Requires('fee.correct', { idempotencyKey: 'required' })
  @ApiCreatedResponse({ type: FeeLineView })
  correction(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() body: FeeCorrectionBody,
  ): Promise<FeeShown> {
    return this.correct.execute(command, id, body);
  }
}
