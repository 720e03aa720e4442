// Registrations that a court orders struck: entered by one person of the operator, decided by another.
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  type Command,
  CurrentActor,
  CurrentCommand,
  IdParam,
  type Page,
  pageOf,
  Requires,
} from '#platform';
import { type RevocationAnswer, RevokeFiling } from '../../use-cases/objections/revoke-filing';
import {
  RevocationBody,
  RevocationDecisionBody,
  RevocationPage,
  RevocationsQuery,
  RevocationView,
} from './objections.dto';

@ApiTags('registry')
@Controller()
export class RevocationsController {
  constructor(private readonly revoking: RevokeFiling) {}

  /** Enters the order of a court; the registration ends when a second person has compared it with the document. */
  @Post('registrations/:id/revocations')
  @Requires('registration.revoke', { idempotencyKey: 'required' })
  @ApiCreatedResponse({ type: RevocationView })
  ask(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() { court, documentNumber, documentSha256, orderedOn }: RevocationBody,
  ): Promise<RevocationAnswer> {
    return this.revoking.ask(command, id, { court, documentNumber, documentSha256, orderedOn });
  }

  @Get('revocations')
  @Requires('registration.revoke')
  @ApiOkResponse({ type: RevocationPage })
  async list(
    @CurrentActor() actor: Actor,
    @Query() filter: RevocationsQuery,
  ): Promise<Page<RevocationAnswer>> {
    return pageOf(await this.revoking.page(actor, filter), filter);
  }

  @Post('revocations/:id/decision')
  @HttpCode(200)
  @Requires('registration.revoke', { idempotencyKey: 'required' })
  @ApiOkResponse({ type: RevocationView })
  decide(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() { decision, reason = null }: RevocationDecisionBody,
  ): Promise<RevocationAnswer> {
    return this.revoking.decide(command, id, { decision, reason });
  }
}
