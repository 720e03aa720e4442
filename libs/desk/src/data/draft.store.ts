// The only file that queries desk.draft. Drafts are no book: they are changed, and vanish when they are discarded. What
// they say is sealed: a number of a natural person may be in it, which the register itself keeps masked.
import { Injectable } from '@nestjs/common';
import { type SealedValue, SealedValues } from '#parties';
import { keyset, type PageQuery, query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { Draft } from '../domain/draft';

const COLUMNS = `d.id, d.organisation_id as "organisationId", d.title, d.content, d.changed_by as "changedBy",
  d.changed_at as "changedAt", d.version`;
const OWN = '($1::uuid[] is null or d.organisation_id = any($1))';

interface KeptDraft extends Omit<Draft, 'content'> {
  readonly content: object | SealedValue;
}

@Injectable()
export class DraftStore {
  constructor(private readonly sealed: SealedValues) {}

  async add(tx: Tx, draft: Draft): Promise<void> {
    await query(
      tx,
      `insert into desk.draft (id, organisation_id, title, content, changed_by, changed_at, version)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        ...[
          draft.id,
          draft.organisationId,
          draft.title,
          JSON.stringify(await this.sealed.seal(draft.content)),
          draft.changedBy,
        ],
        ...[draft.changedAt, draft.version],
      ],
    );
  }

  async update(tx: Tx, { id, title, content, changedBy, changedAt, version }: Draft): Promise<void> {
    await query(
      tx,
      'update desk.draft set title = $2, content = $3, changed_by = $4, changed_at = $5, version = $6 where id = $1',
      [id, title, JSON.stringify(await this.sealed.seal(content)), changedBy, changedAt, version],
    );
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await query(tx, 'delete from desk.draft where id = $1', [id]);
  }

  async byId(on: Reads, scope: Scope, id: string): Promise<Draft | undefined> {
    const sql = `select ${COLUMNS} from desk.draft d where d.id = $2 and ${OWN}`;
    return (await this.opened(query<KeptDraft>(on, sql, [scopeParam(scope), id])))[0];
  }

  async lock(tx: Tx, scope: Scope, id: string): Promise<Draft | undefined> {
    const sql = `select ${COLUMNS} from desk.draft d where ${OWN} and d.id = $2 for update`;
    return (await this.opened(query<KeptDraft>(tx, sql, [scopeParam(scope), id])))[0];
  }

  async count(on: Reads, scope: Scope): Promise<number> {
    const sql = `select count(*)::int as many from desk.draft d where ${OWN}`;
    const [row] = await query<{ many: number }>(on, sql, [scopeParam(scope)]);
    return row?.many ?? 0;
  }

  async page(on: Reads, scope: Scope, page: PageQuery): Promise<Draft[]> {
    const { before, take } = keyset(page);
    const sql = `select ${COLUMNS} from desk.draft d where ${OWN} and d.id < $2 order by d.id desc limit $3`;
    return this.opened(query<KeptDraft>(on, sql, [scopeParam(scope), before, take]));
  }

  private async opened(rows: Promise<KeptDraft[]>): Promise<Draft[]> {
    return Promise.all(
      (await rows).map(async (row) => ({ ...row, content: await this.sealed.open(row.content) })),
    );
  }
}
