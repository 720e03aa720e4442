// Files of answers as the debtor's people see them: how far each has come, and what became of each line.
import { Injectable } from '@nestjs/common';
import { type Actor, Db, type Page, type PageQuery, pageOf, type Reads } from '#platform';
import { AnswerFileStore, type AnswerLine } from '../../data/confirmation/answer-file.store';
import { type AnswerFile, STAGE_OF } from '../../domain/answer-file';
import { confirmationErrors as errors } from '../../domain/confirmation/errors';

type Inner =
  'makerSession' | 'makerKind' | 'makerMethods' | 'checkerSession' | 'checkerKind' | 'checkerMethods';
export interface AnswerFileShown extends Omit<AnswerFile, Inner | 'receivedAt' | 'movedAt'> {
  readonly receivedAt: string;
  readonly movedAt: string;
  readonly actions: readonly string[];
}

@Injectable()
export class AnswerFileQueries {
  constructor(
    private readonly db: Db,
    private readonly files: AnswerFileStore,
  ) {}

  async page(actor: Actor, page: PageQuery): Promise<Page<AnswerFileShown>> {
    const { items, next } = pageOf(await this.files.page(this.db.reads, actor.scope, page), page);
    return { items: items.map((file) => fileShown(file, actor)), next };
  }

  /** @throws receivables.answer_file_not_found (404) */
  async byId(on: Reads, actor: Actor, id: string): Promise<AnswerFileShown> {
    const file = await this.files.byId(on, actor.scope, id);
    if (!file) throw errors.answer_file_not_found({ fileId: id });
    return fileShown(file, actor);
  }

  /** Lines of the present stage, by line. @throws receivables.answer_file_not_found (404) */
  async lines(
    actor: Actor,
    id: string,
    wish: { readonly after: number; readonly limit: number; readonly onlyRefused: boolean },
  ): Promise<readonly AnswerLine[]> {
    const { state } = await this.byId(this.db.reads, actor, id);
    const { after, limit: take, onlyRefused } = wish;
    const filter = { stage: STAGE_OF[state], after, take, onlyRefused };
    return this.files.lines(this.db.reads, actor.scope, id, filter);
  }
}

export function fileShown(file: AnswerFile, { permissions, userId }: Actor): AnswerFileShown {
  const { id, organisationId, documentId, fileName, makerId, state, linesDone, sound, refused } = file;
  const { checkerId, decision, version } = file;
  const applies = state === 'planned' && permissions.has('confirmation.propose') && sound > 0;
  const checks =
    state === 'applied' && permissions.has('confirmation.check') && makerId !== userId && sound > 0;
  return {
    ...{ id, organisationId, documentId, fileName, makerId, state, linesDone, sound, refused },
    ...{ checkerId, decision, version },
    receivedAt: file.receivedAt.toISOString(),
    movedAt: file.movedAt.toISOString(),
    actions: [...(applies ? ['apply'] : []), ...(checks ? ['approve', 'decline'] : [])],
  };
}
