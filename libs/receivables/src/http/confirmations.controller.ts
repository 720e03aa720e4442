// A debtor's queue of receivables to confirm, and its two-person answer.
import { Body, Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, type Command, CurrentActor, CurrentCommand, IdParam, Requires } from '#platform';
import { CheckAnswers } from '../use-cases/check-answers';
import { ConfirmationQueries } from '../use-cases/confirmations.queries';
import { IssueEvidence } from '../use-cases/evidence/issue-evidence';
import { Responses } from '../use-cases/evidence/responses';
import { ProposeAnswers } from '../use-cases/propose-answers';
import {
  AnswerResultsView,
  AnswersBody,
  CheckResultsView,
  ChecksBody,
  EvidenceFileView,
  QueueTotalsView,
  ResponseView,
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
    private readonly proving: IssueEvidence,
    private readonly responses: Responses,
  ) {}

  /** What is overdue or held comes first, then by due date. */
  @Get()
  @Requires('confirmation.read')
  @ApiOkResponse({ type: TaskPage })
  async list(@CurrentActor() actor: Actor, @Query() filter: TasksQuery): Promise<TaskPage> {
    const { items, next } = await this.queries.page(actor, filter);
    return { items: [...items], next };
  }

  /** How much is still to be answered or checked, by currency. */
  @Get('totals')
  @Requires('confirmation.read')
  @ApiOkResponse({ type: QueueTotalsView })
  async totals(@CurrentActor() actor: Actor): Promise<QueueTotalsView> {
    return { items: await this.queries.totals(actor) };
  }

  /** How this debtor answers, counted from what it did within a year. */
  @Get('responses')
  @Requires('confirmation.read')
  @ApiOkResponse({ type: ResponseView })
  async ownResponses(@CurrentActor() actor: Actor): Promise<ResponseView> {
    return this.responses.own(actor);
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

  /**
   * The evidence of a confirmation as a file: statement, signatures, delivery, receipt and document, signed with the log's
   * key. `youquan confirmation verify` checks it offline; no byte of it can be another.
   */
  @Post(':id/evidence')
  @HttpCode(200)
  @Requires('evidence.issue')
  @Header('content-type', 'application/json; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="confirmation-evidence.json"')
  @ApiOkResponse({ type: EvidenceFileView })
  async evidence(@CurrentCommand() command: Command, @IdParam() id: string): Promise<string> {
    return this.proving.execute(command, id);
  }
}
