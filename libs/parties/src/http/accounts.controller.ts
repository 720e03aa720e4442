// Bank accounts: proposed by their organisation, verified by the operator.
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  Approvable,
  type Command,
  CurrentActor,
  CurrentCommand,
  IdParam,
  type Page,
  PageQuery,
  Requires,
} from '#platform';
import { AccountQueries, type AccountShown } from '../use-cases/accounts/accounts.queries';
import { DecideAccount } from '../use-cases/accounts/decide-account';
import { ProposeAccount } from '../use-cases/accounts/propose-account';
import { AccountBody, AccountDecisionBody, AccountPage, AccountsQuery, AccountView } from './accounts.dto';

@ApiTags('organisations')
@Controller()
export class AccountsController {
  constructor(
    private readonly proposing: ProposeAccount,
    private readonly deciding: DecideAccount,
    private readonly queries: AccountQueries,
  ) {}

  /** Names a bank account of the caller's own organisation. */
  @Post('organisations/:id/accounts')
  @Requires('account.propose', { idempotencyKey: 'required' })
  @Approvable({
    name: 'parties.propose_account',
    text: { en: 'Propose a bank account', zh: '申报银行账户' },
    takes: ['id', 'body'],
  })
  @ApiCreatedResponse({ type: AccountView })
  async propose(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() body: AccountBody,
  ): Promise<AccountShown> {
    return this.proposing.execute(command, id, body);
  }

  @Get('organisations/:id/accounts')
  @Requires('account.read')
  @ApiOkResponse({ type: AccountPage })
  async list(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Query() page: PageQuery,
  ): Promise<Page<AccountShown>> {
    return this.queries.ofOrganisation(actor, id, page);
  }

  /** Of all organisations that the caller sees: with `state=proposed`, what the operator is to verify. */
  @Get('accounts')
  @Requires('account.read')
  @ApiOkResponse({ type: AccountPage })
  async all(@CurrentActor() actor: Actor, @Query() filter: AccountsQuery): Promise<Page<AccountShown>> {
    return this.queries.page(actor, filter);
  }

  /** Verifies or refuses an account; a verified one replaces the one in force before. */
  @Post('accounts/:id/verification')
  @HttpCode(200)
  @Requires('account.verify', { idempotencyKey: 'required' })
  @Approvable({
    name: 'parties.verify_account',
    text: { en: 'Verify or refuse a bank account', zh: '核验银行账户' },
    takes: ['id', 'body'],
  })
  @ApiOkResponse({ type: AccountView })
  async decide(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() body: AccountDecisionBody,
  ): Promise<AccountShown> {
    return this.deciding.execute(command, id, body);
  }
}
