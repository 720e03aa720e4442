// The lines that a file of answers has work for: as the file states them, or the answers that it proposed.
import { Injectable } from '@nestjs/common';
import { Documents, plainTable } from '#documents';
import { DomainError } from '#kernel';
import { Db } from '#platform';
import { AnswerFileStore } from '../../data/confirmation/answer-file.store';
import type { Answer } from '../../domain/answer';
import {
  ANSWER_COLUMNS,
  type AnswerFile,
  answerOf,
  type ColumnPlaces,
  MOST_LINES,
  placesIn,
} from '../../domain/answer-file';
import { confirmationErrors as errors } from '../../domain/confirmation/errors';

/** A line with what is to be done with it. */
export interface WorkLine {
  readonly line: number;
  readonly receivableId: string | null;
  readonly work: Answer | { readonly confirmationId: string } | DomainError;
}

const AT_ONCE = 1000;

@Injectable()
export class AnswerFileLines {
  constructor(
    private readonly db: Db,
    private readonly documents: Documents,
    private readonly files: AnswerFileStore,
  ) {}

  of(file: AnswerFile): AsyncGenerator<WorkLine> {
    return file.state === 'checking' ? this.proposed(file) : this.stated(file);
  }

  /** Lines without a decision are passed over. */
  private async *stated({ documentId }: AnswerFile): AsyncGenerator<WorkLine> {
    const [document] = await this.documents.byIds(this.db.reads, [documentId]);
    if (!document) return;
    const path = await this.documents.pathOf(document.sha256);
    let places: ColumnPlaces | null = null;
    let count = 0;
    for await (const { line, cells, isHeader } of plainTable(path, ANSWER_COLUMNS)) {
      if (isHeader) places = placesIn(cells);
      const answer = isHeader || places === null ? null : answerOf(cells, places);
      if (answer === null) continue;
      count += 1;
      const receivableId = answer instanceof DomainError ? null : answer.receivableId;
      if (count > MOST_LINES) {
        yield { line, receivableId, work: errors.answer_file_too_long({ limit: MOST_LINES }) };
        return;
      }
      yield { line, receivableId, work: answer };
    }
  }

  private async *proposed({ id, organisationId }: AnswerFile): AsyncGenerator<WorkLine> {
    const scope = { organisations: [organisationId] };
    for (let after = 0; ;) {
      const filter = { stage: 'applied', after, take: AT_ONCE, onlyRefused: false } as const;
      const lines = await this.files.lines(this.db.reads, scope, id, filter);
      for (const { line, receivableId, confirmationId } of lines)
        if (confirmationId !== null) yield { line, receivableId, work: { confirmationId } };
      const last = lines.at(-1);
      if (!last) return;
      after = last.line;
    }
  }
}
