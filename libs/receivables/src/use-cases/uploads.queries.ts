// What became of an upload, as its organisation reads it: the counts, and the outcome of each invoice page by page.
import { Injectable } from '@nestjs/common';
import { type Actor, Db, type Page, type PageQuery, pageOf } from '#platform';
import type { Upload } from '../data/upload.entity';
import { type Outcome, type OutcomeFilter, UploadStore } from '../data/upload.store';
import { errors } from '../domain/errors';

/** How many outcomes the answer to an upload carries itself. */
export const FIRST_OUTCOMES = 200;

export interface UploadSummary extends Omit<Upload, 'receivedAt' | 'organisationId' | 'uploaderId'> {
  readonly uploaderId: string;
  readonly receivedAt: string;
  readonly actions: readonly string[];
}

export interface UploadShown extends UploadSummary {
  readonly outcomes: readonly Outcome[];
  /** Position after which the next page begins; null when this was the last. */
  readonly next: number | null;
}

function summaryOf({ id, uploaderId, files, receivedAt, ...counts }: Upload): UploadSummary {
  const { accepted, flagged, refused, duplicates } = counts;
  return {
    ...{ id, uploaderId, files, accepted, flagged, refused, duplicates },
    receivedAt: receivedAt.toISOString(),
    actions: [],
  };
}

/** @param rows one more than `limit` when there are more */
export function uploadShown(upload: Upload, rows: readonly Outcome[], limit: number): UploadShown {
  const outcomes = rows.slice(0, limit);
  const next = rows.length > limit ? (outcomes.at(-1)?.position ?? null) : null;
  return { ...summaryOf(upload), outcomes, next };
}

@Injectable()
export class UploadQueries {
  constructor(
    private readonly db: Db,
    private readonly uploads: UploadStore,
  ) {}

  async page({ scope }: Actor, page: PageQuery): Promise<Page<UploadSummary>> {
    const rows = await this.uploads.page(this.db.reads, scope, page);
    return pageOf(rows.map(summaryOf), page);
  }

  /** @throws receivables.upload_not_found, also for another tenant's */
  async byId({ scope }: Actor, id: string, filter: OutcomeFilter): Promise<UploadShown> {
    const upload = await this.uploads.byId(this.db.reads, scope, id);
    if (!upload) throw errors.upload_not_found({ uploadId: id });
    const outcomes = await this.uploads.outcomes(this.db.reads, scope, id, filter);
    return uploadShown(upload, outcomes, filter.limit);
  }
}
