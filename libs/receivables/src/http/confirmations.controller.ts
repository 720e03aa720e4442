// A debtor's queue of receivables to confirm, and its two-person answer.
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, type Command, CurrentActor, CurrentCommand, Requires } from '#platform';
import { CheckAnswers } from '../use-cases/check-answers';
import { ConfirmationQueries } from '../use-cases/confirmations.queries';
import { ProposeAnswers } from '../use-cases/propose-answers';
import {
  AnswerResultsView,
  AnswersBody,
  CheckResultsView,
  ChecksBody,
  TaskPage,
  TasksQuery,
} from './confirmations.dto';

@ApiTags('confirmations')
@Controller('confirmations')
export class ConfirmationsController {
  constructor(
    private readonly queries: ConfirmationQueries,
    private readonly proposing: ProposeAnswers,
    private readonly checking: CheckAnswers,
  ) {}

  /** By due date. */
  @Get()
  @Requires('confirmation.read')
  @ApiOkResponse({ type: TaskPage })
  async list(@CurrentActor() actor: Actor, @Query() filter: TasksQuery): Promise<TaskPage> {
    const { items, next } = await this.queries.page(actor, filter);
    return { items: [...items], next };
  }

  /** Proposes answers; each awaits a colleague's check. */
  @Post()
  @Requires('confirmation.propose')
  @ApiCreatedResponse({ type: AnswerResultsView })
  async propose(
    @CurrentCommand() command: Command,
    @Body() { items }: AnswersBody,
  ): Promise<AnswerResultsView> {
    return this.proposing.execute(command, items);
  }

  /** Approves or declines what a colleague proposed. */
  @Post('checks')
  @HttpCode(200)
  @Requires('confirmation.check')
  @ApiOkResponse({ type: CheckResultsView })
  async check(@CurrentCommand() command: Command, @Body() { items }: ChecksBody): Promise<CheckResultsView> {
    return this.checking.execute(command, items);
  }
}
