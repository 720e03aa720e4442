// The only file that queries factoring.deal_title.
import { Injectable } from '@nestjs/common';
import { query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { TitleRecord } from '../domain/title';

@Injectable()
export class TitleStore {
  async add(tx: Tx, record: TitleRecord): Promise<void> {
    await query(
      tx,
      `insert into factoring.deal_title
         (id, deal_id, kind, number, registered_at, reason, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        record.id,
        record.dealId,
        record.kind,
        record.number,
        record.registeredAt,
        record.reason,
        record.recordedBy,
        record.recordedAt,
      ],
    );
  }

  /** Supplier and financier of the deals see them, in the order of recording. */
  async ofDeals(on: Reads, scope: Scope, dealIds: readonly string[]): Promise<TitleRecord[]> {
    return query<TitleRecord>(
      on,
      `select t.id, t.deal_id as "dealId", t.kind, t.number, t.registered_at as "registeredAt", t.reason,
         t.recorded_by as "recordedBy", t.recorded_at as "recordedAt"
       from factoring.deal_title t join factoring.deal d on d.id = t.deal_id
       where ($1::uuid[] is null or d.supplier_id = any($1) or d.financier_id = any($1))
         and t.deal_id = any($2::uuid[])
       order by t.recorded_at, t.id`,
      [scopeParam(scope), dealIds],
    );
  }
}
