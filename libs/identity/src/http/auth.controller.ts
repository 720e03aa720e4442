// Signing in and out, and one's own account.
import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, CurrentActor, Public, SignedIn } from '#platform';
import { ChangePassword } from '../use-cases/change-password';
import { FinishSignIn } from '../use-cases/session/finish-sign-in';
import { SignIn } from '../use-cases/session/sign-in';
import { SignOut } from '../use-cases/session/sign-out';
import { UserQueries } from '../use-cases/users.queries';
import { callerOf, forgetToken, keepDevice, keepToken } from './cookies';
import { SignInCodeBody } from './security.dto';
import { MeView, PasswordBody, SignedInView, SignInBody } from './auth.dto';
import { UserView } from './users.dto';

@ApiTags('auth')
@Controller('auth')
export class AuthController {
  constructor(
    private readonly signingIn: SignIn,
    private readonly finishing: FinishSignIn,
    private readonly signingOut: SignOut,
    private readonly passwords: ChangePassword,
    private readonly users: UserQueries,
  ) {}

  /** Opens a session: a cookie for the browser, the same token in the answer for other clients. */
  @Post('sign-in')
  @HttpCode(200)
  @Public()
  @ApiOkResponse({ type: SignedInView })
  async signIn(
    @Body() { login, password }: SignInBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInView> {
    const { kept, ...origin } = callerOf(request);
    return opened(reply, kept, await this.signingIn.execute({ login, password, ...origin }));
  }

  /** The second step, where a code is needed: opens the session as above. */
  @Post('sign-in/code')
  @HttpCode(200)
  @Public()
  @ApiOkResponse({ type: SignedInView })
  async signInByCode(
    @Body() { challenge, code }: SignInCodeBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInView> {
    const { kept, ...origin } = callerOf(request);
    return opened(reply, kept, await this.finishing.execute({ challenge, code, ...origin }));
  }

  /** Ends the session at once. */
  @Post('sign-out')
  @HttpCode(204)
  @SignedIn()
  @ApiNoContentResponse()
  async signOut(
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.signingOut.execute(actor);
    forgetToken(reply);
  }

  /** Who is signed in, for which organisation, and what they may do. */
  @Get('me')
  @SignedIn()
  @ApiOkResponse({ type: MeView })
  async me(@CurrentActor() actor: Actor): Promise<MeView> {
    return this.users.me(actor);
  }

  /** Changes one's own password; one's other sessions end. */
  @Post('password')
  @HttpCode(200)
  @SignedIn()
  @ApiOkResponse({ type: UserView })
  async changePassword(@CurrentActor() actor: Actor, @Body() body: PasswordBody): Promise<UserView> {
    return this.passwords.execute(actor, body);
  }
}

function opened(reply: FastifyReply, kept: string, signedIn: SignedInView): SignedInView {
  keepToken(reply, signedIn.token, signedIn.lifetimeSeconds);
  keepDevice(reply, { kept });
  return signedIn;
}
