// Numbers of organisations that come and go.
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, type Command, CurrentActor, CurrentCommand, IdParam, Requires } from '#platform';
import { ChangeIdentifier } from '../../use-cases/identifiers/change-identifier';
import { IdentifierQueries } from '../../use-cases/identifiers/identifiers.queries';
import { OrganisationView } from '../organisations.dto';
import { IdentifierChangeBody, IdentifierHistory } from './identifiers.dto';

@ApiTags('organisations')
@Controller('organisations/:id/identifiers')
export class IdentifiersController {
  constructor(
    private readonly changing: ChangeIdentifier,
    private readonly queries: IdentifierQueries,
  ) {}

  /** Which numbers it got and gave up since it was taken on. */
  @Get()
  @Requires('organisation.read')
  @ApiOkResponse({ type: IdentifierHistory })
  async history(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<IdentifierHistory> {
    return this.queries.ofOrganisation(actor, id);
  }

  /** Adds a number, or retires one; a retired one leads to nobody else ever after. */
  @Post()
  @HttpCode(200)
  @Requires('organisation.describe')
  @ApiOkResponse({ type: OrganisationView })
  async change(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() body: IdentifierChangeBody,
  ): Promise<OrganisationView> {
    return this.changing.execute(command, id, body);
  }
}
