// The only file that queries the schema ledger.
import { Injectable } from '@nestjs/common';
import type { LocalDate, Money } from '#kernel';
import { query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { Account, Turnover } from '../domain/account';
import { CHART, type Purpose, PURPOSES } from '../domain/chart';
import type { Finding } from '../domain/finding';
import type { Posting, Transfer } from '../domain/posting';

/** An account with its turnover; the amounts as PostgreSQL writes numerics. */
export interface HeldRow extends Pick<Account, 'id' | 'purpose' | 'currency' | 'normalSide' | 'floorZero'> {
  readonly debited: string;
  readonly credited: string;
  readonly held: string;
}
/** A transfer as a reader of the journal of a deal sees it. */
export interface JournalRow {
  readonly postingId: string;
  readonly kind: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly valueDate: LocalDate;
  readonly bookedAt: Date;
  readonly reversesId: string | null;
  readonly debitPurpose: Purpose;
  readonly debitDealId: string | null;
  readonly creditPurpose: Purpose;
  readonly creditDealId: string | null;
  readonly amount: string;
  readonly currency: string;
}
/** What a transaction adds to one account: to its turnover, and to what holds keep of it (may be negative). */
export interface Movement extends Turnover {
  readonly held: Money;
}

const HELD = `a.id, a.purpose, a.currency, b.normal_side as "normalSide", b.floor_zero as "floorZero",
  b.debited::text as debited, b.credited::text as credited, b.held::text as held`;
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
       insert into ledger.account_balance (account_id, normal_side, floor_zero, debited, credited, held)
       select id, normal_side, floor_zero, 0, 0, 0 from opened`,
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
      `insert into ledger.posting (id, kind, subject_type, subject_id, value_date, booked_at, reverses_id)
       select * from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::date[], $6::timestamptz[],
         $7::uuid[])`,
      [
        postings.map(({ id }) => id),
        postings.map(({ kind }) => kind),
        postings.map(({ subjectType }) => subjectType),
        postings.map(({ subjectId }) => subjectId),
        postings.map(({ valueDate }) => valueDate),
        postings.map(({ bookedAt }) => bookedAt),
        postings.map(({ reversesId }) => reversesId),
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
  async move(tx: Tx, movements: ReadonlyMap<string, Movement>): Promise<void> {
    const amounts = (pick: (movement: Movement) => Money) =>
      [...movements.values()].map((movement) => pick(movement).amount);
    await query(
      tx,
      `update ledger.account_balance b
       set debited = b.debited + m.debited, credited = b.credited + m.credited, held = b.held + m.held
       from unnest($1::uuid[], $2::numeric[], $3::numeric[], $4::numeric[]) as m (account_id, debited, credited, held)
       where b.account_id = m.account_id`,
      [
        [...movements.keys()],
        amounts(({ debited }) => debited),
        amounts(({ credited }) => credited),
        amounts(({ held }) => held),
      ],
    );
  }

  /** Turnover and holds as they stood: postings with a value date up to the day, booked up to the instant. */
  async heldAt(
    on: Reads,
    scope: Scope,
    accountIds: readonly string[],
    valueDate: LocalDate | null,
    bookedAt: Date | null,
  ): Promise<HeldRow[]> {
    return query<HeldRow>(
      on,
      `select a.id, a.purpose, a.currency, a.normal_side as "normalSide", a.floor_zero as "floorZero",
         coalesce(m.debited, 0)::text as debited, coalesce(m.credited, 0)::text as credited,
         coalesce(h.held, 0)::text as held
       from ledger.account a
       left join lateral (
         select sum(t.amount) filter (where t.debit_account_id = a.id) as debited,
           sum(t.amount) filter (where t.credit_account_id = a.id) as credited
         from ledger.transfer t join ledger.posting p on p.id = t.posting_id
         where (t.debit_account_id = a.id or t.credit_account_id = a.id)
           and ($3::date is null or p.value_date <= $3) and ($4::timestamptz is null or p.booked_at <= $4)) m on true
       left join lateral (
         select sum(h.amount) as held from ledger.hold h left join ledger.hold_end e on e.hold_id = h.id
         where h.account_id = a.id and ($4::timestamptz is null or h.placed_at <= $4)
           and (e.hold_id is null or e.ended_at > $4)) h on true
       where ($1::uuid[] is null or a.owner_id = any($1)) and a.id = any($2::uuid[])`,
      [scopeParam(scope), accountIds, valueDate, bookedAt],
    );
  }

  async postings(on: Reads, scope: Scope, ids: readonly string[]): Promise<(Posting & Transfer)[]> {
    return query<Posting & Transfer>(
      on,
      `select p.id as "postingId", p.kind, p.subject_type as "subjectType", p.subject_id as "subjectId",
         p.value_date as "valueDate", p.booked_at as "bookedAt", p.reverses_id as "reversesId",
         t.id, t.debit_account_id as "debitAccountId", t.credit_account_id as "creditAccountId",
         t.amount::text as amount, t.currency
       from ledger.posting p join ledger.transfer t on t.posting_id = p.id
       join ledger.account a on a.id = t.debit_account_id
       where ($1::uuid[] is null or a.owner_id = any($1)) and p.id = any($2::uuid[]) order by p.id, t.id`,
      [scopeParam(scope), ids],
    );
  }

  /**
   * Unscoped: ids alone, for decisions on postings that the caller knows. Postings that take back one of these, by the
   * id of the one taken back.
   */
  async reversals(on: Reads, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await query<{ id: string; reversesId: string }>(
      on,
      'select id, reverses_id as "reversesId" from ledger.posting where reverses_id = any($1::uuid[])',
      [ids],
    );
    return new Map(rows.map(({ id, reversesId }) => [reversesId, id]));
  }

  /** Every transfer that touches an account of the deal and of an owner in scope, in the order of booking. */
  async journal(on: Reads, scope: Scope, dealId: string): Promise<JournalRow[]> {
    return query<JournalRow>(
      on,
      `select p.id as "postingId", p.kind, p.subject_type as "subjectType", p.subject_id as "subjectId",
         p.value_date as "valueDate", p.booked_at as "bookedAt", p.reverses_id as "reversesId",
         d.purpose as "debitPurpose", d.deal_id as "debitDealId", c.purpose as "creditPurpose",
         c.deal_id as "creditDealId", t.amount::text as amount, t.currency
       from ledger.account a
       join ledger.transfer t on t.debit_account_id = a.id
         or (t.credit_account_id = a.id and t.debit_account_id not in
           (select id from ledger.account where deal_id = $2))
       join ledger.posting p on p.id = t.posting_id
       join ledger.account d on d.id = t.debit_account_id
       join ledger.account c on c.id = t.credit_account_id
       where a.deal_id = $2 and ($1::uuid[] is null or d.owner_id = any($1) or c.owner_id = any($1))
       order by p.booked_at, p.id, t.id`,
      [scopeParam(scope), dealId],
    );
  }

  /** Recomputes every balance and every hold from the books; what disagrees, in the order of ids, at most a thousand. */
  async verify(on: Reads, scope: Scope): Promise<Finding[]> {
    return query<Finding>(
      on,
      `with moved as (
         select account_id, sum(debited) as debited, sum(credited) as credited from (
           select debit_account_id as account_id, amount as debited, 0 as credited from ledger.transfer
           union all
           select credit_account_id, 0, amount from ledger.transfer) both_sides
         group by account_id),
       kept as (
         select h.account_id, sum(h.amount) as held from ledger.hold h
         where not exists (select 1 from ledger.hold_end e where e.hold_id = h.id) group by h.account_id),
       mirror as (
         select p.id, p.reverses_id as of,
           array_agg(t.credit_account_id || ' ' || t.debit_account_id || ' ' || trim_scale(t.amount) order by
             t.credit_account_id, t.debit_account_id, t.amount) as undone
         from ledger.posting p join ledger.transfer t on t.posting_id = p.id
         where p.reverses_id is not null group by p.id, p.reverses_id),
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
         from ledger.transfer t where not exists (select 1 from ledger.posting p where p.id = t.posting_id)
         union all
         select 'ledger.hold', a.id, a.owner_id, format('the balance says %s held; the holds say %s',
           trim_scale(b.held), trim_scale(coalesce(k.held, 0)))
         from ledger.account a join ledger.account_balance b on b.account_id = a.id
         left join kept k on k.account_id = a.id where b.held <> coalesce(k.held, 0)
         union all
         select 'ledger.hold_end', e.hold_id, null, 'the end of a hold that does not exist, or of a posting that does not'
         from ledger.hold_end e left join ledger.hold h on h.id = e.hold_id
         left join ledger.posting p on p.id = e.posting_id
         where h.id is null or (e.posting_id is not null and p.id is null)
         union all
         select 'ledger.posting', m.id, null, 'the posting does not mirror the one that it takes back'
         from mirror m left join lateral (
           select array_agg(t.debit_account_id || ' ' || t.credit_account_id || ' ' || trim_scale(t.amount) order by
             t.debit_account_id, t.credit_account_id, t.amount) as done
           from ledger.transfer t where t.posting_id = m.of) o on true
         where m.undone is distinct from o.done)
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
