// The keys with which an organisation's people sign its answers.
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
import { ChangeKey } from '../../use-cases/signing/change-key';
import { KeyQueries } from '../../use-cases/signing/keys.queries';
import { RegisterKey } from '../../use-cases/signing/register-key';
import {
  KeyDecisionBody,
  KeyRevocationBody,
  NewKeyBody,
  SigningKeyPage,
  SigningKeyView,
} from './signing.dto';

@ApiTags('confirmations')
@Controller('signing-keys')
export class SigningKeysController {
  constructor(
    private readonly registering: RegisterKey,
    private readonly changing: ChangeKey,
    private readonly queries: KeyQueries,
  ) {}

  @Get()
  @Requires('key.read')
  @ApiOkResponse({ type: SigningKeyPage })
  async list(@CurrentActor() actor: Actor, @Query() page: PageQuery): Promise<SigningKeyPage> {
    const { items, next } = await this.queries.page(actor, page);
    return { items: [...items], next };
  }

  /** Registers the public half of a key that the browser made; a colleague approves it. */
  @Post()
  @Requires('key.register')
  @ApiCreatedResponse({ type: SigningKeyView })
  async register(@CurrentCommand() command: Command, @Body() body: NewKeyBody): Promise<SigningKeyView> {
    return this.registering.execute(command, body);
  }

  /** Approves or declines a colleague's key. */
  @Post(':id/decision')
  @HttpCode(200)
  @Requires('key.approve')
  @ApiOkResponse({ type: SigningKeyView })
  async decide(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() { decision }: KeyDecisionBody,
  ): Promise<SigningKeyView> {
    return this.changing.decide(command, id, decision);
  }

  /** From now on it signs no more; what it signed stays signed. */
  @Post(':id/revocation')
  @HttpCode(200)
  @Requires('key.revoke')
  @ApiOkResponse({ type: SigningKeyView })
  async revoke(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() { reason }: KeyRevocationBody,
  ): Promise<SigningKeyView> {
    return this.changing.revoke(command, id, reason);
  }
}
