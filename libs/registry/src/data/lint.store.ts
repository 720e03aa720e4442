// The only file that queries registry.lint and registry.filing_lint.
import { Injectable } from '@nestjs/common';
import { query, type Reads, type Scope, scopeParam, type Tx } from '#platform';

export interface LintRow {
  readonly id: string;
  readonly userId: string;
  readonly organisationId: string;
  readonly lintedAt: string;
  /** SHA-256 of the content that was linted. */
  readonly contentHash: string;
  readonly outcome: object;
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
