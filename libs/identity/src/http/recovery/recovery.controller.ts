// Verifying one's address, and a new password for whoever forgot theirs.
import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { type Actor, CurrentActor, IdParam, Public, Requires, SignedIn } from '#platform';
import { AskReset } from '../../use-cases/recovery/ask-reset';
import { DecideReset } from '../../use-cases/recovery/decide-reset';
import { ProposeReset } from '../../use-cases/recovery/propose-reset';
import { ResetPassword } from '../../use-cases/recovery/reset-password';
import { StateEmail } from '../../use-cases/recovery/state-email';
import { VerifyEmail } from '../../use-cases/recovery/verify-email';
import { ReasonBody, UserView } from '../users.dto';
import {
  EmailBody,
  EmailView,
  ForgottenBody,
  HandoverView,
  LinkBody,
  NewPasswordBody,
  ResetDecidedView,
  ResetDecisionBody,
  ResetLoginView,
  ResetView,
} from './recovery.dto';

@ApiTags('auth')
@Controller()
export class RecoveryController {
  constructor(
    private readonly stating: StateEmail,
    private readonly verifying: VerifyEmail,
    private readonly asking: AskReset,
    private readonly resetting: ResetPassword,
    private readonly proposing: ProposeReset,
    private readonly deciding: DecideReset,
  ) {}

  /** States one's address; it counts when the link sent to it was opened. */
  @Post('auth/email')
  @HttpCode(200)
  @SignedIn()
  @ApiOkResponse({ type: UserView })
  async stateEmail(@CurrentActor() actor: Actor, @Body() body: EmailBody): Promise<UserView> {
    return this.stating.execute(actor, body);
  }

  /** Opens the link that was sent to an address. */
  @Post('auth/email/confirmation')
  @HttpCode(200)
  @Public()
  @ApiOkResponse({ type: EmailView })
  async verifyEmail(@Body() { token }: LinkBody): Promise<EmailView> {
    return this.verifying.execute(token);
  }

  /** Sends a link to the person's verified address; the answer is the same whether there is one or not. */
  @Post('auth/password-reset/request')
  @HttpCode(204)
  @Public()
  @ApiNoContentResponse()
  async forgotten(@Body() { login }: ForgottenBody, @Req() { ip: address }: FastifyRequest): Promise<void> {
    await this.asking.execute({ login, address });
  }

  /** What a link to a new password asks for; in a body, so that the link is in no address and no log. */
  @Post('auth/password-reset/link')
  @HttpCode(200)
  @Public()
  @ApiOkResponse({ type: ResetView })
  async look(@Body() { token }: LinkBody): Promise<ResetView> {
    return this.resetting.look(token);
  }

  /** Sets the new password; all sessions end, and the link opens nothing after it. */
  @Post('auth/password-reset')
  @HttpCode(200)
  @Public()
  @ApiOkResponse({ type: ResetLoginView })
  async reset(@Body() body: NewPasswordBody): Promise<ResetLoginView> {
    return this.resetting.execute(body);
  }

  /** Asks for a new password of somebody else; another person must agree. */
  @Post('users/:id/password-reset')
  @HttpCode(200)
  @Requires('user.create')
  @ApiOkResponse({ type: HandoverView })
  async propose(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() { reason }: ReasonBody,
  ): Promise<HandoverView> {
    return this.proposing.execute(actor, id, reason);
  }

  /** Agrees to it, or not; agreement gives the one-time link. */
  @Post('users/:id/password-reset/decision')
  @HttpCode(200)
  @Requires('user.create')
  @ApiOkResponse({ type: ResetDecidedView })
  async decide(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() { decision }: ResetDecisionBody,
  ): Promise<ResetDecidedView> {
    return this.deciding.execute(actor, id, decision);
  }
}
