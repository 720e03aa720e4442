// The registrations of a file, read line by line: lines below each other with one reference are one.
import { Injectable } from '@nestjs/common';
import { Documents, plainTable } from '#documents';
import { DomainError } from '#kernel';
import { Db } from '#platform';
import { errors } from '../../domain/errors';
import { type FilingFile, MOST_REGISTRATIONS } from '../../domain/filing-file';
import {
  columnPlaces,
  FILING_COLUMNS,
  type FilingColumn,
  goesOn,
  type TableFiling,
  tableFiling,
  type TableLine,
  tableLine,
} from '../../domain/filing-table';
import { isExample } from '../../domain/filing-template';

export interface FileRegistration {
  readonly lines: readonly TableLine[];
  readonly stated: TableFiling | DomainError;
}

@Injectable()
export class FileRegistrations {
  constructor(
    private readonly db: Db,
    private readonly documents: Documents,
  ) {}

  async *of({ documentId }: Pick<FilingFile, 'documentId'>): AsyncGenerator<FileRegistration> {
    let count = 0;
    let open: TableLine[] = [];
    for await (const line of this.tableLines(documentId)) {
      if (open.length === 0 || goesOn(open.at(-1), line)) {
        open.push(line);
        continue;
      }
      yield registrationOf(open);
      open = [line];
      count += 1;
      if (count < MOST_REGISTRATIONS) continue;
      yield { lines: open, stated: errors.file_too_long({ limit: MOST_REGISTRATIONS }) };
      return;
    }
    if (open.length > 0) yield registrationOf(open);
  }

  private async *tableLines(documentId: string): AsyncGenerator<TableLine> {
    const [document] = await this.documents.byIds(this.db.reads, [documentId]);
    if (!document) return;
    const path = await this.documents.pathOf(document.sha256);
    let places: ReadonlyMap<FilingColumn, number> = new Map();
    for await (const { line, cells, isHeader } of plainTable(path, FILING_COLUMNS)) {
      if (isHeader) places = columnPlaces(cells);
      else {
        const read = tableLine(line, cells, places);
        if (!isExample(read)) yield read;
      }
    }
  }
}

function registrationOf(lines: readonly TableLine[]): FileRegistration {
  try {
    return { lines, stated: tableFiling(lines) };
  } catch (error) {
    if (error instanceof DomainError) return { lines, stated: error };
    throw error;
  }
}
