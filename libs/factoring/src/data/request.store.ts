// The only file that queries factoring.request, its items and the financiers it is addressed to.
import { Injectable } from '@nestjs/common';
import { keyset, type PageQuery, query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { Grade } from '#receivables';
import type { FinancingRequest, RequestItem } from '../domain/request';
import type { RequestState } from '../domain/states';
import { ownPage } from './own-page';

const COLUMNS = `r.id, r.supplier_id as "supplierId", r.currency, r.state, r.closes_at as "closesAt",
  r.total_amount as "totalAmount", r.item_count as "itemCount", r.worst_grade as "worstGrade",
  r.first_due_date as "firstDueDate",
  r.created_by as "createdBy", r.created_at as "createdAt", r.ended_at as "endedAt", r.version`;

/** The supplier whose it is, and the financiers it is addressed to. */
const VISIBLE = `($1::uuid[] is null or r.supplier_id = any($1) or exists (
  select from factoring.request_financier f where f.request_id = r.id and f.financier_id = any($1)))`;
const PAGE = ownPage(
  [
    {
      from: 'factoring.request r',
      id: 'r.id',
      party: 'r.supplier_id',
      where: '($2::text is null or r.state = $2) and ($5::text is null or r.worst_grade <= $5)',
    },
    {
      from: 'factoring.request_financier f',
      id: 'f.request_id',
      party: 'f.financier_id',
      where: `(($2::text is null and $5::text is null) or exists (select from factoring.request r
        where r.id = f.request_id and ($2::text is null or r.state = $2)
          and ($5::text is null or r.worst_grade <= $5)))`,
    },
  ],
  '$3',
  '$4',
);

export interface EndedRequest {
  readonly id: string;
  readonly supplierId: string;
  readonly version: number;
}
export interface RequestFilter extends PageQuery {
  readonly state?: string;
  /** Only with evidence of at least this grade. */
  readonly grade?: Grade;
}

interface OpenAsked {
  readonly supplierId: string;
  readonly currency: string;
  readonly now: Date;
  readonly most: number;
}

@Injectable()
export class RequestStore {
  async add(
    tx: Tx,
    request: FinancingRequest,
    items: readonly RequestItem[],
    financierIds: readonly string[],
  ): Promise<void> {
    await query(
      tx,
      `insert into factoring.request (id, supplier_id, currency, state, closes_at, total_amount, item_count,
         first_due_date, created_by, created_at, ended_at, version, worst_grade)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        request.id,
        request.supplierId,
        request.currency,
        request.state,
        request.closesAt,
        request.totalAmount,
        request.itemCount,
        request.firstDueDate,
        request.createdBy,
        request.createdAt,
        request.endedAt,
        request.version,
        request.worstGrade,
      ],
    );
    await query(
      tx,
      `insert into factoring.request_item
         (request_id, receivable_id, debtor_id, asset_key, invoice_number, issue_date, due_date, amount)
       select $1, * from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::date[], $7::date[], $8::numeric[])`,
      [
        request.id,
        items.map(({ receivableId }) => receivableId),
        items.map(({ debtorId }) => debtorId),
        items.map(({ assetKey }) => assetKey),
        items.map(({ invoiceNumber }) => invoiceNumber),
        items.map(({ issueDate }) => issueDate),
        items.map(({ dueDate }) => dueDate),
        items.map(({ amount }) => amount),
      ],
    );
    await query(
      tx,
      `insert into factoring.request_financier (request_id, financier_id) select $1, * from unnest($2::uuid[])`,
      [request.id, financierIds],
    );
  }

  async byIds(on: Reads, scope: Scope, ids: readonly string[]): Promise<FinancingRequest[]> {
    return query<FinancingRequest>(
      on,
      `select ${COLUMNS} from factoring.request r where ${VISIBLE} and r.id = any($2::uuid[]) order by r.id`,
      [scopeParam(scope), ids],
    );
  }

  async page(on: Reads, scope: Scope, filter: RequestFilter): Promise<FinancingRequest[]> {
    const { before, take } = keyset(filter);
    return query<FinancingRequest>(
      on,
      `select ${COLUMNS} from factoring.request r where r.id in (${PAGE}) order by r.id desc`,
      [scopeParam(scope), filter.state ?? null, before, take, filter.grade ?? null],
    );
  }

  /** Those of a supplier in one currency on which offers can be taken now; at most so many, the newest first. */
  async openOf(
    on: Reads,
    scope: Scope,
    { supplierId, currency, now, most }: OpenAsked,
  ): Promise<FinancingRequest[]> {
    return query<FinancingRequest>(
      on,
      `select ${COLUMNS} from factoring.request r
       where ${VISIBLE} and r.supplier_id = $2 and r.currency = $3 and r.state = 'open' and r.closes_at > $4
       order by r.id desc limit $5`,
      [scopeParam(scope), supplierId, currency, now, most],
    );
  }

  /** For whoever ends a request or takes an offer of it. The lock of a request comes before those of its offers. */
  async lock(tx: Tx, scope: Scope, id: string): Promise<FinancingRequest | undefined> {
    const [request] = await query<FinancingRequest>(
      tx,
      `select ${COLUMNS} from factoring.request r where ${VISIBLE} and r.id = $2 for update of r`,
      [scopeParam(scope), id],
    );
    return request;
  }

  /** For whoever adds or withdraws an offer: many at once, while nobody can end the request. */
  async share(tx: Tx, ids: readonly string[]): Promise<FinancingRequest[]> {
    return query<FinancingRequest>(
      tx,
      `select ${COLUMNS} from factoring.request r where r.id = any($1::uuid[]) order by r.id for share of r`,
      [ids],
    );
  }

  /** Ascending id, as receivables are locked. */
  async items(on: Reads, scope: Scope, requestIds: readonly string[]): Promise<RequestItem[]> {
    return query<RequestItem>(
      on,
      `select i.request_id as "requestId", i.receivable_id as "receivableId", i.debtor_id as "debtorId",
         i.asset_key as "assetKey", i.invoice_number as "invoiceNumber", i.issue_date as "issueDate",
         i.due_date as "dueDate", i.amount
       from factoring.request_item i join factoring.request r on r.id = i.request_id
       where ${VISIBLE} and i.request_id = any($2::uuid[]) order by i.request_id, i.receivable_id`,
      [scopeParam(scope), requestIds],
    );
  }

  /** Whom the requests are addressed to. A financier in scope sees itself alone, the supplier sees all. */
  async financiers(
    on: Reads,
    scope: Scope,
    requestIds: readonly string[],
  ): Promise<{ requestId: string; financierId: string }[]> {
    return query(
      on,
      `select f.request_id as "requestId", f.financier_id as "financierId"
       from factoring.request_financier f join factoring.request r on r.id = f.request_id
       where ($1::uuid[] is null or r.supplier_id = any($1) or f.financier_id = any($1))
         and f.request_id = any($2::uuid[])
       order by f.request_id, f.financier_id`,
      [scopeParam(scope), requestIds],
    );
  }

  /** Ends one locked request. */
  async end(tx: Tx, id: string, state: RequestState, at: Date): Promise<void> {
    await query(
      tx,
      `update factoring.request set state = $2, ended_at = $3, version = version + 1 where id = $1`,
      [id, state, at],
    );
  }

  /** Expires open requests whose closing time has come; skips those that somebody is working on. */
  async expire(tx: Tx, now: Date, most: number): Promise<EndedRequest[]> {
    return query(
      tx,
      `with due as (
         select id from factoring.request where state = 'open' and closes_at <= $1
         order by id limit $2 for update skip locked)
       update factoring.request r set state = 'expired', ended_at = $1, version = r.version + 1
       from due where r.id = due.id returning r.id, r.supplier_id as "supplierId", r.version`,
      [now, most],
    );
  }
}
