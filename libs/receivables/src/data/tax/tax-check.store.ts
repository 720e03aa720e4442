// The only file that queries receivables.tax_check and tax_result: the books of what the tax bureau was asked and said.
import { Injectable } from '@nestjs/common';
import { type LocalDate, money, type Money } from '#kernel';
import { keyset, type PageQuery, query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { TaxAbsence, TaxField, TaxReason, TaxResultKind } from '../../domain/tax/tax-check';

export interface TaxCheck {
  readonly id: string;
  readonly receivableId: string;
  readonly invoiceKey: string;
  readonly reason: TaxReason;
  readonly bureau: string;
  readonly askedOn: LocalDate;
  /** 1 for the first of the day. */
  readonly ordinal: number;
  readonly quota: number;
  readonly askedBy: string | null;
  readonly askedByOrganisation: string | null;
  readonly askedAt: Date;
}

export interface TaxResult {
  readonly checkId: string;
  readonly kind: TaxResultKind;
  readonly differing: readonly TaxField[];
  readonly redAmount: string | null;
  readonly redNumber: string | null;
  readonly why: TaxAbsence | null;
  /** SHA-256 of what the bureau answered, hexadecimal. */
  readonly rawHash: string;
  readonly importedBy: string | null;
  readonly answeredAt: Date;
}

/** A check with its answer, null while it waits for one. */
export interface TaxCheckRow extends Omit<TaxCheck, 'invoiceKey'> {
  readonly result: (Omit<TaxResult, 'checkId' | 'redAmount'> & { readonly redAmount: Money | null }) | null;
}

interface JoinedRow extends Omit<TaxCheckRow, 'result'>, Omit<TaxResult, 'checkId' | 'kind' | 'answeredAt'> {
  readonly kind: TaxResultKind | null;
  readonly answeredAt: Date | null;
  readonly currency: string;
}

const JOINED = `select c.id, c.receivable_id as "receivableId", c.reason, c.bureau, c.asked_on as "askedOn",
    c.ordinal, c.quota, c.asked_by as "askedBy", c.asked_by_organisation as "askedByOrganisation",
    c.asked_at as "askedAt", t.kind, t.differing, t.red_amount as "redAmount", t.red_number as "redNumber", t.why,
    t.raw_hash as "rawHash", t.imported_by as "importedBy", t.answered_at as "answeredAt", r.currency
  from receivables.tax_check c join receivables.receivable r on r.id = c.receivable_id
    left join receivables.tax_result t on t.check_id = c.id`;
const VISIBLE = '($1::uuid[] is null or r.supplier_id = any($1))';

function checkOf(row: JoinedRow): TaxCheckRow {
  const { kind, differing, redAmount, redNumber, why, rawHash, importedBy, answeredAt, currency, ...check } =
    row;
  if (kind === null || answeredAt === null) return { ...check, result: null };
  return {
    ...check,
    result: {
      ...{ kind, differing, redNumber, why, rawHash, importedBy, answeredAt },
      redAmount: redAmount === null ? null : money(redAmount, currency),
    },
  };
}

@Injectable()
export class TaxCheckStore {
  async add(tx: Tx, checks: readonly TaxCheck[]): Promise<void> {
    if (checks.length === 0) return;
    await query(
      tx,
      `insert into receivables.tax_check (id, receivable_id, invoice_key, reason, bureau, asked_on, ordinal, quota,
         asked_by, asked_by_organisation, asked_at)
       select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::date[], $7::int[],
         $8::int[], $9::uuid[], $10::uuid[], $11::timestamptz[])`,
      [
        checks.map(({ id }) => id),
        checks.map(({ receivableId }) => receivableId),
        checks.map(({ invoiceKey }) => invoiceKey),
        checks.map(({ reason }) => reason),
        checks.map(({ bureau }) => bureau),
        checks.map(({ askedOn }) => askedOn),
        checks.map(({ ordinal }) => ordinal),
        checks.map(({ quota }) => quota),
        checks.map(({ askedBy }) => askedBy),
        checks.map(({ askedByOrganisation }) => askedByOrganisation),
        checks.map(({ askedAt }) => askedAt),
      ],
    );
  }

  /** Those that were written now; a check that has its answer keeps it. */
  async answer(tx: Tx, results: readonly TaxResult[]): Promise<ReadonlySet<string>> {
    const rows = await query<{ id: string }>(
      tx,
      `insert into receivables.tax_result (check_id, kind, differing, red_amount, red_number, why, raw_hash,
         imported_by, answered_at)
       select check_id, kind, string_to_array(differing, ','), red_amount, red_number, why,
         raw_hash, imported_by, answered_at
       from unnest($1::uuid[], $2::text[], $3::text[], $4::numeric[], $5::text[], $6::text[], $7::text[],
         $8::uuid[], $9::timestamptz[])
         as n (check_id, kind, differing, red_amount, red_number, why, raw_hash, imported_by, answered_at)
       order by check_id on conflict (check_id) do nothing returning check_id as id`,
      [
        results.map(({ checkId }) => checkId),
        results.map(({ kind }) => kind),
        results.map(({ differing }) => differing.join()),
        results.map(({ redAmount }) => redAmount),
        results.map(({ redNumber }) => redNumber),
        results.map(({ why }) => why),
        results.map(({ rawHash }) => rawHash),
        results.map(({ importedBy }) => importedBy),
        results.map(({ answeredAt }) => answeredAt),
      ],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Unscoped: an invoice key is known only to whoever holds the receivable. How often each was asked about on a day. */
  async askedOn(on: Reads, day: LocalDate, invoiceKeys: readonly string[]): Promise<Map<string, number>> {
    const rows = await query<{ key: string; asked: number }>(
      on,
      `select invoice_key as key, max(ordinal) as asked from receivables.tax_check
       where asked_on = $1 and invoice_key = any($2) group by invoice_key`,
      [day, invoiceKeys],
    );
    return new Map(rows.map(({ key, asked }) => [key, asked]));
  }

  /** Of the suppliers in scope, the newest first, at most `each` of a receivable. */
  async ofReceivables(
    on: Reads,
    scope: Scope,
    receivableIds: readonly string[],
    each: number,
  ): Promise<TaxCheckRow[]> {
    const rows = await query<JoinedRow>(
      on,
      `select newest.* from unnest($2::uuid[]) as wanted (id) cross join lateral (
         ${JOINED} where c.receivable_id = wanted.id and ${VISIBLE} order by c.id desc limit $3) newest
       order by newest.id desc`,
      [scopeParam(scope), receivableIds, each],
    );
    return rows.map(checkOf);
  }

  /** Of the suppliers in scope, the newest first; only those without an answer where `waiting` says so. */
  async page(
    on: Reads,
    scope: Scope,
    filter: PageQuery & { readonly waiting?: boolean },
  ): Promise<TaxCheckRow[]> {
    const { before, take } = keyset(filter);
    const rows = await query<JoinedRow>(
      on,
      `${JOINED} where ${VISIBLE} and c.id < $2 and ($3::boolean is not true or t.check_id is null)
       order by c.id desc limit $4`,
      [scopeParam(scope), before, filter.waiting ?? false, take],
    );
    return rows.map(checkOf);
  }

  /** Those of the suppliers in scope that have no answer yet, the oldest first. */
  async unanswered(on: Reads, scope: Scope, most: number, ids?: readonly string[]): Promise<TaxCheckRow[]> {
    const rows = await query<JoinedRow>(
      on,
      `${JOINED} where ${VISIBLE} and t.check_id is null and ($2::uuid[] is null or c.id = any($2))
       order by c.id limit $3`,
      [scopeParam(scope), ids ?? null, most],
    );
    return rows.map(checkOf);
  }
}
