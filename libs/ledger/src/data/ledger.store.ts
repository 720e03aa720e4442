// The only file that queries the schema ledger.
import { Injectable } from '@nestjs/common';
import type { Money } from '#kernel';
import { query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { Account, Turnover } from '../domain/account';
import { CHART, PURPOSES } from '../domain/chart';
import type { Finding } from '../domain/finding';
import type { Posting, Transfer } from '../domain/posting';

/** An account with its turnover; the amounts as PostgreSQL writes numerics. */
export interface HeldRow extends Pick<Account, 'id' | 'purpose' | 'currency' | 'normalSide' | 'floorZero'> {
  readonly debited: string;
  readonly credited: string;
}

const HELD = `a.id, a.purpose, a.currency, b.normal_side as "normalSide", b.floor_zero as "floorZero",
  b.debited::text as debited, b.credited::text as credited`;
const MOST_FINDINGS = 1000;

@Injectable()
export class LedgerStore {
  /** Opens those that are missing, in the order given, and answers the ids in that order. */
  async open(tx: Tx, accounts: readonly Account[]): Promise<string[]> {
    if (accounts.length === 0) return [];
    const keys = [
      accounts.map(({ ownerId }) => ownerId),
      accounts.map(({ purpose }) => purpose),
      accounts.map(({ dealId }) => dealId),
      accounts.map(({ currency }) => currency),
    ];
    await query(
      tx,
      `with opened as (
         insert into ledger.account
           (owner_id, purpose, deal_id, currency, id, normal_side, floor_zero, opened_at)
         select owner_id, purpose, deal_id, currency, id, normal_side, floor_zero, opened_at
         from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::uuid[], $6::text[], $7::boolean[],
           $8::timestamptz[]) with ordinality
           as k (owner_id, purpose, deal_id, currency, id, normal_side, floor_zero, opened_at, n)
         order by n
         on conflict do nothing
         returning id, normal_side, floor_zero)
       insert into ledger.account_balance (account_id, normal_side, floor_zero, debited, credited)
       select id, normal_side, floor_zero, 0, 0 from opened`,
      [
        ...keys,
        accounts.map(({ id }) => id),
        accounts.map(({ normalSide }) => normalSide),
        accounts.map(({ floorZero }) => floorZero),
        accounts.map(({ openedAt }) => openedAt),
      ],
    );
    const rows = await query<{ id: string }>(
      tx,
      `select a.id from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[]) with ordinality
         as k (owner_id, purpose, deal_id, currency, n)
       join ledger.account a on a.owner_id = k.owner_id and a.purpose = k.purpose
         and a.deal_id is not distinct from k.deal_id and a.currency = k.currency
       order by k.n`,
      keys,
    );
    return rows.map(({ id }) => id);
  }

  /** Locks the balances one by one in ascending account id. */
  async lock(tx: Tx, accountIds: readonly string[]): Promise<HeldRow[]> {
    return query<HeldRow>(
      tx,
      `select ${HELD} from ledger.account_balance b join ledger.account a on a.id = b.account_id
       where b.account_id = any($1::uuid[]) order by b.account_id for update of b`,
      [accountIds],
    );
  }

  async held(on: Reads, scope: Scope, accountIds: readonly string[]): Promise<HeldRow[]> {
    return query<HeldRow>(
      on,
      `select ${HELD} from ledger.account_balance b join ledger.account a on a.id = b.account_id
       where ($1::uuid[] is null or a.owner_id = any($1)) and b.account_id = any($2::uuid[])`,
      [scopeParam(scope), accountIds],
    );
  }

  async add(tx: Tx, postings: readonly Posting[], transfers: readonly Transfer[]): Promise<void> {
    await query(
      tx,
      `insert into ledger.posting (id, kind, subject_type, subject_id, value_date, booked_at)
       select * from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::date[], $6::timestamptz[])`,
      [
        postings.map(({ id }) => id),
        postings.map(({ kind }) => kind),
        postings.map(({ subjectType }) => subjectType),
        postings.map(({ subjectId }) => subjectId),
        postings.map(({ valueDate }) => valueDate),
        postings.map(({ bookedAt }) => bookedAt),
      ],
    );
    await query(
      tx,
      `insert into ledger.transfer (id, posting_id, debit_account_id, credit_account_id, amount, currency)
       select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::numeric[], $6::text[])`,
      [
        transfers.map(({ id }) => id),
        transfers.map(({ postingId }) => postingId),
        transfers.map(({ debitAccountId }) => debitAccountId),
        transfers.map(({ creditAccountId }) => creditAccountId),
        transfers.map(({ amount }) => amount),
        transfers.map(({ currency }) => currency),
      ],
    );
  }

  /** Adds to balances that the transaction has locked. */
  async move(tx: Tx, movements: ReadonlyMap<string, Turnover>): Promise<void> {
    const amounts = (pick: (movement: Turnover) => Money) =>
      [...movements.values()].map((movement) => pick(movement).amount);
    await query(
      tx,
      `update ledger.account_balance b
       set debited = b.debited + m.debited, credited = b.credited + m.credited
       from unnest($1::uuid[], $2::numeric[], $3::numeric[]) as m (account_id, debited, credited)
       where b.account_id = m.account_id`,
      [[...movements.keys()], amounts(({ debited }) => debited), amounts(({ credited }) => credited)],
    );
  }

  /** Recomputes every balance from the transfers; what disagrees, in the order of ids, at most a thousand. */
  async verify(on: Reads, scope: Scope): Promise<Finding[]> {
    return query<Finding>(
      on,
      `with moved as (
         select account_id, sum(debited) as debited, sum(credited) as credited from (
           select debit_account_id as account_id, amount as debited, 0 as credited from ledger.transfer
           union all
           select credit_account_id, 0, amount from ledger.transfer) both_sides
         group by account_id),
       chart as (
         select * from unnest($2::text[], $3::text[], $4::boolean[]) as c (purpose, normal_side, floor_zero)),
       found as (
         select 'ledger.transfer' as book, coalesce(a.id, m.account_id) as subject, a.owner_id,
           case when a.id is null then 'transfers name an account that does not exist'
             when b.account_id is null then 'the account has no balance'
             else format('the balance says debited %s, credited %s; the transfers say debited %s, credited %s',
               trim_scale(b.debited), trim_scale(b.credited),
               trim_scale(coalesce(m.debited, 0)), trim_scale(coalesce(m.credited, 0))) end as problem
         from ledger.account a full join moved m on m.account_id = a.id
         left join ledger.account_balance b on b.account_id = coalesce(a.id, m.account_id)
         where a.id is null or b.account_id is null
           or b.debited <> coalesce(m.debited, 0) or b.credited <> coalesce(m.credited, 0)
         union all
         select 'ledger.account', a.id, a.owner_id, 'the account disagrees with the chart of accounts'
         from ledger.account a left join chart c using (purpose)
         where c.purpose is null or c.normal_side <> a.normal_side or c.floor_zero <> a.floor_zero
         union all
         select 'ledger.posting', p.id, null, 'the posting has no transfers'
         from ledger.posting p where not exists (select 1 from ledger.transfer t where t.posting_id = p.id)
         union all
         select distinct 'ledger.posting', t.posting_id, null::uuid, 'transfers name a posting that does not exist'
         from ledger.transfer t where not exists (select 1 from ledger.posting p where p.id = t.posting_id))
       select book, subject, problem from found
       where $1::uuid[] is null or owner_id = any($1)
       order by subject, book limit $5`,
      [
        scopeParam(scope),
        PURPOSES,
        PURPOSES.map((purpose) => CHART[purpose].normalSide),
        PURPOSES.map((purpose) => CHART[purpose].floorZero),
        MOST_FINDINGS,
      ],
    );
  }
}
