// The only file that queries the book risk.exposure and its projections: what each deal holds, and each line's use.
import { Injectable } from '@nestjs/common';
import { money } from '#kernel';
import { keyset, type PageQuery, query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { DealExposure, ExposureRow } from '../domain/exposure';
import type { Finding } from '../domain/finding';

interface Row {
  readonly lineId: string;
  readonly dealId: string;
  readonly amount: string;
  readonly currency: string;
  readonly since: Date;
}

const MOST_FINDINGS = 1000;
const exposureOf = ({ dealId, amount, currency, since }: Row): DealExposure => ({
  dealId,
  amount: money(amount, currency),
  since,
});

@Injectable()
export class ExposureStore {
  /**
   * Takes of lines that the transaction has locked, at most one row a line, and answers how many took what they
   * wanted: a line without room takes nothing.
   */
  async draw(tx: Tx, rows: readonly ExposureRow[]): Promise<number> {
    const drawn = await query(
      tx,
      `with wanted as (
         select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::numeric[], $5::timestamptz[])
           as w (id, deal_id, line_id, amount, at)),
       drawn as (
         update risk.limit_line l set used_amount = l.used_amount + w.amount
         from wanted w where l.id = w.line_id and l.used_amount + w.amount <= l.limit_amount
         returning w.id, w.deal_id, w.line_id, w.amount, l.currency, w.at),
       held as (
         insert into risk.deal_exposure as e (deal_id, line_id, amount, since)
         select deal_id, line_id, amount, at from drawn
         on conflict (deal_id, line_id) do update set amount = e.amount + excluded.amount)
       insert into risk.exposure (id, deal_id, line_id, amount, currency, at)
       select id, deal_id, line_id, amount, currency, at from drawn returning id`,
      [
        rows.map(({ id }) => id),
        rows.map(({ dealId }) => dealId),
        rows.map(({ lineId }) => lineId),
        rows.map(({ amount }) => amount),
        rows.map(({ at }) => at),
      ],
    );
    return drawn.length;
  }

  /** Gives back all that a deal holds of these lines, which the transaction has locked; `ids` name the new rows. */
  async release(
    tx: Tx,
    dealId: string,
    lineIds: readonly string[],
    ids: readonly string[],
    at: Date,
  ): Promise<void> {
    await query(
      tx,
      `with gone as (
         delete from risk.deal_exposure where deal_id = $1 and line_id = any($2::uuid[])
         returning line_id, amount),
       freed as (
         update risk.limit_line l set used_amount = l.used_amount - g.amount,
           excess_amount = greatest(l.used_amount - g.amount - l.limit_amount, 0)
         from gone g where l.id = g.line_id
         returning g.line_id, g.amount, l.currency)
       insert into risk.exposure (id, deal_id, line_id, amount, currency, at)
       select k.id, $1, f.line_id, -f.amount, f.currency, $4
       from freed f join unnest($2::uuid[], $3::uuid[]) as k (line_id, id) using (line_id)`,
      [dealId, lineIds, ids, at],
    );
  }

  /** The largest deals of each line, at most `most` of each, by line id. */
  async largest(
    on: Reads,
    scope: Scope,
    lineIds: readonly string[],
    most: number,
  ): Promise<Map<string, DealExposure[]>> {
    const rows = await query<Row>(
      on,
      `select l.id as "lineId", e.deal_id as "dealId", e.amount::text as amount, l.currency, e.since
       from risk.limit_line l cross join lateral (
         select deal_id, amount, since from risk.deal_exposure
         where line_id = l.id order by amount desc, deal_id limit $3) e
       where ($1::uuid[] is null or l.financier_id = any($1)) and l.id = any($2::uuid[])
       order by l.id, e.amount desc, e.deal_id`,
      [scopeParam(scope), lineIds, most],
    );
    const found = new Map<string, DealExposure[]>();
    for (const row of rows) {
      const list = found.get(row.lineId) ?? [];
      list.push(exposureOf(row));
      found.set(row.lineId, list);
    }
    return found;
  }

  /** All deals of one line, the newest first. */
  async page(on: Reads, scope: Scope, lineId: string, filter: PageQuery): Promise<DealExposure[]> {
    const { before, take } = keyset(filter);
    const rows = await query<Row>(
      on,
      `select l.id as "lineId", e.deal_id as "dealId", e.amount::text as amount, l.currency, e.since
       from risk.deal_exposure e join risk.limit_line l on l.id = e.line_id
       where ($1::uuid[] is null or l.financier_id = any($1)) and e.line_id = $2 and e.deal_id < $3
       order by e.deal_id desc limit $4`,
      [scopeParam(scope), lineId, before, take],
    );
    return rows.map(exposureOf);
  }

  /** Recomputes every use and every deal's part of it from the book; what disagrees, at most a thousand. */
  async verify(on: Reads, scope: Scope): Promise<Finding[]> {
    return query<Finding>(
      on,
      `with booked as (
         select line_id, deal_id, sum(amount) as amount from risk.exposure group by line_id, deal_id),
       used as (select line_id, sum(amount) as amount from booked group by line_id),
       held as (
         select coalesce(b.line_id, e.line_id) as line_id, coalesce(b.deal_id, e.deal_id) as deal_id,
           coalesce(b.amount, 0) as booked, coalesce(e.amount, 0) as held
         from booked b full join risk.deal_exposure e on e.line_id = b.line_id and e.deal_id = b.deal_id),
       found as (
         select l.id as line_id, format('the line says %s used; the book says %s',
           trim_scale(l.used_amount), trim_scale(coalesce(u.amount, 0))) as problem
         from risk.limit_line l left join used u on u.line_id = l.id
         where l.used_amount <> coalesce(u.amount, 0)
         union all
         select h.line_id, format('deal %s holds %s; the book says %s',
           h.deal_id, trim_scale(h.held), trim_scale(h.booked))
         from held h where h.held <> h.booked
         union all
         select b.line_id, format('deal %s gave back %s more than it took', b.deal_id, trim_scale(-b.amount))
         from booked b where b.amount < 0)
       select 'risk.exposure' as book, f.line_id as subject, f.problem
       from found f left join risk.limit_line l on l.id = f.line_id
       where $1::uuid[] is null or l.financier_id = any($1)
       order by f.line_id, f.problem limit $2`,
      [scopeParam(scope), MOST_FINDINGS],
    );
  }
}
