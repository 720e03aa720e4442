// The only file that queries receivables.answer_file and its lines. A file is locked before any receivable.
import { Injectable } from '@nestjs/common';
import { keyset, type PageQuery, query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { AnswerFile, AnswerStage } from '../../domain/answer-file';
import type { ItemFault } from '../../domain/bulk';

export interface AnswerLine {
  /** Of the file, its header being line 1. */
  readonly line: number;
  readonly receivableId: string | null;
  readonly confirmationId: string | null;
  readonly fault: ItemFault | null;
}

export interface LineFilter {
  readonly stage: AnswerStage;
  readonly after: number;
  readonly take: number;
  readonly onlyRefused: boolean;
}

const COLUMNS = `f.id, f.organisation_id as "organisationId", f.document_id as "documentId",
  f.file_name as "fileName", f.maker_id as "makerId", f.maker_session as "makerSession",
  f.maker_kind as "makerKind", f.maker_methods as "makerMethods", f.state, f.lines_done as "linesDone", f.sound,
  f.refused, f.checker_id as "checkerId", f.checker_session as "checkerSession", f.checker_kind as "checkerKind",
  f.checker_methods as "checkerMethods", f.decision, f.received_at as "receivedAt", f.moved_at as "movedAt",
  f.version`;
const OWN = '($1::uuid[] is null or f.organisation_id = any($1))';

@Injectable()
export class AnswerFileStore {
  async add(tx: Tx, file: AnswerFile): Promise<void> {
    await query(
      tx,
      `insert into receivables.answer_file
         (id, organisation_id, document_id, file_name, maker_id, maker_session, maker_kind, maker_methods, state,
          lines_done, sound, refused, received_at, moved_at, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, 0, 0, $10, $10, 1)`,
      [
        ...[file.id, file.organisationId, file.documentId, file.fileName, file.makerId, file.makerSession],
        ...[file.makerKind, file.makerMethods, file.state, file.receivedAt],
      ],
    );
  }

  async byId(on: Reads, scope: Scope, id: string): Promise<AnswerFile | undefined> {
    const sql = `select ${COLUMNS} from receivables.answer_file f where f.id = $2 and ${OWN}`;
    const [file] = await query<AnswerFile>(on, sql, [scopeParam(scope), id]);
    return file;
  }

  async lock(tx: Tx, scope: Scope, id: string): Promise<AnswerFile | undefined> {
    const sql = `select ${COLUMNS} from receivables.answer_file f where f.id = $2 and ${OWN} for update`;
    const [file] = await query<AnswerFile>(tx, sql, [scopeParam(scope), id]);
    return file;
  }

  async page(on: Reads, scope: Scope, page: PageQuery): Promise<AnswerFile[]> {
    const { before, take } = keyset(page);
    return query<AnswerFile>(
      on,
      `select ${COLUMNS} from receivables.answer_file f where ${OWN} and f.id < $2 order by f.id desc limit $3`,
      [scopeParam(scope), before, take],
    );
  }

  /** Unscoped: the worker looks for files that nobody goes on with. */
  async stalled(on: Reads, since: Date): Promise<string[]> {
    const rows = await query<{ id: string }>(
      on,
      `select id from receivables.answer_file
       where state in ('planning', 'applying', 'checking') and moved_at < $1`,
      [since],
    );
    return rows.map(({ id }) => id);
  }

  /** Where a locked file stands now. */
  async update(tx: Tx, file: AnswerFile): Promise<void> {
    await query(
      tx,
      `update receivables.answer_file
       set state = $2, lines_done = $3, sound = $4, refused = $5, moved_at = $6, version = $7, checker_id = $8,
         checker_session = $9, checker_kind = $10, checker_methods = $11, decision = $12
       where id = $1`,
      [
        ...[file.id, file.state, file.linesDone, file.sound, file.refused, file.movedAt, file.version],
        ...[file.checkerId, file.checkerSession, file.checkerKind, file.checkerMethods, file.decision],
      ],
    );
  }

  async addLines(tx: Tx, fileId: string, stage: AnswerStage, lines: readonly AnswerLine[]): Promise<void> {
    if (lines.length === 0) return;
    await query(
      tx,
      `insert into receivables.answer_line (file_id, stage, line, receivable_id, confirmation_id, fault)
       select $1, $2, n.line, n.receivable_id, n.confirmation_id, n.fault::jsonb
       from unnest($3::int[], $4::uuid[], $5::uuid[], $6::text[]) as n (line, receivable_id, confirmation_id, fault)`,
      [
        ...[fileId, stage],
        lines.map(({ line }) => line),
        lines.map(({ receivableId }) => receivableId),
        lines.map(({ confirmationId }) => confirmationId),
        lines.map(({ fault }) => fault && JSON.stringify(fault)),
      ],
    );
  }

  async lines(on: Reads, scope: Scope, fileId: string, filter: LineFilter): Promise<AnswerLine[]> {
    return query<AnswerLine>(
      on,
      `select l.line, l.receivable_id as "receivableId", l.confirmation_id as "confirmationId", l.fault
       from receivables.answer_line l join receivables.answer_file f on f.id = l.file_id
       where l.file_id = $2 and ${OWN} and l.stage = $3 and l.line > $4 and (not $5 or l.fault is not null)
       order by l.line limit $6`,
      [scopeParam(scope), fileId, filter.stage, filter.after, filter.onlyRefused, filter.take],
    );
  }
}
