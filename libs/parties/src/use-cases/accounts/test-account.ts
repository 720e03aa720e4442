// The one-cent test: the operator's bank, or the operator by hand, sends 0.01 with a reference of six digits, and the
// organisation says what it reads in its own statement. Three wrong answers end the test, and with it the proposal.
import { randomInt } from 'node:crypto';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Clock, newId, shardOf } from '#kernel';
import { type Actor, CLOCK, type Command, Events, Once, type Tx } from '#platform';
import { AccountTestStore } from '../../data/account-test/account-test.store';
import { type AccountRow, BankAccountStore } from '../../data/bank-account.store';
import {
  answerTest,
  assertMayDecide,
  assertMayTest,
  assertTestOpen,
  type BankAccount,
} from '../../domain/bank-account';
import { TEST_BANK, type TestBank } from '../../domain/account-test/test-bank';
import { errors } from '../../domain/errors';
import { accountTestAsked } from '../../parties.events';
import { type AccountShown, accountShown } from './accounts.queries';

const DIGITS = 6;

@Injectable()
export class TestAccount {
  constructor(
    private readonly once: Once,
    private readonly accounts: BankAccountStore,
    private readonly tests: AccountTestStore,
    private readonly audit: AuditLog,
    private readonly events: Events,
    @Optional() @Inject(TEST_BANK) private readonly bank: TestBank | null,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws parties.account_not_found (404), account_decided, test_sent (409), account_own (422) */
  async send(command: Command, id: string): Promise<AccountShown> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const found = await this.accounts.lock(tx, actor.scope, id);
      if (!found) throw errors.account_not_found();
      assertMayDecide(found, 'verified', actor);
      assertMayTest(found);
      const testReference = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
      const sent = { ...found, testReference, testSentAt: this.clock.now() };
      const payment = this.bank ? await this.ask(tx, this.bank, found) : null;
      return this.keep(tx, actor, { ...sent, payment }, 'parties.account_test_sent');
    });
  }

  private async ask(tx: Tx, { name: bank }: TestBank, { id: accountId }: AccountRow) {
    const id = newId<'account_test'>(shardOf(accountId));
    await this.tests.add(tx, { id, accountId, bank, askedAt: this.clock.now() });
    await this.events.emit(tx, accountTestAsked, [{ testId: id }]);
    return { bank, tries: 0, outcome: null, refusal: null };
  }

  /** A wrong answer is kept, and so is answered and not thrown. @throws parties.account_not_found (404), test_closed (409) */
  async answer(
    command: Command,
    id: string,
    { reference }: { readonly reference: string },
  ): Promise<AccountShown> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const found = await this.accounts.lock(tx, actor.scope, id);
      if (found?.organisationId !== actor.organisationId) throw errors.account_not_found();
      assertTestOpen(found, found.payment);
      const answered = { ...found, ...answerTest(found, reference, this.clock.now()) };
      const action = answered.testPassedAt ? 'parties.account_test_passed' : 'parties.account_test_failed';
      return this.keep(tx, actor, answered, action);
    });
  }

  private async keep(
    tx: Tx,
    actor: Actor,
    row: AccountRow & BankAccount,
    action: string,
  ): Promise<AccountShown> {
    const kept = { ...row, version: row.version + 1 };
    await this.accounts.setTest(tx, kept);
    await this.audit.record(tx, actor, [
      {
        action,
        subjectType: 'bank_account',
        subjectId: kept.id,
        subjectVersion: kept.version,
        details: { organisationId: kept.organisationId, attempts: kept.testAttempts },
        visibleTo: [kept.organisationId],
      },
    ]);
    return accountShown(kept, actor);
  }
}
