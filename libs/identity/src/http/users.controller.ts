// The people who may sign in.
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, type Command, CurrentActor, CurrentCommand, IdParam, Requires } from '#platform';
import { ChangeUserStatus } from '../use-cases/change-user-status';
import { CreateUser } from '../use-cases/create-user';
import { AssignRoles } from '../use-cases/people/assign-roles';
import { DecideRoles } from '../use-cases/people/decide-roles';
import { RequireSecondFactor } from '../use-cases/people/require-second-factor';
import { ResetAuthenticator } from '../use-cases/second-factor/reset-authenticator';
import { UserQueries } from '../use-cases/users.queries';
import {
  NewUserBody,
  ReasonBody,
  RolesBody,
  RolesDecisionBody,
  SecondFactorRuleBody,
  UserPage,
  UsersQuery,
  UserStatusBody,
  UserView,
} from './users.dto';

@ApiTags('users')
@Controller('users')
export class UsersController {
  constructor(
    private readonly creation: CreateUser,
    private readonly statuses: ChangeUserStatus,
    private readonly assigning: AssignRoles,
    private readonly deciding: DecideRoles,
    private readonly rule: RequireSecondFactor,
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

  /** Changes what a user may do, whose sessions end; one's own roles await somebody else. */
  @Post(':id/roles')
  @HttpCode(200)
  @Requires('user.assign')
  @ApiOkResponse({ type: UserView })
  async assignRoles(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() body: RolesBody,
  ): Promise<UserView> {
    return this.assigning.execute(command, id, body);
  }

  /** Decides on the roles that a user asked for themselves. */
  @Post(':id/roles/decision')
  @HttpCode(200)
  @Requires('user.assign')
  @ApiOkResponse({ type: UserView })
  async decideRoles(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() { decision }: RolesDecisionBody,
  ): Promise<UserView> {
    return this.deciding.execute(command, id, decision);
  }

  /** Whether everybody of one's organisation must have an authenticator. */
  @Post('second-factor-rule')
  @HttpCode(200)
  @Requires('user.assign')
  @ApiOkResponse({ type: SecondFactorRuleBody })
  async requireSecondFactor(
    @CurrentCommand() command: Command,
    @Body() body: SecondFactorRuleBody,
  ): Promise<SecondFactorRuleBody> {
    return this.rule.execute(command, body);
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
