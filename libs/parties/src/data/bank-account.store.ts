// The file that writes parties.bank_account and parties.account_in_force; an account is read with the payment of its test.
import { Injectable } from '@nestjs/common';
import { keyset, type PageQuery, query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { TestPaid } from '../domain/account-test/account-test';
import type { AccountPurpose, AccountState, BankAccount } from '../domain/bank-account';

/** With the name of its organisation, the purposes for which it is the account in force, and the payment of its test. */
export type AccountRow = BankAccount & {
  readonly organisationName: string;
  readonly inForce: readonly AccountPurpose[];
  readonly payment: TestPaid | null;
};
export interface AccountFilter extends PageQuery {
  readonly organisationId?: string;
  readonly state?: AccountState;
}
export interface ForceKey {
  readonly organisationId: string;
  readonly purpose: AccountPurpose;
  readonly currency: string;
}

const COLUMNS = `b.id, b.organisation_id as "organisationId",
  (select o.legal_name from parties.organisation o where o.id = b.organisation_id) as "organisationName",
  b.account_number as "accountNumber",
  b.holder_name as "holderName", b.bank_name as "bankName", b.bank_code as "bankCode", b.currency, b.purposes,
  b.state, b.proposed_by as "proposedBy", b.proposed_at as "proposedAt", b.decided_by as "decidedBy",
  b.decided_at as "decidedAt", b.reason, b.version, b.test_reference as "testReference",
  b.test_sent_at as "testSentAt", b.test_attempts as "testAttempts", b.test_passed_at as "testPassedAt",
  (select coalesce(array_agg(f.purpose order by f.purpose), '{}') from parties.account_in_force f
   where f.account_id = b.id) as "inForce",
  (select jsonb_build_object('bank', t.bank, 'tries', t.tries, 'outcome', t.outcome, 'refusal', t.refusal)
   from parties.account_test t where t.account_id = b.id) as payment`;

@Injectable()
export class BankAccountStore {
  async add(tx: Tx, account: BankAccount): Promise<void> {
    await query(
      tx,
      `insert into parties.bank_account (id, organisation_id, account_number, holder_name, bank_name, bank_code,
         currency, purposes, state, proposed_by, proposed_at, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        account.id,
        account.organisationId,
        account.accountNumber,
        account.holderName,
        account.bankName,
        account.bankCode,
        account.currency,
        account.purposes,
        account.state,
        account.proposedBy,
        account.proposedAt,
        account.version,
      ],
    );
  }

  async lock(tx: Tx, scope: Scope, id: string): Promise<AccountRow | undefined> {
    await query(
      tx,
      `select 1 from parties.bank_account b
       where ($1::uuid[] is null or b.organisation_id = any($1)) and b.id = $2 for update`,
      [scopeParam(scope), id],
    );
    const [found] = await this.byIds(tx, scope, [id]);
    return found;
  }

  async byIds(on: Reads, scope: Scope, ids: readonly string[]): Promise<AccountRow[]> {
    return query<AccountRow>(
      on,
      `select ${COLUMNS} from parties.bank_account b
       where ($1::uuid[] is null or b.organisation_id = any($1)) and b.id = any($2::uuid[])`,
      [scopeParam(scope), ids],
    );
  }

  /** The newest first. */
  async page(on: Reads, scope: Scope, filter: AccountFilter): Promise<AccountRow[]> {
    const { before, take } = keyset(filter);
    return query<AccountRow>(
      on,
      `select ${COLUMNS} from parties.bank_account b
       where ($1::uuid[] is null or b.organisation_id = any($1)) and b.id < $2
         and ($3::uuid is null or b.organisation_id = $3) and ($4::text is null or b.state = $4)
       order by b.id desc limit $5`,
      [scopeParam(scope), before, filter.organisationId ?? null, filter.state ?? null, take],
    );
  }

  async decide(tx: Tx, { id, state, decidedBy, decidedAt, reason, version }: BankAccount): Promise<void> {
    await query(
      tx,
      `update parties.bank_account set state = $2, decided_by = $3, decided_at = $4, reason = $5, version = $6
       where id = $1`,
      [id, state, decidedBy, decidedAt, reason, version],
    );
  }

  async setTest(tx: Tx, account: BankAccount): Promise<void> {
    const { id, testReference, testSentAt, testAttempts, testPassedAt, version } = account;
    await query(
      tx,
      `update parties.bank_account set test_reference = $2, test_sent_at = $3, test_attempts = $4,
         test_passed_at = $5, version = $6 where id = $1`,
      [id, testReference, testSentAt, testAttempts, testPassedAt, version],
    );
  }

  /** Of one account, or of all accounts of an organisation. */
  async endForce(
    tx: Tx,
    of: { readonly accountId: string } | { readonly organisationId: string },
  ): Promise<void> {
    const [column, id] =
      'accountId' in of ? ['account_id', of.accountId] : ['organisation_id', of.organisationId];
    await query(tx, `delete from parties.account_in_force where ${column} = $1`, [id]);
  }

  /** The account takes the place of the one in force before, for each of its purposes. */
  async putInForce(tx: Tx, account: BankAccount, since: Date): Promise<void> {
    await query(
      tx,
      `insert into parties.account_in_force (organisation_id, purpose, currency, account_id, state, since)
       select $1, purpose, $2, $3, 'verified', $4 from unnest($5::text[]) as p (purpose) order by purpose
       on conflict (organisation_id, purpose, currency)
       do update set account_id = excluded.account_id, since = excluded.since`,
      [account.organisationId, account.currency, account.id, since, account.purposes],
    );
  }

  /** The accounts in force for these keys; keys without one are missing. */
  async inForce(
    on: Reads,
    scope: Scope,
    keys: readonly ForceKey[],
  ): Promise<(AccountRow & { readonly purpose: AccountPurpose; readonly since: Date })[]> {
    if (keys.length === 0) return [];
    return query(
      on,
      `select ${COLUMNS}, f.purpose, f.since
       from (select distinct * from unnest($2::uuid[], $3::text[], $4::text[]) as u (organisation_id, purpose, currency)) k
       join parties.account_in_force f on f.organisation_id = k.organisation_id and f.purpose = k.purpose
         and f.currency = k.currency
       join parties.bank_account b on b.id = f.account_id
       where ($1::uuid[] is null or b.organisation_id = any($1))`,
      [
        scopeParam(scope),
        keys.map(({ organisationId }) => organisationId),
        keys.map(({ purpose }) => purpose),
        keys.map(({ currency }) => currency),
      ],
    );
  }

  async verifiedOf(
    on: Reads,
    scope: Scope,
    organisationIds: readonly string[],
  ): Promise<{ readonly organisationId: string; readonly numbers: readonly string[] }[]> {
    return query(
      on,
      `select b.organisation_id as "organisationId", array_agg(b.account_number order by b.id) as numbers
       from parties.bank_account b
       where ($1::uuid[] is null or b.organisation_id = any($1)) and b.state = 'verified'
         and b.organisation_id = any($2::uuid[])
       group by b.organisation_id`,
      [scopeParam(scope), organisationIds],
    );
  }

  /** Verified accounts with one of these numbers, in whatever organisation; for statements that name an account. */
  async verifiedByNumber(on: Reads, scope: Scope, numbers: readonly string[]): Promise<AccountRow[]> {
    return query<AccountRow>(
      on,
      `select ${COLUMNS} from parties.bank_account b
       where ($1::uuid[] is null or b.organisation_id = any($1)) and b.state = 'verified'
         and b.account_number = any($2::text[]) order by b.id`,
      [scopeParam(scope), numbers],
    );
  }
}
