// Agreements by which one registration lets another go first: proposed by one side, answered by the other.
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
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
import { ProposeSubordination } from '../../use-cases/subordination/propose-subordination';
import {
  type SubordinationAnswer,
  SubordinationQueries,
} from '../../use-cases/subordination/subordinations.queries';
import { TakeSubordinationStep } from '../../use-cases/subordination/take-subordination-step';
import {
  SubordinationBody,
  SubordinationPage,
  SubordinationsQuery,
  SubordinationStepBody,
  SubordinationView,
} from './subordinations.dto';

@ApiTags('registry')
@Controller('subordinations')
export class SubordinationsController {
  constructor(
    private readonly proposing: ProposeSubordination,
    private readonly stepping: TakeSubordinationStep,
    private readonly queries: SubordinationQueries,
  ) {}

  @Post()
  @Requires('registration.file', { idempotencyKey: 'required' })
  @ApiCreatedResponse({ type: SubordinationView })
  propose(@CurrentCommand() command: Command, @Body() body: SubordinationBody): Promise<SubordinationAnswer> {
    return this.proposing.execute(command, body);
  }

  @Get()
  @Requires('registration.read')
  @ApiOkResponse({ type: SubordinationPage })
  async list(
    @CurrentActor() actor: Actor,
    @Query() filter: SubordinationsQuery,
  ): Promise<Page<SubordinationAnswer>> {
    return pageOf(await this.queries.page(actor, filter), filter);
  }

  @Get(':id')
  @Requires('registration.read')
  @ApiOkResponse({ type: SubordinationView })
  one(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<SubordinationAnswer> {
    return this.queries.one(actor, id);
  }

  /** It binds once both sides have said yes, and ends once both have. */
  @Post(':id/steps')
  @HttpCode(200)
  @Requires('registration.file', { idempotencyKey: 'required' })
  @ApiOkResponse({ type: SubordinationView })
  step(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() { step }: SubordinationStepBody,
  ): Promise<SubordinationAnswer> {
    return this.stepping.execute(command, id, step);
  }
}
