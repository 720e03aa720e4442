// Requests to leave the platform: asked by the organisation, decided by the operator.
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, type Command, CurrentActor, CurrentCommand, IdParam, Requires } from '#platform';
import { DecideDeparture } from '../../use-cases/departure/decide-departure';
import { DepartureQueries } from '../../use-cases/departure/departures.queries';
import { RequestDeparture } from '../../use-cases/departure/request-departure';
import {
  DepartureDecisionBody,
  DeparturePage,
  DepartureRequestBody,
  DeparturesQuery,
  DepartureView,
} from './departures.dto';

@ApiTags('organisations')
@Controller('departure-requests')
export class DeparturesController {
  constructor(
    private readonly requesting: RequestDeparture,
    private readonly deciding: DecideDeparture,
    private readonly queries: DepartureQueries,
  ) {}

  /** Those in the caller's scope, the newest first, with what still keeps each organisation here. */
  @Get()
  @Requires('departure.read')
  @ApiOkResponse({ type: DeparturePage })
  async list(@CurrentActor() actor: Actor, @Query() filter: DeparturesQuery): Promise<DeparturePage> {
    const { items, next } = await this.queries.page(actor, filter);
    return { items: [...items], next };
  }

  /** The caller's organisation asks to leave. */
  @Post()
  @Requires('departure.request')
  @ApiCreatedResponse({ type: DepartureView })
  async request(
    @CurrentCommand() command: Command,
    @Body() body: DepartureRequestBody,
  ): Promise<DepartureView> {
    return this.requesting.execute(command, body);
  }

  /** Takes an open request back. */
  @Post(':id/withdrawal')
  @HttpCode(200)
  @Requires('departure.request')
  @ApiOkResponse({ type: DepartureView })
  async withdraw(@CurrentCommand() command: Command, @IdParam() id: string): Promise<DepartureView> {
    return this.requesting.withdraw(command, id);
  }

  /** Lets the organisation go, for good, or says why not. */
  @Post(':id/decision')
  @HttpCode(200)
  @Requires('organisation.onboard')
  @ApiOkResponse({ type: DepartureView })
  async decide(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() body: DepartureDecisionBody,
  ): Promise<DepartureView> {
    return this.deciding.execute(command, id, body);
  }
}
