// Objections to registrations, and what becomes of them.
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
import { FileObjection } from '../../use-cases/objections/file-objection';
import { MoveObjection } from '../../use-cases/objections/move-objection';
import { type ObjectionAnswer, ObjectionQueries } from '../../use-cases/objections/objections.queries';
import {
  ObjectionBody,
  ObjectionPage,
  ObjectionProofBody,
  ObjectionsQuery,
  ObjectionView,
  ObjectionWithdrawalBody,
} from './objections.dto';

@ApiTags('registry')
@Controller('objections')
export class ObjectionsController {
  constructor(
    private readonly filing: FileObjection,
    private readonly moving: MoveObjection,
    private readonly queries: ObjectionQueries,
  ) {}

  /** By the number of a registration, which anyone has from a search; the registration stands. */
  @Post()
  @Requires('objection.file', { idempotencyKey: 'required' })
  @ApiCreatedResponse({ type: ObjectionView })
  object(
    @CurrentCommand() command: Command,
    @Body() { number, objector, reason, evidenceName = null, evidenceSha256 = null }: ObjectionBody,
  ): Promise<ObjectionAnswer> {
    return this.filing.execute(command, { number, objector, reason, evidenceName, evidenceSha256 });
  }

  @Get()
  @Requires('registration.read')
  @ApiOkResponse({ type: ObjectionPage })
  async list(@CurrentActor() actor: Actor, @Query() filter: ObjectionsQuery): Promise<Page<ObjectionAnswer>> {
    return pageOf(await this.queries.page(actor, filter), filter);
  }

  @Get(':id')
  @Requires('registration.read')
  @ApiOkResponse({ type: ObjectionView })
  one(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ObjectionAnswer> {
    return this.queries.shown(actor, id);
  }

  /** A court or a tribunal has taken the case: the objection no longer lapses. */
  @Post(':id/proof')
  @HttpCode(200)
  @Requires('objection.file', { idempotencyKey: 'required' })
  @ApiOkResponse({ type: ObjectionView })
  prove(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() { kind, body, caseNumber, acceptedOn, documentSha256 = null }: ObjectionProofBody,
  ): Promise<ObjectionAnswer> {
    return this.moving.prove(command, id, { kind, body, caseNumber, acceptedOn, documentSha256 });
  }

  @Post(':id/withdrawal')
  @HttpCode(200)
  @Requires('objection.file', { idempotencyKey: 'required' })
  @ApiOkResponse({ type: ObjectionView })
  withdraw(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() { reason }: ObjectionWithdrawalBody,
  ): Promise<ObjectionAnswer> {
    return this.moving.withdraw(command, id, reason);
  }
}
