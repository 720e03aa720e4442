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
import { LockAccount } from '../use-cases/accounts/lock-account';
import { TestAccount } from '../use-cases/accounts/test-account';
import { ProposeAccount } from '../use-cases/accounts/propose-account';
import {
  AccountBody,
  AccountDecisionBody,
  AccountLockBody,
  AccountPage,
  AccountsQuery,
  AccountView,
  TestAnswerBody,
} from './accounts.dto';

@ApiTags('organisations')
@Controller()
export class AccountsController {
  constructor(
    private readonly proposing: ProposeAccount,
    private readonly deciding: DecideAccount,
    private readonly testing: TestAccount,
    private readonly locking: LockAccount,
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

  /** Starts the one-cent test: the answer says what the operator's bank is to send. */
  @Post('accounts/:id/test')
  @HttpCode(200)
  @Requires('account.verify')
  @ApiOkResponse({ type: AccountView })
  async test(@CurrentCommand() command: Command, @IdParam() id: string): Promise<AccountShown> {
    return this.testing.send(command, id);
  }

  /** What its owner reads in the statement; the third wrong answer ends the test. */
  @Post('accounts/:id/test-answer')
  @HttpCode(200)
  @Requires('account.propose')
  @ApiOkResponse({ type: AccountView })
  async answer(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() body: TestAnswerBody,
  ): Promise<AccountShown> {
    return this.testing.answer(command, id, body);
  }

  /** Locks a verified account at once; only a new verification unlocks it. */
  @Post('accounts/:id/lock')
  @HttpCode(200)
  @Requires('account.lock')
  @ApiOkResponse({ type: AccountView })
  async lock(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() body: AccountLockBody,
  ): Promise<AccountShown> {
    return this.locking.execute(command, id, body);
  }
}
