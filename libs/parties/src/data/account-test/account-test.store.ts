// The file that writes parties.account_test; how an account stands is read with the account.
import { Injectable } from '@nestjs/common';
import { query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { AccountTest } from '../../domain/account-test/account-test';
import type { TestPayment, TestReply } from '../../domain/account-test/test-bank';

/** With everything that the bank is told. */
export type WaitingTest = AccountTest & TestPayment;

const MOST_SAID = 2000;

@Injectable()
export class AccountTestStore {
  async add(
    tx: Tx,
    { id, accountId, bank, askedAt }: Pick<AccountTest, 'id' | 'accountId' | 'bank' | 'askedAt'>,
  ): Promise<void> {
    await query(
      tx,
      'insert into parties.account_test (id, account_id, bank, asked_at) values ($1, $2, $3, $4)',
      [id, accountId, bank, askedAt],
    );
  }

  /** Those of accounts that may still be verified, the longest waiting first. @param ids of these, or all */
  async waiting(on: Reads, scope: Scope, limit: number, ids?: readonly string[]): Promise<WaitingTest[]> {
    return query<WaitingTest>(
      on,
      `select t.id, t.account_id as "accountId", t.bank, t.asked_at as "askedAt", t.tries, t.tried_at as "triedAt",
         t.outcome, t.refusal, b.account_number as "accountNumber", b.holder_name as "holderName",
         b.bank_code as "bankCode", b.currency, b.test_reference as reference
       from parties.account_test t join parties.bank_account b on b.id = t.account_id
       where ($1::uuid[] is null or b.organisation_id = any($1)) and t.outcome is null
         and b.state in ('proposed', 'locked') and ($2::uuid[] is null or t.id = any($2))
       order by coalesce(t.tried_at, t.asked_at), t.id limit $3`,
      [scopeParam(scope), ids ?? null, limit],
    );
  }

  async tried(tx: Tx, id: string, at: Date): Promise<void> {
    await query(
      tx,
      `update parties.account_test set tries = tries + 1, tried_at = $2 where id = $1 and outcome is null`,
      [id, at],
    );
  }

  /** False when it has an answer already: the first one counts. */
  async answer(tx: Tx, id: string, { refusal, raw }: TestReply, at: Date): Promise<boolean> {
    const rows = await query(
      tx,
      `update parties.account_test set tries = tries + 1, tried_at = $2, answered_at = $2, refusal = $3,
         outcome = case when $3::text is null then 'paid' else 'refused' end, said = $4
       where id = $1 and outcome is null returning id`,
      [id, at, refusal, raw.slice(0, MOST_SAID)],
    );
    return rows.length > 0;
  }
}
