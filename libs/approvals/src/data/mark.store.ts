// The only file that queries approvals.mark.
import { Injectable } from '@nestjs/common';
import { money } from '#kernel';
import { query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { Mark } from '../domain/mark';

interface Row extends Omit<Mark, 'threshold'> {
  readonly amount: string | null;
  readonly currency: string | null;
}

const COLUMNS = `id, organisation_id as "organisationId", command, active, threshold_amount::text as amount,
  threshold_currency as currency, set_by as "setBy", set_at as "setAt", version`;

const markOf = ({ amount, currency, ...mark }: Row): Mark => ({
  ...mark,
  threshold: amount === null || currency === null ? null : money(amount, currency),
});

@Injectable()
export class MarkStore {
  async all(on: Reads, scope: Scope): Promise<Mark[]> {
    const rows = await query<Row>(
      on,
      `select ${COLUMNS} from approvals.mark where ($1::uuid[] is null or organisation_id = any($1))
       order by command`,
      [scopeParam(scope)],
    );
    return rows.map(markOf);
  }

  async lock(tx: Tx, organisationId: string, command: string): Promise<Mark | undefined> {
    const [row] = await query<Row>(
      tx,
      `select ${COLUMNS} from approvals.mark where organisation_id = $1 and command = $2
       order by id for update`,
      [organisationId, command],
    );
    return row && markOf(row);
  }

  /** False when another transaction was first. */
  async add(tx: Tx, mark: Mark): Promise<boolean> {
    const { id, organisationId, command, active, threshold, setBy, setAt, version } = mark;
    const added = await query(
      tx,
      `insert into approvals.mark
         (id, organisation_id, command, active, threshold_amount, threshold_currency, set_by, set_at, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (organisation_id, command) do nothing returning id`,
      [
        ...[id, organisationId, command, active, threshold?.amount ?? null, threshold?.currency ?? null],
        ...[setBy, setAt, version],
      ],
    );
    return added.length > 0;
  }

  /** Of a mark that the transaction has locked. */
  async change(tx: Tx, { id, active, threshold, setBy, setAt, version }: Mark): Promise<void> {
    await query(
      tx,
      `update approvals.mark set active = $2, threshold_amount = $3, threshold_currency = $4, set_by = $5,
         set_at = $6, version = $7
       where id = $1`,
      [id, active, threshold?.amount ?? null, threshold?.currency ?? null, setBy, setAt, version],
    );
  }
}
