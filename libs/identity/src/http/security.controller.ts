// One's own keys and sessions.
import { Body, Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Actor, CurrentActor, IdParam, SignedIn } from '#platform';
import { BeginEnrolment } from '../use-cases/second-factor/begin-enrolment';
import { ConfirmEnrolment } from '../use-cases/second-factor/confirm-enrolment';
import { RemoveAuthenticator } from '../use-cases/second-factor/remove-authenticator';
import { RenewRecoveryCodes } from '../use-cases/second-factor/renew-recovery-codes';
import { SessionList } from '../use-cases/session/session-list';
import { keepToken } from './cookies';
import {
  CodeBody,
  EndedView,
  EnrolledView,
  EnrolmentView,
  OwnPasswordBody,
  ProofBody,
  RecoveryCodesView,
  SessionsView,
} from './security.dto';

@ApiTags('auth')
@Controller('auth')
export class SecurityController {
  constructor(
    private readonly beginning: BeginEnrolment,
    private readonly confirmation: ConfirmEnrolment,
    private readonly removal: RemoveAuthenticator,
    private readonly renewal: RenewRecoveryCodes,
    private readonly sessions: SessionList,
  ) {}

  /** A secret for an authenticator; it counts after a first code. */
  @Post('totp')
  @HttpCode(200)
  @SignedIn()
  @ApiOkResponse({ type: EnrolmentView })
  async begin(@CurrentActor() actor: Actor, @Body() { password }: OwnPasswordBody): Promise<EnrolmentView> {
    return this.beginning.execute(actor, password);
  }

  /** The first code. Other sessions end, this one goes on under a new token. */
  @Post('totp/confirmation')
  @HttpCode(200)
  @SignedIn()
  @ApiOkResponse({ type: EnrolledView })
  async confirm(
    @CurrentActor() actor: Actor,
    @Body() { code }: CodeBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EnrolledView> {
    const { lifetimeSeconds, ...enrolled } = await this.confirmation.execute(actor, code);
    keepToken(reply, enrolled.token, lifetimeSeconds);
    return enrolled;
  }

  /** Gives up the authenticator. */
  @Post('totp/removal')
  @HttpCode(204)
  @SignedIn()
  @ApiNoContentResponse()
  async remove(@CurrentActor() actor: Actor, @Body() body: ProofBody): Promise<void> {
    await this.removal.execute(actor, body);
  }

  /** New recovery codes; those before are void. */
  @Post('totp/recovery-codes')
  @HttpCode(200)
  @SignedIn()
  @ApiOkResponse({ type: RecoveryCodesView })
  async renewCodes(@CurrentActor() actor: Actor, @Body() body: ProofBody): Promise<RecoveryCodesView> {
    return { recoveryCodes: await this.renewal.execute(actor, body) };
  }

  /** Where one is signed in, the newest first. */
  @Get('sessions')
  @SignedIn()
  @ApiOkResponse({ type: SessionsView })
  async list(@CurrentActor() actor: Actor): Promise<SessionsView> {
    return { items: await this.sessions.of(actor) };
  }

  /** Ends all of one's sessions but this one. */
  @Post('sessions/end-others')
  @HttpCode(200)
  @SignedIn()
  @ApiOkResponse({ type: EndedView })
  async endOthers(@CurrentActor() actor: Actor): Promise<EndedView> {
    return this.sessions.endOthers(actor);
  }

  /** Ends one of one's sessions. */
  @Post('sessions/:id/end')
  @HttpCode(204)
  @SignedIn()
  @ApiNoContentResponse()
  async end(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<void> {
    await this.sessions.end(actor, id);
  }
}
