// The only file that queries registry.fee_line. A line is never changed: what corrects a charge is its next line.
import { Injectable } from '@nestjs/common';
import { money, type Money } from '#kernel';
import { query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { FeeKind } from '../../domain/fees/fee';
import { instantSql } from '../rows/instant-sql';

export interface FeeLine {
  readonly id: string;
  readonly chargeId: string;
  /** 0 is the charge itself, each further one a correction of it. */
  readonly correction: number;
  /** Who owes it. */
  readonly organisationId: string;
  readonly kind: FeeKind;
  readonly filingId: string;
  /** Of the registration or of what happened to it. */
  readonly number: string;
  readonly units: number;
  readonly unitPrice: Money;
  readonly amount: Money;
  readonly chargedAt: string;
  readonly byUser: string | null;
  readonly reason: string | null;
}
/** With what the whole charge comes to by now. */
export interface FeeLineShown extends FeeLine {
  readonly owed: Money;
  readonly isLatest: boolean;
}
export interface FeeFilter {
  readonly from: Date;
  readonly until: Date;
  readonly organisationId: string | null;
  readonly before: string;
  readonly take: number;
}
export interface FeeTotal {
  readonly organisationId: string;
  readonly lines: number;
  readonly amount: Money;
}

type Row = Omit<FeeLineShown, 'unitPrice' | 'amount' | 'owed'> &
  Readonly<Record<'unitPrice' | 'amount' | 'owed' | 'currency', string>>;

const COLUMNS = `l.id, l.charge_id as "chargeId", l.correction, l.organisation_id as "organisationId", l.kind,
  l.filing_id as "filingId", l.number, l.units, l.unit_price::text as "unitPrice", l.amount::text as amount,
  l.currency, ${instantSql('l.charged_at')} as "chargedAt", l.by_user as "byUser", l.reason,
  s.owed::text as owed, l.correction = s.last as "isLatest"`;
const WHOLE = `cross join lateral (select sum(o.amount) as owed, max(o.correction) as last
  from registry.fee_line o where o.charge_id = l.charge_id) s`;
const OWN = '($1::uuid[] is null or l.organisation_id = any($1))';

@Injectable()
export class FeeStore {
  /** False when a charge got that correction meanwhile; one statement, however many lines. */
  async add(tx: Tx, lines: readonly FeeLine[]): Promise<boolean> {
    if (lines.length === 0) return true;
    const rows = lines.map((line) => ({
      ...{ id: line.id, charge_id: line.chargeId, correction: line.correction },
      ...{ organisation_id: line.organisationId, kind: line.kind, filing_id: line.filingId },
      ...{ number: line.number, units: line.units, unit_price: line.unitPrice.amount },
      ...{ amount: line.amount.amount, currency: line.amount.currency, charged_at: line.chargedAt },
      ...{ by_user: line.byUser, reason: line.reason },
    }));
    const added = await query(
      tx,
      `insert into registry.fee_line select * from json_populate_recordset(null::registry.fee_line, $1)
       on conflict on constraint fee_line_correction do nothing returning id`,
      [JSON.stringify(rows)],
    );
    return added.length === lines.length;
  }

  /** The latest line of a charge. */
  async latest(on: Reads, scope: Scope, chargeId: string): Promise<FeeLineShown | null> {
    const sql = `select ${COLUMNS} from registry.fee_line l ${WHOLE}
      where ${OWN} and l.charge_id = $2 order by l.correction desc limit 1`;
    const [row] = await query<Row>(on, sql, [scopeParam(scope), chargeId]);
    return row ? shown(row) : null;
  }

  /** The newest first. */
  async page(on: Reads, scope: Scope, filter: FeeFilter): Promise<FeeLineShown[]> {
    const { organisationId, from, until, before, take } = filter;
    const rows = await query<Row>(
      on,
      `select ${COLUMNS} from registry.fee_line l ${WHOLE}
       where ${OWN} and ($2::uuid is null or l.organisation_id = $2)
         and l.charged_at >= $3 and l.charged_at < $4 and l.id < $5 order by l.id desc limit $6`,
      [scopeParam(scope), organisationId, from, until, before, take],
    );
    return rows.map(shown);
  }

  /** What each organisation owes for a stretch of time, by organisation. */
  async totals(on: Reads, scope: Scope, filter: FeeFilter): Promise<FeeTotal[]> {
    const { organisationId, from, until, before, take } = filter;
    const rows = await query<{ organisationId: string; lines: number; amount: string; currency: string }>(
      on,
      `select l.organisation_id as "organisationId", l.currency, count(*)::int as lines, sum(l.amount)::text as amount
       from registry.fee_line l
       where ${OWN} and ($2::uuid is null or l.organisation_id = $2)
         and l.charged_at >= $3 and l.charged_at < $4 and l.organisation_id < $5
       group by l.organisation_id, l.currency order by l.organisation_id desc limit $6`,
      [scopeParam(scope), organisationId, from, until, before, take],
    );
    return rows.map(({ currency, amount, ...total }) => ({ ...total, amount: money(amount, currency) }));
  }
}

function shown({ currency, unitPrice, amount, owed, ...line }: Row): FeeLineShown {
  const inCurrency = (value: string) => money(value, currency);
  return {
    ...line,
    unitPrice: inCurrency(unitPrice),
    amount: inCurrency(amount),
    owed: inCurrency(owed),
  };
}
