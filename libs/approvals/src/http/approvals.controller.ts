// Deeds that wait for a second person, and which deeds do.
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  Approvable,
  type Command,
  CurrentActor,
  CurrentCommand,
  IdParam,
  type Page,
  Requires,
} from '#platform';
import { type ApprovalShown, ApprovalQueries } from '../use-cases/approvals.queries';
import { DecideApproval } from '../use-cases/decide-approval';
import { type MarkAnswer, SET_MARK, SetMark } from '../use-cases/set-mark';
import {
  ApprovalPage,
  ApprovalsQuery,
  ApprovalView,
  ApprovalDecisionBody,
  MarkAnswerView,
  MarkBody,
  MarkList,
} from './approvals.dto';

@ApiTags('approvals')
@Controller()
export class ApprovalsController {
  constructor(
    private readonly queries: ApprovalQueries,
    private readonly deciding: DecideApproval,
    private readonly marking: SetMark,
  ) {}

  /** Of the caller's organisation, the newest first. */
  @Get('approvals')
  @Requires('approval.read')
  @ApiOkResponse({ type: ApprovalPage })
  async list(@CurrentActor() actor: Actor, @Query() filter: ApprovalsQuery): Promise<Page<ApprovalShown>> {
    return this.queries.page(actor, filter);
  }

  @Get('approvals/:id')
  @Requires('approval.read')
  @ApiOkResponse({ type: ApprovalView })
  async one(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ApprovalShown> {
    return this.queries.byId(actor, id);
  }

  /** Approves, which does the deed in the name of its maker, or declines. Never the maker. */
  @Post('approvals/:id/decision')
  @HttpCode(200)
  @Requires('approval.decide')
  @ApiOkResponse({ type: ApprovalView })
  async decide(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() body: ApprovalDecisionBody,
  ): Promise<ApprovalShown> {
    return this.deciding.execute(command, id, body);
  }

  /** The maker takes it back. */
  @Post('approvals/:id/withdrawal')
  @HttpCode(200)
  @Requires('approval.decide')
  @ApiOkResponse({ type: ApprovalView })
  async withdraw(@CurrentCommand() command: Command, @IdParam() id: string): Promise<ApprovalShown> {
    return this.deciding.withdraw(command, id);
  }

  /** Every deed that the caller may do and that can be marked. */
  @Get('approval-marks')
  @Requires('approval.read')
  @ApiOkResponse({ type: MarkList })
  async marks(@CurrentActor() actor: Actor): Promise<MarkList> {
    return { items: await this.marking.list(actor) };
  }

  /** Marks a deed of the caller's organisation, or unmarks it, which itself waits for a second person. */
  @Post('approval-marks')
  @HttpCode(200)
  @Requires('approval.mark')
  @Approvable({
    name: SET_MARK,
    text: { en: 'Let a deed go without a second person', zh: '放宽复核设置' },
    takes: ['body'],
  })
  @ApiOkResponse({ type: MarkAnswerView })
  async mark(@CurrentCommand() command: Command, @Body() body: MarkBody): Promise<MarkAnswer> {
    return this.marking.execute(command, body);
  }
}
