// The only file that queries factoring.dilution_acknowledgement; and what dilution and tax checks ask of deals and offers.
import { Injectable } from '@nestjs/common';
import { query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { Acknowledgement } from '../../domain/watch/dilution';

export interface DilutedDeal {
  readonly id: string;
  readonly supplierId: string;
  readonly financierId: string;
  readonly state: string;
  readonly version: number;
}
export interface DilutedOffer {
  readonly offerId: string;
  readonly requestId: string;
  readonly supplierId: string;
  readonly financierId: string;
}

@Injectable()
export class DilutionStore {
  async add(tx: Tx, given: Acknowledgement): Promise<void> {
    await query(
      tx,
      `insert into factoring.dilution_acknowledgement (id, deal_id, receivable_id, correction_id, caused_by, reason,
         acknowledged_by, acknowledged_by_organisation, acknowledged_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[given.id, given.dealId, given.receivableId, given.correctionId, given.causedBy, given.reason],
        ...[given.acknowledgedBy, given.acknowledgedByOrganisation, given.acknowledgedAt],
      ],
    );
  }

  /** Supplier and financier of the deals see them, in the order in which they were given. */
  async ofReceivables(on: Reads, scope: Scope, receivableIds: readonly string[]): Promise<Acknowledgement[]> {
    return query<Acknowledgement>(
      on,
      `select a.id, a.deal_id as "dealId", a.receivable_id as "receivableId", a.correction_id as "correctionId",
         a.caused_by as "causedBy", a.reason, a.acknowledged_by as "acknowledgedBy",
         a.acknowledged_by_organisation as "acknowledgedByOrganisation", a.acknowledged_at as "acknowledgedAt"
       from factoring.dilution_acknowledgement a join factoring.deal d on d.id = a.deal_id
       where ($1::uuid[] is null or d.supplier_id = any($1) or d.financier_id = any($1))
         and a.receivable_id = any($2::uuid[])
       order by a.acknowledged_at, a.id`,
      [scopeParam(scope), receivableIds],
    );
  }

  /** Deals in scope with this receivable, by ascending id. */
  async dealsOn(on: Reads, scope: Scope, receivableId: string): Promise<string[]> {
    const rows = await query<{ id: string }>(
      on,
      `select d.id from factoring.deal_item i join factoring.deal d on d.id = i.deal_id
       where ($1::uuid[] is null or d.supplier_id = any($1) or d.financier_id = any($1))
         and i.receivable_id = $2 order by d.id`,
      [scopeParam(scope), receivableId],
    );
    return rows.map(({ id }) => id);
  }

  /** Freezes deals on the receivable that are not funded and have not acknowledged the correction, by ascending id. */
  async freeze(tx: Tx, receivableId: string, correctionId: string, at: Date): Promise<DilutedDeal[]> {
    return query<DilutedDeal>(
      tx,
      `with meant as (
         select d.id from factoring.deal d
         where d.state = 'accepted' and d.frozen_by_correction_id is null
           and d.id in (select i.deal_id from factoring.deal_item i where i.receivable_id = $1)
           and not exists (select 1 from factoring.dilution_acknowledgement a
             where a.deal_id = d.id and a.receivable_id = $1 and a.correction_id >= $2)
         order by d.id for update of d)
       update factoring.deal d
       set frozen_at = coalesce(d.frozen_at, $3), frozen_by_correction_id = $2, version = d.version + 1
       from meant where d.id = meant.id
       returning d.id, d.supplier_id as "supplierId", d.financier_id as "financierId", d.state, d.version`,
      [receivableId, correctionId, at],
    );
  }

  /** A locked deal whose dilutions are all acknowledged; another cause keeps it frozen. */
  async unfreeze(tx: Tx, dealId: string): Promise<void> {
    await query(
      tx,
      `update factoring.deal set frozen_by_correction_id = null,
         frozen_at = case when frozen_by_filing_id is null then null else frozen_at end where id = $1`,
      [dealId],
    );
  }

  /** On a locked deal. */
  async waiveTax(tx: Tx, dealId: string, reason: string, by: string, at: Date): Promise<void> {
    await query(
      tx,
      'update factoring.deal set tax_waiver_reason = $2, tax_waived_by = $3, tax_waived_at = $4 where id = $1',
      [dealId, reason, by, at],
    );
  }

  /** Deals in scope whose money is out, with this receivable. */
  async fundedOn(on: Reads, scope: Scope, receivableId: string): Promise<DilutedDeal[]> {
    return query<DilutedDeal>(
      on,
      `select d.id, d.supplier_id as "supplierId", d.financier_id as "financierId", d.state, d.version
       from factoring.deal d join factoring.deal_item i on i.deal_id = d.id
       where ($1::uuid[] is null or d.supplier_id = any($1) or d.financier_id = any($1))
         and i.receivable_id = $2 and d.state in ('funded', 'matured', 'overdue', 'recourse')
       order by d.id`,
      [scopeParam(scope), receivableId],
    );
  }

  /** Live offers in scope on open requests for this receivable. */
  async liveOffersOn(on: Reads, scope: Scope, receivableId: string): Promise<DilutedOffer[]> {
    return query<DilutedOffer>(
      on,
      `select o.id as "offerId", o.request_id as "requestId", r.supplier_id as "supplierId",
         o.financier_id as "financierId"
       from factoring.request_item i join factoring.request r on r.id = i.request_id
         join factoring.offer o on o.request_id = r.id
       where ($1::uuid[] is null or r.supplier_id = any($1) or o.financier_id = any($1))
         and i.receivable_id = $2 and r.state = 'open' and o.state = 'live'
       order by o.id`,
      [scopeParam(scope), receivableId],
    );
  }

  /** Receivables of deals in scope that hold a claim on them, by ascending id, after the given one. */
  async financed(on: Reads, scope: Scope, after: string, most: number): Promise<string[]> {
    const rows = await query<{ id: string }>(
      on,
      `select distinct i.receivable_id as id from factoring.deal_item i join factoring.deal d on d.id = i.deal_id
       where ($1::uuid[] is null or d.supplier_id = any($1) or d.financier_id = any($1))
         and d.state in ('accepted', 'funded', 'matured', 'overdue', 'recourse') and i.receivable_id > $2
       order by 1 limit $3`,
      [scopeParam(scope), after, most],
    );
    return rows.map(({ id }) => id);
  }
}
