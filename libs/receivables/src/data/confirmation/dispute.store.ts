// The only file that queries receivables.dispute and its parties.
import { Injectable } from '@nestjs/common';
import { money } from '#kernel';
import { keyset, type PageQuery, query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { Dispute, DisputeCause, DisputeState } from '../../domain/dispute';

export interface DisputeFilter extends PageQuery {
  readonly state?: DisputeState;
  readonly receivableId?: string;
}

type Row = Omit<Dispute, 'amount'> & { readonly amount: string | null };

const COLUMNS = `d.id, d.receivable_id as "receivableId", d.supplier_id as "supplierId", d.debtor_id as "debtorId",
  d.cause, d.caused_by as "causedBy", d.opened_by_organisation as "openedByOrganisation",
  d.opened_by as "openedBy", d.opened_at as "openedAt", d.reason, d.note, d.amount, d.currency, d.holds, d.state,
  d.answer, d.answered_by as "answeredBy", d.answered_at as "answeredAt", d.escalated_by as "escalatedBy",
  d.escalated_at as "escalatedAt", d.closed_by as "closedBy", d.closed_by_organisation as "closedByOrganisation",
  d.closed_at as "closedAt", d.closing_reason as "closingReason", d.closing_note as "closingNote", d.version`;

/** Those whom a dispute concerns. */
const IN_SCOPE = `($1::uuid[] is null or exists (select 1 from receivables.dispute_party p
  where p.dispute_id = d.id and p.organisation_id = any($1)))`;

const disputeOf = ({ amount, ...rest }: Row): Dispute => ({
  ...rest,
  amount: amount === null ? null : money(amount, rest.currency),
});

@Injectable()
export class DisputeStore {
  /** With supplier, debtor and opener as parties. */
  async add(tx: Tx, disputes: readonly Dispute[]): Promise<void> {
    if (disputes.length === 0) return;
    await query(
      tx,
      `insert into receivables.dispute
         (id, receivable_id, supplier_id, debtor_id, cause, caused_by, opened_by_organisation, opened_by, opened_at,
          reason, note, amount, currency, holds, state, version)
       select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::uuid[], $7::uuid[],
         $8::uuid[], $9::timestamptz[], $10::text[], $11::text[], $12::numeric[], $13::text[], $14::boolean[],
         $15::text[], $16::int[])`,
      [
        disputes.map(({ id }) => id),
        disputes.map(({ receivableId }) => receivableId),
        disputes.map(({ supplierId }) => supplierId),
        disputes.map(({ debtorId }) => debtorId),
        disputes.map(({ cause }) => cause),
        disputes.map(({ causedBy }) => causedBy),
        disputes.map(({ openedByOrganisation }) => openedByOrganisation),
        disputes.map(({ openedBy }) => openedBy),
        disputes.map(({ openedAt }) => openedAt),
        disputes.map(({ reason }) => reason),
        disputes.map(({ note }) => note),
        disputes.map(({ amount }) => amount?.amount ?? null),
        disputes.map(({ currency }) => currency),
        disputes.map(({ holds }) => holds),
        disputes.map(({ state }) => state),
        disputes.map(({ version }) => version),
      ],
    );
    const pairs = disputes.flatMap(({ id, supplierId, debtorId, openedByOrganisation }) =>
      [...new Set([supplierId, debtorId, openedByOrganisation ?? debtorId])].map((party) => ({ id, party })),
    );
    await query(
      tx,
      `insert into receivables.dispute_party (dispute_id, organisation_id)
       select * from unnest($1::uuid[], $2::uuid[])`,
      [pairs.map(({ id }) => id), pairs.map(({ party }) => party)],
    );
  }

  /** Whom it concerns beside those who were there when it was opened. */
  async addParties(tx: Tx, disputeId: string, organisationIds: readonly string[]): Promise<void> {
    await query(
      tx,
      `insert into receivables.dispute_party (dispute_id, organisation_id)
       select $1, id from unnest($2::uuid[]) as n (id) on conflict do nothing`,
      [disputeId, organisationIds],
    );
  }

  /** The newest first. */
  async page(on: Reads, scope: Scope, filter: DisputeFilter): Promise<Dispute[]> {
    const { before, take } = keyset(filter);
    const rows = await query<Row>(
      on,
      `select ${COLUMNS} from receivables.dispute d
       where ${IN_SCOPE} and d.id < $2 and ($3::text is null or d.state = $3)
         and ($4::uuid is null or d.receivable_id = $4)
       order by d.id desc limit $5`,
      [scopeParam(scope), before, filter.state ?? null, filter.receivableId ?? null, take],
    );
    return rows.map(disputeOf);
  }

  async byId(on: Reads, scope: Scope, id: string): Promise<Dispute | undefined> {
    const [row] = await query<Row>(
      on,
      `select ${COLUMNS} from receivables.dispute d where d.id = $2 and ${IN_SCOPE}`,
      [scopeParam(scope), id],
    );
    return row && disputeOf(row);
  }

  /** Which of these receivables have a dispute of this cause that is not closed. */
  async openAbout(
    on: Reads,
    scope: Scope,
    cause: DisputeCause,
    receivableIds: readonly string[],
  ): Promise<ReadonlySet<string>> {
    const rows = await query<{ id: string }>(
      on,
      `select distinct d.receivable_id as id from receivables.dispute d
       where d.receivable_id = any($2) and d.cause = $3 and d.state <> 'closed' and ${IN_SCOPE}`,
      [scopeParam(scope), receivableIds, cause],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Its receivable is locked before. */
  async lock(tx: Tx, scope: Scope, id: string): Promise<Dispute | undefined> {
    const [row] = await query<Row>(
      tx,
      `select ${COLUMNS} from receivables.dispute d where d.id = $2 and ${IN_SCOPE} for update of d`,
      [scopeParam(scope), id],
    );
    return row && disputeOf(row);
  }

  /** Whether another dispute holds the receivable, or one ended in the finding that nothing is owed. */
  async holdsBeside(on: Reads, scope: Scope, receivableId: string, id: string): Promise<boolean> {
    const found = await query(
      on,
      `select 1 from receivables.dispute d
       where d.receivable_id = $2 and d.id <> $3 and d.holds
         and (d.state <> 'closed' or d.closing_reason = 'not_owed') and ${IN_SCOPE} limit 1`,
      [scopeParam(scope), receivableId, id],
    );
    return found.length > 0;
  }

  /** Writes a step of a locked dispute. */
  async update(tx: Tx, dispute: Dispute): Promise<void> {
    const { id, state, answer, answeredBy, answeredAt, escalatedBy, escalatedAt, version } = dispute;
    const { closedBy, closedByOrganisation, closedAt, closingReason, closingNote } = dispute;
    await query(
      tx,
      `update receivables.dispute
       set state = $2, answer = $3, answered_by = $4, answered_at = $5, escalated_by = $6, escalated_at = $7,
         closed_by = $8, closed_by_organisation = $9, closed_at = $10, closing_reason = $11, closing_note = $12,
         version = $13
       where id = $1`,
      [
        ...[id, state, answer, answeredBy, answeredAt, escalatedBy, escalatedAt],
        ...[closedBy, closedByOrganisation, closedAt, closingReason, closingNote, version],
      ],
    );
  }
}
