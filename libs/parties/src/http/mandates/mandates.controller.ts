// Mandates between suppliers: given by the principal, accepted by the agent, ended by either.
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, type Command, CurrentActor, CurrentCommand, IdParam, Requires } from '#platform';
import { AnswerMandate } from '../../use-cases/mandates/answer-mandate';
import { EndMandate } from '../../use-cases/mandates/end-mandate';
import { GiveMandate } from '../../use-cases/mandates/give-mandate';
import { MandateQueries } from '../../use-cases/mandates/mandates.queries';
import {
  MandateAnswerBody,
  MandateBody,
  MandateEndBody,
  MandatePage,
  MandatesQuery,
  MandateView,
} from './mandates.dto';

@ApiTags('organisations')
@Controller('mandates')
export class MandatesController {
  constructor(
    private readonly giving: GiveMandate,
    private readonly answering: AnswerMandate,
    private readonly ending: EndMandate,
    private readonly queries: MandateQueries,
  ) {}

  /** Those of which an organisation in the caller's scope is a side, the newest first. */
  @Get()
  @Requires('mandate.read')
  @ApiOkResponse({ type: MandatePage })
  async list(@CurrentActor() actor: Actor, @Query() filter: MandatesQuery): Promise<MandatePage> {
    const { items, next } = await this.queries.page(actor, filter);
    return { items: [...items], next };
  }

  /** The caller's organisation lets another one bring its invoices; it counts when that one accepts. */
  @Post()
  @Requires('mandate.agree')
  @ApiCreatedResponse({ type: MandateView })
  async give(@CurrentCommand() command: Command, @Body() body: MandateBody): Promise<MandateView> {
    return this.giving.execute(command, body);
  }

  /** The one who is to act accepts or declines. */
  @Post(':id/answer')
  @HttpCode(200)
  @Requires('mandate.agree')
  @ApiOkResponse({ type: MandateView })
  async answer(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() body: MandateAnswerBody,
  ): Promise<MandateView> {
    return this.answering.execute(command, id, body);
  }

  /** Either side ends it at once. */
  @Post(':id/end')
  @HttpCode(200)
  @Requires('mandate.agree')
  @ApiOkResponse({ type: MandateView })
  async end(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() body: MandateEndBody,
  ): Promise<MandateView> {
    return this.ending.execute(command, id, body);
  }
}
