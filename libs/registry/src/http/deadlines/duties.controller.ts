// What is due for registrations: stated by whoever filed or is named in them, and read by them.
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
import { type DutyAnswer, DutyQueries } from '../../use-cases/deadlines/duties.queries';
import { StateDuty } from '../../use-cases/deadlines/state-duty';
import { DutiesQuery, DutyBody, DutyPage, DutyView } from './duties.dto';

@ApiTags('registry')
@Controller()
export class DutiesController {
  constructor(
    private readonly stating: StateDuty,
    private readonly queries: DutyQueries,
  ) {}

  /** Whoever may object may first ask: the registration is unchanged, and whoever filed it is told and reminded. */
  @Post('registrations/:id/duties')
  @Requires('objection.file', { idempotencyKey: 'required' })
  @ApiCreatedResponse({ type: DutyView })
  state(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() { ground, occurredOn, formerName = null, newName = null }: DutyBody,
  ): Promise<DutyAnswer> {
    return this.stating.execute(command, id, { ground, occurredOn, formerName, newName });
  }

  @Get('duties')
  @Requires('registration.read')
  @ApiOkResponse({ type: DutyPage })
  async list(@CurrentActor() actor: Actor, @Query() filter: DutiesQuery): Promise<Page<DutyAnswer>> {
    return pageOf(await this.queries.page(actor, filter), filter);
  }
}
