// The only file that queries risk.limit_line, apart from the draws and releases of exposure.store.ts.
import { Injectable } from '@nestjs/common';
import { type Id, money } from '#kernel';
import { keyset, type PageQuery, query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { LimitKey, LimitLine, LineKey } from '../domain/limit-line';

export interface LimitFilter extends PageQuery {
  readonly debtorId?: string;
  readonly currency?: string;
}

interface Row extends LineKey {
  readonly id: Id<'limit_line'>;
  readonly limitAmount: string;
  readonly usedAmount: string;
  readonly excessAmount: string;
  readonly version: number;
  readonly setAt: Date;
}

const COLUMNS = `l.id, l.financier_id as "financierId", l.debtor_id as "debtorId", l.currency,
  l.limit_amount::text as "limitAmount", l.used_amount::text as "usedAmount",
  l.excess_amount::text as "excessAmount", l.version, l.set_at as "setAt"`;
const lineOf = ({ limitAmount, usedAmount, excessAmount, ...row }: Row): LimitLine => ({
  ...row,
  limit: money(limitAmount, row.currency),
  used: money(usedAmount, row.currency),
  excess: money(excessAmount, row.currency),
});
@Injectable()
export class LimitLineStore {
  /** Each key at most once. */
  async byKeys(on: Reads, scope: Scope, keys: readonly LineKey[]): Promise<LimitLine[]> {
    if (keys.length === 0) return [];
    const rows = await query<Row>(
      on,
      `select ${COLUMNS} from risk.limit_line l
         join unnest($2::uuid[], $3::uuid[], $4::text[]) as k (financier_id, debtor_id, currency)
         using (financier_id, debtor_id, currency)
       where $1::uuid[] is null or l.financier_id = any($1)`,
      [
        scopeParam(scope),
        keys.map(({ financierId }) => financierId),
        keys.map(({ debtorId }) => debtorId),
        keys.map(({ currency }) => currency),
      ],
    );
    return rows.map(lineOf);
  }

  /** Locks the lines one by one in ascending id; each key at most once. */
  async lock(tx: Tx, financierId: string, keys: readonly LimitKey[]): Promise<LimitLine[]> {
    const rows = await query<Row>(
      tx,
      `select ${COLUMNS} from risk.limit_line l
         join unnest($2::uuid[], $3::text[]) as k (debtor_id, currency) using (debtor_id, currency)
       where l.financier_id = $1 order by l.id for update of l`,
      [financierId, keys.map(({ debtorId }) => debtorId), keys.map(({ currency }) => currency)],
    );
    return rows.map(lineOf);
  }

  /** Locks the lines of which a deal holds something, one by one in ascending id, and answers their ids. */
  async lockOfDeal(tx: Tx, dealId: string): Promise<string[]> {
    const rows = await query<{ id: string }>(
      tx,
      `select l.id from risk.limit_line l
       where l.id in (select e.line_id from risk.deal_exposure e where e.deal_id = $1)
       order by l.id for update of l`,
      [dealId],
    );
    return rows.map(({ id }) => id);
  }

  /** False when there already is a line for this debtor and currency; then nothing was added. */
  async add(tx: Tx, line: LimitLine): Promise<boolean> {
    const { id, financierId, debtorId, currency, limit, used, excess, version, setAt } = line;
    const rows = await query(
      tx,
      `insert into risk.limit_line
         (id, financier_id, debtor_id, currency, limit_amount, used_amount, excess_amount, version, set_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict on constraint limit_line_key do nothing returning id`,
      [id, financierId, debtorId, currency, limit.amount, used.amount, excess.amount, version, setAt],
    );
    return rows.length > 0;
  }

  /** Writes the new limit of a line that the transaction has locked. */
  async change(tx: Tx, { id, limit, excess, version, setAt }: LimitLine): Promise<void> {
    await query(
      tx,
      `update risk.limit_line set limit_amount = $2, excess_amount = $3, version = $4, set_at = $5
       where id = $1`,
      [id, limit.amount, excess.amount, version, setAt],
    );
  }

  async byId(on: Reads, scope: Scope, id: string): Promise<LimitLine | undefined> {
    const [row] = await query<Row>(
      on,
      `select ${COLUMNS} from risk.limit_line l
       where ($1::uuid[] is null or l.financier_id = any($1)) and l.id = $2`,
      [scopeParam(scope), id],
    );
    return row && lineOf(row);
  }

  /** The newest first. */
  async page(on: Reads, scope: Scope, filter: LimitFilter): Promise<LimitLine[]> {
    const { before, take } = keyset(filter);
    const rows = await query<Row>(
      on,
      `select ${COLUMNS} from risk.limit_line l
       where ($1::uuid[] is null or l.financier_id = any($1)) and l.id < $2
         and ($3::uuid is null or l.debtor_id = $3) and ($4::text is null or l.currency = $4)
       order by l.id desc limit $5`,
      [scopeParam(scope), before, filter.debtorId ?? null, filter.currency ?? null, take],
    );
    return rows.map(lineOf);
  }
}
