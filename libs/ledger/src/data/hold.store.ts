// The only file that queries ledger.hold and ledger.hold_end. Whoever writes here has locked the balances concerned.
import { Injectable } from '@nestjs/common';
import { type Id, money } from '#kernel';
import { query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { Hold, HoldOutcome, HoldState } from '../domain/hold';

interface Row extends Omit<Hold, 'amount' | 'state'> {
  readonly id: Id<'hold'>;
  readonly amount: string;
  readonly currency: string;
  readonly state: HoldState;
}
export interface HoldEnd {
  readonly holdId: string;
  readonly outcome: HoldOutcome;
  readonly postingId: string | null;
  readonly endedAt: Date;
}

@Injectable()
export class HoldStore {
  async add(tx: Tx, holds: readonly Hold[]): Promise<void> {
    await query(
      tx,
      `insert into ledger.hold (id, account_id, amount, currency, subject_type, subject_id, placed_at, expires_at)
       select * from unnest($1::uuid[], $2::uuid[], $3::numeric[], $4::text[], $5::text[], $6::uuid[],
         $7::timestamptz[], $8::timestamptz[])`,
      [
        holds.map(({ id }) => id),
        holds.map(({ accountId }) => accountId),
        holds.map(({ amount }) => amount.amount),
        holds.map(({ amount }) => amount.currency),
        holds.map(({ subjectType }) => subjectType),
        holds.map(({ subjectId }) => subjectId),
        holds.map(({ placedAt }) => placedAt),
        holds.map(({ expiresAt }) => expiresAt),
      ],
    );
  }

  async end(tx: Tx, ends: readonly HoldEnd[]): Promise<void> {
    await query(
      tx,
      `insert into ledger.hold_end (hold_id, outcome, posting_id, ended_at)
       select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::timestamptz[])`,
      [
        ends.map(({ holdId }) => holdId),
        ends.map(({ outcome }) => outcome),
        ends.map(({ postingId }) => postingId),
        ends.map(({ endedAt }) => endedAt),
      ],
    );
  }

  async byIds(on: Reads, scope: Scope, ids: readonly string[]): Promise<Hold[]> {
    const rows = await query<Row>(
      on,
      `select h.id, h.account_id as "accountId", h.amount::text as amount, h.currency,
         h.subject_type as "subjectType", h.subject_id as "subjectId", h.placed_at as "placedAt",
         h.expires_at as "expiresAt", coalesce(e.outcome, 'open') as state
       from ledger.hold h join ledger.account a on a.id = h.account_id
       left join ledger.hold_end e on e.hold_id = h.id
       where ($1::uuid[] is null or a.owner_id = any($1)) and h.id = any($2::uuid[]) order by h.id`,
      [scopeParam(scope), ids],
    );
    return rows.map(({ amount, currency, ...row }) => ({ ...row, amount: money(amount, currency) }));
  }

  /** Holds whose time has run out and that nobody has ended yet. */
  async due(on: Reads, scope: Scope, now: Date, limit: number): Promise<string[]> {
    const rows = await query<{ id: string }>(
      on,
      `select h.id from ledger.hold h join ledger.account a on a.id = h.account_id
       where ($1::uuid[] is null or a.owner_id = any($1)) and h.expires_at <= $2
         and not exists (select 1 from ledger.hold_end e where e.hold_id = h.id)
       order by h.id limit $3`,
      [scopeParam(scope), now, limit],
    );
    return rows.map(({ id }) => id);
  }
}
