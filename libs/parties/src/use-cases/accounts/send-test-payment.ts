// Has the operator's bank send the cent of a test. The bank is asked outside any transaction and under one id, so that a bank
// whose answer was lost pays once however often it is asked; one that is down is asked again later.
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { AuditLog, THE_PLATFORM } from '#audit';
import type { Clock } from '#kernel';
import { CLOCK, Db, Every, EVERYONE, Log } from '#platform';
import { AccountTestStore, type WaitingTest } from '../../data/account-test/account-test.store';
import { BankAccountStore } from '../../data/bank-account.store';
import { isDue } from '../../domain/account-test/account-test';
import { TEST_BANK, type TestBank, type TestReply } from '../../domain/account-test/test-bank';

const PATIENCE_MS = 20_000;
const BATCH = 100;

@Injectable()
export class SendTestPayment {
  constructor(
    private readonly db: Db,
    private readonly tests: AccountTestStore,
    private readonly accounts: BankAccountStore,
    private readonly audit: AuditLog,
    @Optional() @Inject(TEST_BANK) private readonly bank: TestBank | null,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** May be told of a test several times: one that has its answer is not paid again. */
  async execute(testId: string, patienceMs = PATIENCE_MS): Promise<void> {
    const [test] = await this.tests.waiting(this.db.reads, EVERYONE, 1, [testId]);
    if (this.bank && test) await this.pay(this.bank, test, patienceMs);
  }

  /** Those whose bank did not answer, when it is time. */
  @Every('parties.waiting_account_tests', '* * * * *')
  async resume(patienceMs = PATIENCE_MS): Promise<void> {
    if (!this.bank) return;
    const now = this.clock.now();
    const waiting = await this.tests.waiting(this.db.reads, EVERYONE, BATCH);
    for (const test of waiting.filter((one) => isDue(one, now))) await this.pay(this.bank, test, patienceMs);
  }

  private async pay(bank: TestBank, test: WaitingTest, patienceMs: number): Promise<void> {
    const reply = await this.replyWithin(bank, test, patienceMs);
    const now = this.clock.now();
    await this.db.run(async (tx) => {
      const account = await this.accounts.lock(tx, EVERYONE, test.accountId);
      if (!reply) return this.tests.tried(tx, test.id, now);
      if (!account || !(await this.tests.answer(tx, test.id, reply, now))) return;
      const kept = { ...account, version: account.version + 1 };
      await this.accounts.setTest(tx, kept);
      await this.audit.record(tx, THE_PLATFORM, [
        {
          action: reply.refusal === null ? 'parties.account_test_paid' : 'parties.account_test_refused',
          ...{ subjectType: 'bank_account', subjectId: kept.id, subjectVersion: kept.version },
          details: {
            organisationId: kept.organisationId,
            bank: test.bank,
            refusal: reply.refusal,
            said: createHash('sha256').update(reply.raw).digest('hex'),
          },
          visibleTo: [kept.organisationId],
        },
      ]);
    });
  }

  /** Null: no answer, and whether it was paid is not known. */
  private async replyWithin(
    bank: TestBank,
    { id, accountNumber, holderName, bankCode, currency, reference }: WaitingTest,
    patienceMs: number,
  ): Promise<TestReply | null> {
    try {
      const paying = bank.pay({ id, accountNumber, holderName, bankCode, currency, reference });
      return await Promise.race([paying, sleep(patienceMs, null, { ref: false })]);
    } catch (error) {
      this.log.error(error, 'the bank of one-cent tests');
      return null;
    }
  }
}
