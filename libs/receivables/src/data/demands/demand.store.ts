// The only file that queries receivables.demand and demand_delivery.
import { Injectable } from '@nestjs/common';
import { money } from '#kernel';
import { keyset, type PageQuery, query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { Demand } from '../../domain/demands/demand';

/** With when its mail left; null while it has not. */
export interface DemandRow extends Demand {
  readonly deliveredAt: Date | null;
}
interface Row extends Omit<DemandRow, 'payable'> {
  readonly amount: string;
  readonly currency: string;
}
export interface DemandFilter extends PageQuery {
  readonly receivableId?: string;
}

const SELECT = `select d.id, d.receivable_id as "receivableId", d.receivable_version as "receivableVersion",
    d.supplier_id as "supplierId", d.supplier_name as "supplierName", d.debtor_id as "debtorId",
    d.debtor_name as "debtorName", d.invoice_number as "invoiceNumber", d.issue_date as "issueDate",
    d.due_date as "dueDate", d.payable_amount::text as amount, d.currency, d.listed_on as "listedOn",
    d.answer_by as "answerBy", d.issued_on as "issuedOn", d.issued_at as "issuedAt", d.issued_by as "issuedBy",
    d.contact_id as "contactId", v.delivered_at as "deliveredAt"
  from receivables.demand d left join receivables.demand_delivery v on v.demand_id = d.id`;
/** Both sides read the letter. */
const IN_SCOPE = '($1::uuid[] is null or d.supplier_id = any($1) or d.debtor_id = any($1))';

const rowOf = ({ amount, currency, ...row }: Row): DemandRow => ({
  ...row,
  payable: money(amount, currency),
});

@Injectable()
export class DemandStore {
  /** False when one of this day is there already. */
  async add(tx: Tx, demand: Demand): Promise<boolean> {
    const { id, receivableId, receivableVersion, supplierId, supplierName, debtorId, debtorName } = demand;
    const { invoiceNumber, issueDate, dueDate, payable, listedOn, answerBy } = demand;
    const { issuedOn, issuedAt, issuedBy, contactId } = demand;
    const added = await query(
      tx,
      `insert into receivables.demand (id, receivable_id, receivable_version, supplier_id, supplier_name, debtor_id,
         debtor_name, invoice_number, issue_date, due_date, payable_amount, currency, listed_on, answer_by, issued_on,
         issued_at, issued_by, contact_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
       on conflict (receivable_id, issued_on) do nothing returning id`,
      [
        ...[
          id,
          receivableId,
          receivableVersion,
          supplierId,
          supplierName,
          debtorId,
          debtorName,
          invoiceNumber,
        ],
        ...[issueDate, dueDate, payable.amount, payable.currency, listedOn, answerBy],
        ...[issuedOn, issuedAt, issuedBy, contactId],
      ],
    );
    return added.length > 0;
  }

  async byId(on: Reads, scope: Scope, id: string): Promise<DemandRow | undefined> {
    const [row] = await query<Row>(on, `${SELECT} where ${IN_SCOPE} and d.id = $2`, [scopeParam(scope), id]);
    return row && rowOf(row);
  }

  /** The newest first. */
  async page(on: Reads, scope: Scope, filter: DemandFilter): Promise<DemandRow[]> {
    const { before, take } = keyset(filter);
    const rows = await query<Row>(
      on,
      `${SELECT} where ${IN_SCOPE} and ($2::uuid is null or d.receivable_id = $2) and d.id < $3
       order by d.id desc limit $4`,
      [scopeParam(scope), filter.receivableId ?? null, before, take],
    );
    return rows.map(rowOf);
  }

  /** False when it was recorded before. */
  async recordDelivery(tx: Tx, id: string, at: Date): Promise<boolean> {
    const added = await query(
      tx,
      `insert into receivables.demand_delivery (demand_id, delivered_at) values ($1, $2)
       on conflict (demand_id) do nothing returning demand_id`,
      [id, at],
    );
    return added.length > 0;
  }
}
