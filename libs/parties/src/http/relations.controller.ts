// Trading relations between suppliers and debtors, agreed by both.
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, type Command, CurrentActor, CurrentCommand, IdParam, Requires } from '#platform';
import { DecideRelation } from '../use-cases/trading/decide-relation';
import { ProposeRelation } from '../use-cases/trading/propose-relation';
import { RelationQueries } from '../use-cases/trading/relations.queries';
import {
  RelationBody,
  RelationDecisionBody,
  RelationPage,
  RelationsQuery,
  RelationView,
} from './relations.dto';

@ApiTags('organisations')
@Controller('trading-relations')
export class RelationsController {
  constructor(
    private readonly proposing: ProposeRelation,
    private readonly deciding: DecideRelation,
    private readonly queries: RelationQueries,
  ) {}

  /** Those of the caller's organisation, on either side, the newest first. */
  @Get()
  @Requires('relation.read')
  @ApiOkResponse({ type: RelationPage })
  async list(@CurrentActor() actor: Actor, @Query() page: RelationsQuery): Promise<RelationPage> {
    const { items, next } = await this.queries.page(actor, page);
    return { items: [...items], next };
  }

  /** States that the caller's organisation trades with another one; it counts when that one confirms. */
  @Post()
  @Requires('relation.agree')
  @ApiCreatedResponse({ type: RelationView })
  async propose(@CurrentCommand() command: Command, @Body() body: RelationBody): Promise<RelationView> {
    return this.proposing.execute(command, body);
  }

  /** The other side confirms or declines. */
  @Post(':id/decision')
  @HttpCode(200)
  @Requires('relation.agree')
  @ApiOkResponse({ type: RelationView })
  async decide(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() body: RelationDecisionBody,
  ): Promise<RelationView> {
    return this.deciding.execute(command, id, body);
  }
}
