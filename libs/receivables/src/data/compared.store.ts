// Receivables as invoices to be compared: across all tenants, for decisions alone.
import { Injectable } from '@nestjs/common';
import { type LocalDate, money } from '#kernel';
import { query, type Reads } from '#platform';
import type { Compared } from '../domain/duplicates/match';

/** The invoices of one supplier and debtor between two days. */
export interface PairWindow {
  readonly supplierId: string;
  readonly debtorId: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** All that two sides have in one currency. */
export interface PairCurrency {
  readonly supplierId: string;
  readonly debtorId: string;
  readonly currency: string;
}

/** So many invoices within some days on either side of one. */
export interface Crowd {
  readonly days: number;
  readonly most: number;
}

/** What a credit note without a reference may correct. */
export interface CreditWanted {
  readonly supplierId: string;
  readonly debtorId: string;
  readonly currency: string;
  readonly amount: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

interface Row extends Omit<Compared, 'amount'> {
  readonly amount: string;
  readonly currency: string;
  readonly cameAt: number;
}
/** With the time at which it came. */
export interface Known extends Compared {
  /** Milliseconds since 1970. */
  readonly cameAt: number;
}

const COLUMNS = `r.id, r.supplier_id as "supplierId", r.debtor_id as "debtorId", r.invoice_number as number,
  r.issue_date as "issueDate", r.due_date as "dueDate", r.registered_amount as amount, r.currency,
  case when r.state not in ('void', 'rejected') then 'live'
    when r.state = 'void' and exists (
      select from receivables.correction c where c.receivable_id = r.id and c.applied > 0) then 'credited'
    else 'gone' end as standing,
  (extract(epoch from r.created_at) * 1000)::float8 as "cameAt"`;

const knownOf = ({ amount, currency, ...row }: Row): Known => ({ ...row, amount: money(amount, currency) });

@Injectable()
export class ComparedStore {
  /** Unscoped: a duplicate is one whoever holds it. */
  async byIds(on: Reads, ids: readonly string[]): Promise<Known[]> {
    if (ids.length === 0) return [];
    const sql = `select ${COLUMNS} from receivables.receivable r where r.id = any($1)`;
    return (await query<Row>(on, sql, [ids])).map(knownOf);
  }

  /**
   * Unscoped: asked for pairs that the caller deals with. What two sides have in one currency within a window is left out,
   * and named instead, where there are more than `crowd` around each of its days; of the rest `most` of each window and one more.
   */
  async inWindows(
    on: Reads,
    windows: readonly PairWindow[],
    { crowd, most }: { readonly crowd: Crowd; readonly most: number },
  ): Promise<{ readonly known: Known[]; readonly crowded: readonly PairCurrency[] }> {
    if (windows.length === 0) return { known: [], crowded: [] };
    const rows = await query<Row | (PairCurrency & { readonly id: null })>(
      on,
      `with w as (
         select * from unnest($1::uuid[], $2::uuid[], $3::date[], $4::date[]) with ordinality
           as w (supplier_id, debtor_id, first_day, last_day, place)),
       around as (
         select w.place, r.currency, sum(count(*)) over (partition by w.place, r.currency order by r.issue_date
           range between make_interval(days => $6) preceding and make_interval(days => $6) following) as invoices
         from w join receivables.receivable r on r.supplier_id = w.supplier_id and r.debtor_id = w.debtor_id
           and r.issue_date between w.first_day and w.last_day
         where r.state not in ('void', 'rejected')
         group by w.place, r.currency, r.issue_date),
       seen as (select place, currency, min(invoices) > $7 as is_crowd from around group by place, currency)
       select k.id, w.supplier_id as "supplierId", w.debtor_id as "debtorId", k.number, k."issueDate", k."dueDate", k.amount,
         seen.currency, k.standing, k."cameAt"
       from seen join w using (place)
       left join lateral (
         select ${COLUMNS} from receivables.receivable r
         where not seen.is_crowd and r.supplier_id = w.supplier_id and r.debtor_id = w.debtor_id
           and r.currency = seen.currency and r.issue_date between w.first_day and w.last_day limit $5
       ) k on true`,
      [
        windows.map(({ supplierId }) => supplierId),
        windows.map(({ debtorId }) => debtorId),
        windows.map(({ from }) => from),
        windows.map(({ to }) => to),
        most + 1,
        crowd.days,
        crowd.most,
      ],
    );
    const crowded = rows.filter((row) => row.id === null);
    return { known: rows.flatMap((row) => (row.id === null ? [] : [knownOf(row)])), crowded };
  }

  /** Unscoped: each wish names its supplier. By position, the one receivable of just this amount; absent where there are several. */
  async creditable(on: Reads, wanted: readonly CreditWanted[]): Promise<Map<number, string>> {
    if (wanted.length === 0) return new Map();
    const rows = await query<{ place: number; ids: string[] }>(
      on,
      `select w.place::int as place, array_agg(k.id) as ids
       from unnest($1::uuid[], $2::uuid[], $3::text[], $4::numeric[], $5::date[], $6::date[])
         with ordinality as w (supplier_id, debtor_id, currency, amount, first_day, last_day, place)
       cross join lateral (
         select r.id from receivables.receivable r
         where r.supplier_id = w.supplier_id and r.debtor_id = w.debtor_id and r.currency = w.currency
           and r.registered_amount = w.amount and r.payable_amount = w.amount
           and r.state not in ('void', 'settled', 'rejected')
           and r.issue_date between w.first_day and w.last_day limit 2
       ) k
       group by w.place`,
      [
        wanted.map(({ supplierId }) => supplierId),
        wanted.map(({ debtorId }) => debtorId),
        wanted.map(({ currency }) => currency),
        wanted.map(({ amount }) => amount),
        wanted.map(({ from }) => from),
        wanted.map(({ to }) => to),
      ],
    );
    return new Map(rows.flatMap(({ place, ids: [id, other] }) => (id && !other ? [[place - 1, id]] : [])));
  }
}
