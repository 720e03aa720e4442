// Organisations: onboarding, search, suspension, and the directory of financiers.
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  type Command,
  CurrentActor,
  CurrentCommand,
  IdParam,
  PageQuery,
  Requires,
} from '#platform';
import { ChangeOrganisationStatus } from '../use-cases/change-organisation-status';
import { OffboardOrganisation } from '../use-cases/departure/offboard-organisation';
import { OnboardOrganisation } from '../use-cases/onboard-organisation';
import { RenameOrganisation } from '../use-cases/names/rename-organisation';
import { OrganisationQueries } from '../use-cases/organisations.queries';
import {
  DepartureBody,
  FinancierPage,
  NameChangeBody,
  OnboardingBody,
  OrganisationPage,
  OrganisationsQuery,
  OrganisationStatusBody,
  OrganisationView,
} from './organisations.dto';

@ApiTags('organisations')
@Controller()
export class OrganisationsController {
  constructor(
    private readonly onboarding: OnboardOrganisation,
    private readonly statuses: ChangeOrganisationStatus,
    private readonly departing: OffboardOrganisation,
    private readonly renaming: RenameOrganisation,
    private readonly queries: OrganisationQueries,
  ) {}

  /** Takes an organisation onto the platform. */
  @Post('organisations')
  @Requires('organisation.onboard')
  @ApiCreatedResponse({ type: OrganisationView })
  async onboard(@CurrentCommand() command: Command, @Body() body: OnboardingBody): Promise<OrganisationView> {
    return this.onboarding.execute(command, body);
  }

  /** Organisations in the caller's scope, the newest first. */
  @Get('organisations')
  @Requires('organisation.read')
  @ApiOkResponse({ type: OrganisationPage })
  async list(
    @CurrentActor() actor: Actor,
    @Query() { capability, ...filter }: OrganisationsQuery,
  ): Promise<OrganisationPage> {
    return this.queries.page(actor, { ...filter, ...(capability && { capabilities: [capability] }) });
  }

  @Get('organisations/:id')
  @Requires('organisation.read')
  @ApiOkResponse({ type: OrganisationView })
  async one(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<OrganisationView> {
    return this.queries.byId(actor, id);
  }

  /** Suspends an organisation, or lets it back. */
  @Post('organisations/:id/status')
  @HttpCode(200)
  @Requires('organisation.onboard')
  @ApiOkResponse({ type: OrganisationView })
  async changeStatus(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() body: OrganisationStatusBody,
  ): Promise<OrganisationView> {
    return this.statuses.execute(command, id, body);
  }

  /** Records a change of the legal name; the former name stays and is found. */
  @Post('organisations/:id/name')
  @HttpCode(200)
  @Requires('organisation.describe')
  @ApiOkResponse({ type: OrganisationView })
  async rename(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() body: NameChangeBody,
  ): Promise<OrganisationView> {
    return this.renaming.execute(command, id, body);
  }

  /** The organisation leaves for good; refused while deals or receivables of its own are open. */
  @Post('organisations/:id/departure')
  @HttpCode(200)
  @Requires('organisation.onboard')
  @ApiOkResponse({ type: OrganisationView })
  async offboard(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() body: DepartureBody,
  ): Promise<OrganisationView> {
    return this.departing.execute(command, id, body);
  }

  /** Those who may be asked for money: active banks, factors and finance companies. */
  @Get('financiers')
  @Requires('directory.read')
  @ApiOkResponse({ type: FinancierPage })
  async financiers(@Query() page: PageQuery): Promise<FinancierPage> {
    const { items, next } = await this.queries.financiers(page);
    return { items: items.map(({ id, legalName, capabilities }) => ({ id, legalName, capabilities })), next };
  }
}
