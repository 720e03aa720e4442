// The people who may sign in.
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, type Command, CurrentActor, CurrentCommand, IdParam, Requires } from '#platform';
import { ChangeUserStatus } from '../use-cases/change-user-status';
import { CreateUser } from '../use-cases/create-user';
import { ResetAuthenticator } from '../use-cases/second-factor/reset-authenticator';
import { UserQueries } from '../use-cases/users.queries';
import { NewUserBody, ReasonBody, UserPage, UsersQuery, UserStatusBody, UserView } from './users.dto';

@ApiTags('users')
@Controller('users')
export class UsersController {
  constructor(
    private readonly creation: CreateUser,
    private readonly statuses: ChangeUserStatus,
    private readonly resetting: ResetAuthenticator,
    private readonly queries: UserQueries,
  ) {}

  /** Makes a user with a first password. */
  @Post()
  @Requires('user.create')
  @ApiCreatedResponse({ type: UserView })
  async create(@CurrentCommand() command: Command, @Body() body: NewUserBody): Promise<UserView> {
    return this.creation.execute(command, body);
  }

  /** Users in the caller's scope, the newest first. */
  @Get()
  @Requires('user.read')
  @ApiOkResponse({ type: UserPage })
  async list(@CurrentActor() actor: Actor, @Query() filter: UsersQuery): Promise<UserPage> {
    return this.queries.page(actor, filter);
  }

  /** Takes away the authenticator of somebody who lost it; their sessions end. */
  @Post(':id/totp-reset')
  @HttpCode(200)
  @Requires('user.create')
  @ApiOkResponse({ type: UserView })
  async resetTotp(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() { reason }: ReasonBody,
  ): Promise<UserView> {
    return this.resetting.execute(command, id, reason);
  }

  /** Suspends a user, whose sessions end at once, or lets them back. */
  @Post(':id/status')
  @HttpCode(200)
  @Requires('user.create')
  @ApiOkResponse({ type: UserView })
  async changeStatus(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() body: UserStatusBody,
  ): Promise<UserView> {
    return this.statuses.execute(command, id, body);
  }
}
