// The programs of an organisation that act by themselves.
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
import { ChangeClientKeys } from '../../use-cases/clients/change-client-keys';
import { ChangeClientStatus } from '../../use-cases/clients/change-client-status';
import { ClientQueries } from '../../use-cases/clients/clients.queries';
import { RegisterClient } from '../../use-cases/clients/register-client';
import {
  ClientKeyBody,
  ClientPage,
  ClientStatusBody,
  ClientView,
  KeyRetirementBody,
  NewClientBody,
} from './clients.dto';

@ApiTags('clients')
@Controller('clients')
export class ClientsController {
  constructor(
    private readonly registration: RegisterClient,
    private readonly keys: ChangeClientKeys,
    private readonly statuses: ChangeClientStatus,
    private readonly queries: ClientQueries,
  ) {}

  /** Registers a program of one's own organisation. It gets no token before it has a key. */
  @Post()
  @Requires('client.manage')
  @ApiCreatedResponse({ type: ClientView })
  async register(@CurrentCommand() command: Command, @Body() body: NewClientBody): Promise<ClientView> {
    return this.registration.execute(command, body);
  }

  /** Machine clients in the caller's scope, the newest first. */
  @Get()
  @Requires('client.read')
  @ApiOkResponse({ type: ClientPage })
  async list(@CurrentActor() actor: Actor, @Query() filter: PageQuery): Promise<ClientPage> {
    return this.queries.page(actor, filter);
  }

  /** Adds a public key; several may be in force at once. */
  @Post(':id/keys')
  @Requires('client.manage')
  @ApiCreatedResponse({ type: ClientView })
  async addKey(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() body: ClientKeyBody,
  ): Promise<ClientView> {
    return this.keys.add(command, id, body);
  }

  /** Retires a key; the client's tokens end. */
  @Post(':id/keys/retirement')
  @HttpCode(200)
  @Requires('client.manage')
  @ApiOkResponse({ type: ClientView })
  async retireKey(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() { kid }: KeyRetirementBody,
  ): Promise<ClientView> {
    return this.keys.retire(command, id, kid);
  }

  /** Suspends a client, whose tokens end, or lets it back. */
  @Post(':id/status')
  @HttpCode(200)
  @Requires('client.manage')
  @ApiOkResponse({ type: ClientView })
  async changeStatus(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() body: ClientStatusBody,
  ): Promise<ClientView> {
    return this.statuses.execute(command, id, body);
  }
}
