// Disputes, and the withdrawal of a confirmation, which may become one.
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, type Command, CurrentActor, CurrentCommand, IdParam, Requires } from '#platform';
import { DisputeQueries } from '../../use-cases/disputes/disputes.queries';
import { SettleDispute } from '../../use-cases/disputes/settle-dispute';
import { WithdrawConfirmation } from '../../use-cases/disputes/withdraw-confirmation';
import {
  DisputeAnswerBody,
  DisputeClosingBody,
  DisputePage,
  DisputesQuery,
  DisputeView,
  WithdrawalBody,
  WithdrawalView,
} from './disputes.dto';

@ApiTags('disputes')
@Controller()
export class DisputesController {
  constructor(
    private readonly queries: DisputeQueries,
    private readonly settling: SettleDispute,
    private readonly withdrawing: WithdrawConfirmation,
  ) {}

  @Get('disputes')
  @Requires('dispute.read')
  @ApiOkResponse({ type: DisputePage })
  async list(@CurrentActor() actor: Actor, @Query() filter: DisputesQuery): Promise<DisputePage> {
    const { items, next } = await this.queries.page(actor, filter);
    return { items: [...items], next };
  }

  @Get('disputes/:id')
  @Requires('dispute.read')
  @ApiOkResponse({ type: DisputeView })
  async one(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<DisputeView> {
    return this.queries.one(actor, id);
  }

  /** What the organisation that caused it says to it. */
  @Post('disputes/:id/answer')
  @HttpCode(200)
  @Requires('dispute.settle')
  @ApiOkResponse({ type: DisputeView })
  async answer(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() { note }: DisputeAnswerBody,
  ): Promise<DisputeView> {
    return this.settling.execute(command, id, { step: 'answer', note });
  }

  /** Puts it before the operator, who alone closes it then. */
  @Post('disputes/:id/escalation')
  @HttpCode(200)
  @Requires('dispute.settle')
  @ApiOkResponse({ type: DisputeView })
  async escalate(@CurrentCommand() command: Command, @IdParam() id: string): Promise<DisputeView> {
    return this.settling.execute(command, id, { step: 'escalate' });
  }

  /** Ends it, with a reason; never by the organisation that caused it. */
  @Post('disputes/:id/closing')
  @HttpCode(200)
  @Requires('dispute.settle')
  @ApiOkResponse({ type: DisputeView })
  async close(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() { reason, note }: DisputeClosingBody,
  ): Promise<DisputeView> {
    return this.settling.execute(command, id, { step: 'close', reason, note: note ?? null });
  }

  /** Takes a confirmation back; where the receivable is financed it stands, and a dispute is opened instead. */
  @Post('confirmations/:id/withdrawal')
  @HttpCode(200)
  @Requires('confirmation.withdraw')
  @ApiOkResponse({ type: WithdrawalView })
  async withdraw(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() { reason, note }: WithdrawalBody,
  ): Promise<WithdrawalView> {
    return this.withdrawing.execute(command, id, { reason, note: note ?? null });
  }
}
