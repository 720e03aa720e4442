// Joining: applications from outside, the operator's checks and decision, and invitations to trading partners.
import { Body, Controller, Get, HttpCode, Ip, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  type Command,
  CurrentActor,
  CurrentCommand,
  IdParam,
  type Page,
  PageQuery,
  Public,
  Requires,
} from '#platform';
import { ApplicationQueries, type ApplicationShown } from '../use-cases/joining/applications.queries';
import { CheckApplication } from '../use-cases/joining/check-application';
import { DecideApplication } from '../use-cases/joining/decide-application';
import { InvitationQueries, type InvitationShown } from '../use-cases/joining/invitations.queries';
import { InvitePartner } from '../use-cases/joining/invite-partner';
import { SubmitApplication } from '../use-cases/joining/submit-application';
import {
  JoiningBody,
  ApplicationPage,
  ApplicationReceiptView,
  ApplicationsQuery,
  ApplicationView,
  CheckBody,
  DecisionBody,
  InvitationPage,
  InvitationView,
  PartnerInvitationBody,
} from './joining.dto';

@ApiTags('joining')
@Controller()
export class JoiningController {
  constructor(
    private readonly submitting: SubmitApplication,
    private readonly checking: CheckApplication,
    private readonly deciding: DecideApplication,
    private readonly inviting: InvitePartner,
    private readonly applications: ApplicationQueries,
    private readonly invitations: InvitationQueries,
  ) {}

  /** Applies for an organisation that is not here yet. */
  @Post('applications')
  @Public()
  @ApiCreatedResponse({ type: ApplicationReceiptView })
  async submit(@Body() body: JoiningBody, @Ip() address: string): Promise<ApplicationReceiptView> {
    return this.submitting.execute(body, address);
  }

  /** What the operator is to check and decide, the newest first. */
  @Get('applications')
  @Requires('organisation.onboard')
  @ApiOkResponse({ type: ApplicationPage })
  async list(
    @CurrentActor() actor: Actor,
    @Query() filter: ApplicationsQuery,
  ): Promise<Page<ApplicationShown>> {
    return this.applications.page(actor, filter);
  }

  @Get('applications/:id')
  @Requires('organisation.onboard')
  @ApiOkResponse({ type: ApplicationView })
  async one(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ApplicationShown> {
    return this.applications.byId(actor, id);
  }

  /** Writes down a check that a person made. */
  @Post('applications/:id/checks')
  @HttpCode(200)
  @Requires('organisation.onboard')
  @ApiOkResponse({ type: ApplicationView })
  async check(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() body: CheckBody,
  ): Promise<ApplicationShown> {
    return this.checking.byHand(command, id, body);
  }

  /** Asks the public register and writes down what it answers, or that it does not. */
  @Post('applications/:id/register-lookup')
  @HttpCode(200)
  @Requires('organisation.onboard')
  @ApiOkResponse({ type: ApplicationView })
  async lookUp(@CurrentCommand() command: Command, @IdParam() id: string): Promise<ApplicationShown> {
    return this.checking.byRegister(command, id);
  }

  /** Accepts it, so that it is an organisation whose first user is invited, or refuses it. */
  @Post('applications/:id/decision')
  @HttpCode(200)
  @Requires('organisation.onboard')
  @ApiOkResponse({ type: ApplicationView })
  async decide(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() body: DecisionBody,
  ): Promise<ApplicationShown> {
    return this.deciding.execute(command, id, body);
  }

  /** Invites a trading partner of the caller's organisation by a one-time link. */
  @Post('invitations')
  @Requires('partner.invite')
  @ApiCreatedResponse({ type: InvitationView })
  async invite(
    @CurrentCommand() command: Command,
    @Body() body: PartnerInvitationBody,
  ): Promise<InvitationShown> {
    return this.inviting.execute(command, body);
  }

  /** The invitations of the caller's organisation, the newest first. */
  @Get('invitations')
  @Requires('partner.invite')
  @ApiOkResponse({ type: InvitationPage })
  async invited(@CurrentActor() actor: Actor, @Query() page: PageQuery): Promise<Page<InvitationShown>> {
    return this.invitations.page(actor, page);
  }
}
