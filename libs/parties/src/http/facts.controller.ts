// Dated facts about organisations: size, industry, region.
import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, type Command, CurrentActor, CurrentCommand, IdParam, Requires } from '#platform';
import { FactQueries } from '../use-cases/facts/facts.queries';
import { RecordFact } from '../use-cases/facts/record-fact';
import { FactBody, FactList, FactView } from './facts.dto';

@ApiTags('organisations')
@Controller('organisations/:id/facts')
export class FactsController {
  constructor(
    private readonly recording: RecordFact,
    private readonly queries: FactQueries,
  ) {}

  /** What holds today, and all that was recorded, the latest first. */
  @Get()
  @Requires('organisation.read')
  @ApiOkResponse({ type: FactList })
  async list(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<FactList> {
    return this.queries.ofOrganisation(actor, id);
  }

  /** Records a fact; a correction is a later record of the same date. */
  @Post()
  @Requires('organisation.describe')
  @ApiCreatedResponse({ type: FactView })
  async record(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() body: FactBody,
  ): Promise<FactView> {
    return this.recording.execute(command, id, body);
  }
}
