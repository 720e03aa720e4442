// The only file that queries registry.lint, registry.filing_lint and registry.amendment_lint.
import { Injectable } from '@nestjs/common';
import { query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import { instantSql } from './rows/instant-sql';

export interface LintRow {
  readonly id: string;
  readonly userId: string;
  readonly organisationId: string;
  readonly lintedAt: string;
  /** SHA-256 of the content that was linted. */
  readonly contentHash: string;
  readonly outcome: object;
}

export interface AmendmentLint {
  readonly eventId: string;
  /** Of the amendment. */
  readonly number: string;
  readonly at: string;
  readonly outcome: object;
}
export interface AmendmentChecked {
  readonly eventId: string;
  readonly lintId: string;
  readonly contentHash: string;
  /** Which must have made the check. */
  readonly organisationId: string;
}

@Injectable()
export class LintStore {
  async add(tx: Tx, row: LintRow): Promise<void> {
    await query(
      tx,
      `insert into registry.lint (id, user_id, organisation_id, linted_at, content_hash, outcome)
       values ($1, $2, $3, $4, $5, $6)`,
      [row.id, row.userId, row.organisationId, row.lintedAt, row.contentHash, JSON.stringify(row.outcome)],
    );
  }

  /** The hash of the content that was linted; null when it is another's. */
  async contentHash(on: Reads, scope: Scope, id: string): Promise<string | null> {
    const [row] = await query<{ contentHash: string }>(
      on,
      `select content_hash as "contentHash" from registry.lint
       where id = $2 and ($1::uuid[] is null or organisation_id = any($1))`,
      [scopeParam(scope), id],
    );
    return row?.contentHash ?? null;
  }

  /** What a filing was checked with; only for the organisation that checked it. */
  async keptWith(on: Reads, scope: Scope, filingId: string): Promise<object | null> {
    const [row] = await query<{ outcome: object }>(
      on,
      `select l.outcome from registry.filing_lint k join registry.lint l on l.id = k.lint_id
       where k.filing_id = $2 and ($1::uuid[] is null or l.organisation_id = any($1))`,
      [scopeParam(scope), filingId],
    );
    return row?.outcome ?? null;
  }

  /** The checks that amendments of a filing were made with, in their order; only for the organisation that checked. */
  async keptWithAmendments(on: Reads, scope: Scope, filingId: string): Promise<AmendmentLint[]> {
    return query<AmendmentLint>(
      on,
      `select e.id as "eventId", e.number, ${instantSql('e.at')} as at, l.outcome
       from registry.filing_event e
       join registry.amendment_lint k on k.event_id = e.id join registry.lint l on l.id = k.lint_id
       where e.filing_id = $2 and ($1::uuid[] is null or l.organisation_id = any($1)) order by e.at`,
      [scopeParam(scope), filingId],
    );
  }

  /** Says with which outcome an amendment was made; false where it is another's, or of other content. */
  async keepWithAmendment(tx: Tx, kept: AmendmentChecked): Promise<boolean> {
    const rows = await query(
      tx,
      `insert into registry.amendment_lint (event_id, lint_id)
       select $1, l.id from registry.lint l
       where l.id = $2 and l.content_hash = $3 and l.organisation_id = $4 returning event_id`,
      [kept.eventId, kept.lintId, kept.contentHash, kept.organisationId],
    );
    return rows.length > 0;
  }

  /** Says which filings were made with which outcomes. */
  async keep(tx: Tx, kept: readonly { readonly filingId: string; readonly lintId: string }[]): Promise<void> {
    if (kept.length === 0) return;
    await query(
      tx,
      `insert into registry.filing_lint (filing_id, lint_id) select * from unnest($1::uuid[], $2::uuid[])`,
      [kept.map(({ filingId }) => filingId), kept.map(({ lintId }) => lintId)],
    );
  }
}
