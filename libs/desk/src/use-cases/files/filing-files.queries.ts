// Files of registrations as their organisation sees them: how far each has come, and what became of each line.
import { Injectable } from '@nestjs/common';
import { csvLine } from '#kernel';
import { type Actor, Db, type Page, type PageQuery, pageOf, type Reads } from '#platform';
import { FilingFileStore } from '../../data/filing-file.store';
import { errors } from '../../domain/errors';
import { type FilingFile, type FilingLine, stageOf } from '../../domain/filing-file';

export interface FilingFileShown extends Omit<FilingFile, 'receivedAt' | 'movedAt'> {
  readonly receivedAt: string;
  readonly movedAt: string;
  readonly actions: readonly string[];
}

const AT_ONCE = 1000;
/** So that spreadsheet programs read the text as UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';
const RESULT_COLUMNS = ['line', 'reference', 'registration_number', 'column', 'reason', 'what_to_do'];

@Injectable()
export class FilingFileQueries {
  constructor(
    private readonly db: Db,
    private readonly files: FilingFileStore,
  ) {}

  async page(actor: Actor, page: PageQuery): Promise<Page<FilingFileShown>> {
    const { items, next } = pageOf(await this.files.page(this.db.reads, actor.scope, page), page);
    return { items: items.map((file) => fileShown(file, actor)), next };
  }

  /** @throws desk.file_not_found (404) */
  async byId(on: Reads, actor: Actor, id: string): Promise<FilingFileShown> {
    const file = await this.files.byId(on, actor.scope, id);
    if (!file) throw errors.file_not_found({ fileId: id });
    return fileShown(file, actor);
  }

  /** Lines of the present stage, by line. @throws desk.file_not_found (404) */
  async lines(
    actor: Actor,
    id: string,
    wish: { readonly after: number; readonly limit: number; readonly onlyRefused: boolean },
  ): Promise<readonly FilingLine[]> {
    const { state } = await this.byId(this.db.reads, actor, id);
    const { after, limit: take, onlyRefused } = wish;
    return this.files.lines(this.db.reads, actor.scope, id, {
      stage: stageOf(state),
      after,
      take,
      onlyRefused,
    });
  }

  /** What became of every line, as pieces of CSV that are made as they are taken. @throws desk.file_not_found (404) */
  async result(actor: Actor, id: string, language: 'en' | 'zh'): Promise<AsyncGenerator<string>> {
    const { state } = await this.byId(this.db.reads, actor, id);
    const stage = stageOf(state);
    const linesAfter = (after: number) =>
      this.files.lines(this.db.reads, actor.scope, id, { stage, after, take: AT_ONCE, onlyRefused: false });
    return (async function* () {
      yield BYTE_ORDER_MARK + csvLine(RESULT_COLUMNS);
      for (let after = 0; ;) {
        const lines = await linesAfter(after);
        yield lines.map((line) => resultLine(line, language)).join('');
        after = lines.at(-1)?.line ?? 0;
        if (lines.length < AT_ONCE) return;
      }
    })();
  }
}

export function fileShown(file: FilingFile, { permissions }: Pick<Actor, 'permissions'>): FilingFileShown {
  const applies = file.state === 'planned' && file.sound > 0 && permissions.has('registration.file');
  return {
    ...file,
    receivedAt: file.receivedAt.toISOString(),
    movedAt: file.movedAt.toISOString(),
    actions: applies ? ['apply'] : [],
  };
}

function resultLine({ line, reference, filingNumber, fault }: FilingLine, language: 'en' | 'zh'): string {
  const at = (fault?.line ?? line).toString();
  const told = [fault?.column ?? '', fault?.message[language] ?? '', fault?.fix[language] ?? ''];
  return csvLine([at, reference ?? '', filingNumber ?? '', ...told]);
}
