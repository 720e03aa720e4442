// The only file that queries receivables.confirmation for itself; the queue, which joins receivables, has its own.
import { Injectable } from '@nestjs/common';
import { money } from '#kernel';
import { query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { Confirmation } from '../domain/answer';
import type { ConfirmationRow } from './confirmation.entity';

const COLUMNS = `id, receivable_id as "receivableId", debtor_id as "debtorId", decision,
  confirmed_amount as "confirmedAmount", currency, reason, note,
  order_number as "orderNumber", goods_receipt_number as "goodsReceiptNumber",
  no_assignment_clause as "noAssignmentClause", channel, state,
  receivable_version as "receivableVersion", maker_id as "makerId", maker_session as "makerSession",
  maker_kind as "makerKind", maker_methods as "makerMethods", proposed_at as "proposedAt",
  checker_id as "checkerId", checker_session as "checkerSession", checker_kind as "checkerKind",
  checker_methods as "checkerMethods", checked_at as "checkedAt", withdrawn_by as "withdrawnBy",
  withdrawn_at as "withdrawnAt", withdrawal_reason as "withdrawalReason", version`;

const confirmationOf = ({ confirmedAmount, currency, ...rest }: ConfirmationRow): Confirmation => ({
  ...rest,
  confirmed: money(confirmedAmount, currency),
});

@Injectable()
export class ConfirmationStore {
  async add(tx: Tx, confirmations: readonly Confirmation[]): Promise<void> {
    if (confirmations.length === 0) return;
    await query(
      tx,
      `insert into receivables.confirmation
         (id, receivable_id, debtor_id, decision, confirmed_amount, currency, reason, note, state,
          receivable_version, maker_id, maker_session, proposed_at, version, order_number, goods_receipt_number,
          channel, maker_kind, maker_methods, no_assignment_clause)
       select n.id, n.receivable_id, n.debtor_id, n.decision, n.amount, n.currency, n.reason, n.note, n.state,
         n.receivable_version, n.maker_id, n.maker_session, n.proposed_at, n.version, n.order_number,
         n.goods_receipt_number, n.channel, n.maker_kind, string_to_array(n.maker_methods, ','),
         n.no_assignment_clause
       from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::numeric[], $6::text[], $7::text[],
         $8::text[], $9::text[], $10::int[], $11::uuid[], $12::text[], $13::timestamptz[], $14::int[],
         $15::text[], $16::text[], $17::text[], $18::text[], $19::text[], $20::boolean[])
         as n (id, receivable_id, debtor_id, decision, amount, currency, reason, note, state, receivable_version,
           maker_id, maker_session, proposed_at, version, order_number, goods_receipt_number, channel, maker_kind,
           maker_methods, no_assignment_clause)`,
      [
        confirmations.map(({ id }) => id),
        confirmations.map(({ receivableId }) => receivableId),
        confirmations.map(({ debtorId }) => debtorId),
        confirmations.map(({ decision }) => decision),
        confirmations.map(({ confirmed }) => confirmed.amount),
        confirmations.map(({ confirmed }) => confirmed.currency),
        confirmations.map(({ reason }) => reason),
        confirmations.map(({ note }) => note),
        confirmations.map(({ state }) => state),
        confirmations.map(({ receivableVersion }) => receivableVersion),
        confirmations.map(({ makerId }) => makerId),
        confirmations.map(({ makerSession }) => makerSession),
        confirmations.map(({ proposedAt }) => proposedAt),
        confirmations.map(({ version }) => version),
        confirmations.map(({ orderNumber }) => orderNumber),
        confirmations.map(({ goodsReceiptNumber }) => goodsReceiptNumber),
        confirmations.map(({ channel }) => channel),
        confirmations.map(({ makerKind }) => makerKind),
        confirmations.map(({ makerMethods }) => makerMethods.join(',')),
        confirmations.map(({ noAssignmentClause }) => noAssignmentClause),
      ],
    );
  }

  /** Of the debtors in scope. */
  async byIds(on: Reads, scope: Scope, ids: readonly string[]): Promise<Confirmation[]> {
    const rows = await query<ConfirmationRow>(
      on,
      `select ${COLUMNS} from receivables.confirmation
       where id = any($2) and ($1::uuid[] is null or debtor_id = any($1))`,
      [scopeParam(scope), ids],
    );
    return rows.map(confirmationOf);
  }

  /** For either side of the receivable. */
  async ofParties(on: Reads, scope: Scope, id: string): Promise<Confirmation | undefined> {
    const [row] = await query<ConfirmationRow>(
      on,
      `select ${COLUMNS} from receivables.confirmation
       where id = $2 and ($1::uuid[] is null or debtor_id = any($1) or exists (
         select 1 from receivables.receivable r
         where r.id = confirmation.receivable_id and r.supplier_id = any($1)))`,
      [scopeParam(scope), id],
    );
    return row && confirmationOf(row);
  }

  /** Locks answers of the debtors in scope; their receivables are locked before. */
  async lock(tx: Tx, scope: Scope, ids: readonly string[]): Promise<Confirmation[]> {
    const rows = await query<ConfirmationRow>(
      tx,
      `select ${COLUMNS} from receivables.confirmation
       where id = any($2) and ($1::uuid[] is null or debtor_id = any($1))
       order by id for update`,
      [scopeParam(scope), ids],
    );
    return rows.map(confirmationOf);
  }

  /** Which of these receivables have an answer that awaits its check. */
  async pending(on: Reads, scope: Scope, receivableIds: readonly string[]): Promise<Set<string>> {
    const rows = await query<{ receivableId: string }>(
      on,
      `select receivable_id as "receivableId" from receivables.confirmation
       where receivable_id = any($2) and state = 'proposed' and ($1::uuid[] is null or debtor_id = any($1))`,
      [scopeParam(scope), receivableIds],
    );
    return new Set(rows.map(({ receivableId }) => receivableId));
  }

  /** Of which the debtor's standing answer says that they may not be assigned; of suppliers and debtors in scope. */
  async statingNoAssignment(
    on: Reads,
    scope: Scope,
    receivableIds: readonly string[],
  ): Promise<ReadonlySet<string>> {
    const rows = await query<{ id: string }>(
      on,
      `select c.receivable_id as id
       from receivables.confirmation c join receivables.receivable r on r.id = c.receivable_id
       where c.receivable_id = any($2) and c.state = 'approved' and c.no_assignment_clause
         and ($1::uuid[] is null or r.supplier_id = any($1) or r.debtor_id = any($1))`,
      [scopeParam(scope), receivableIds],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Why the debtor did not confirm in full, by receivable; the scope is the supplier's, who never sees a user. */
  async answersFor(
    on: Reads,
    scope: Scope,
    receivableIds: readonly string[],
  ): Promise<Map<string, Pick<Confirmation, 'reason' | 'note'>>> {
    const rows = await query<Pick<Confirmation, 'receivableId' | 'reason' | 'note'>>(
      on,
      `select c.receivable_id as "receivableId", c.reason, c.note
       from receivables.confirmation c join receivables.receivable r on r.id = c.receivable_id
       where c.receivable_id = any($2) and c.state = 'approved'
         and ($1::uuid[] is null or r.supplier_id = any($1))`,
      [scopeParam(scope), receivableIds],
    );
    return new Map(rows.map(({ receivableId, ...answer }) => [receivableId, answer]));
  }

  /** Answers that were approved for an amount which has changed since; of receivables that the caller holds locked. */
  async supersede(
    tx: Tx,
    receivableIds: readonly string[],
  ): Promise<Pick<Confirmation, 'id' | 'receivableId' | 'version'>[]> {
    if (receivableIds.length === 0) return [];
    return query<Pick<Confirmation, 'id' | 'receivableId' | 'version'>>(
      tx,
      `update receivables.confirmation set state = 'superseded', version = version + 1
       where receivable_id = any($1) and state = 'approved'
       returning id, receivable_id as "receivableId", version`,
      [receivableIds],
    );
  }

  /** Writes the checks of locked answers. */
  async close(tx: Tx, confirmations: readonly Confirmation[]): Promise<void> {
    if (confirmations.length === 0) return;
    await query(
      tx,
      `update receivables.confirmation c
       set state = n.state, checker_id = n.checker_id, checker_session = n.checker_session,
         checked_at = n.checked_at, version = n.version, checker_kind = n.checker_kind,
         checker_methods = string_to_array(n.checker_methods, ',')
       from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::timestamptz[], $6::int[], $7::text[],
         $8::text[])
         as n (id, state, checker_id, checker_session, checked_at, version, checker_kind, checker_methods)
       where c.id = n.id`,
      [
        confirmations.map(({ id }) => id),
        confirmations.map(({ state }) => state),
        confirmations.map(({ checkerId }) => checkerId),
        confirmations.map(({ checkerSession }) => checkerSession),
        confirmations.map(({ checkedAt }) => checkedAt),
        confirmations.map(({ version }) => version),
        confirmations.map(({ checkerKind }) => checkerKind),
        confirmations.map(({ checkerMethods }) => checkerMethods?.join(',') ?? ''),
      ],
    );
  }

  /** The debtor's answer that stands, of a receivable that the caller holds locked. */
  async standing(tx: Tx, scope: Scope, receivableId: string): Promise<Confirmation | undefined> {
    const [row] = await query<ConfirmationRow>(
      tx,
      `select ${COLUMNS} from receivables.confirmation
       where receivable_id = $2 and state = 'approved' and ($1::uuid[] is null or debtor_id = any($1))`,
      [scopeParam(scope), receivableId],
    );
    return row && confirmationOf(row);
  }

  /** Writes the withdrawal of a locked answer. */
  async withdraw(tx: Tx, confirmation: Confirmation): Promise<void> {
    const { id, state, withdrawnBy, withdrawnAt, withdrawalReason, version } = confirmation;
    await query(
      tx,
      `update receivables.confirmation
       set state = $2, withdrawn_by = $3, withdrawn_at = $4, withdrawal_reason = $5, version = $6
       where id = $1`,
      [id, state, withdrawnBy, withdrawnAt, withdrawalReason, version],
    );
  }
}
