// Reads the kept files of a delivery one after the other, invoice by invoice, so that however long they are no more than
// a piece of them is in memory.
import { Inject, Injectable } from '@nestjs/common';
import { Documents, invoicesIn } from '#documents';
import { type Clock, todayOf } from '#kernel';
import { Organisations } from '#parties';
import { CLOCK, Db } from '#platform';
import { UploadStore } from '../../data/uploads/upload.store';
import type { Upload } from '../../domain/upload';
import { errors } from '../../domain/errors';
import { type Candidate, refusedCandidate } from '../../domain/intake';
import { candidateOf } from '../candidate';

/** What one upload may hold; whatever lies behind is refused, and the last outcome says so. */
export const MAX_INVOICES = 5_000_000;
/** Of these a ledger that does not name its owner takes the first that the organisation has. */
const BEST_FIRST = ['USCC', 'LEI', 'VAT', 'LOCAL'] as const;

export interface ReadableFile {
  readonly name: string;
  readonly sha256: string;
}

export interface DeliveredFiles {
  readonly documentIds: readonly string[];
  readonly files: readonly ReadableFile[];
}

@Injectable()
export class UploadReader {
  constructor(
    private readonly db: Db,
    private readonly uploads: UploadStore,
    private readonly documents: Documents,
    private readonly organisations: Organisations,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The files of an upload that is known to the caller, and their documents. */
  async filesOf({ id, organisationId }: Pick<Upload, 'id' | 'organisationId'>): Promise<DeliveredFiles> {
    const scope = { organisations: [organisationId] };
    const documentIds = await this.uploads.documentIds(this.db.reads, scope, id);
    return { documentIds, files: await this.documents.byIds(this.db.reads, documentIds) };
  }

  /**
   * Positions count from 1 over all files; `file` is the index of its file.
   * @param onRead told of the bytes of tables as they are read
   */
  async *candidates(
    organisationId: string,
    files: readonly ReadableFile[],
    onRead?: (bytes: number) => void,
  ): AsyncGenerator<Candidate> {
    const owner = await this.ownerOf(organisationId);
    const today = todayOf(this.clock);
    let position = 0;
    for (const [file, { name: fileName, sha256 }] of files.entries()) {
      const path = await this.documents.pathOf(sha256);
      const options = { today, ...(owner && { owner }), ...(onRead && { onRead }) };
      for await (const reading of invoicesIn({ path }, options)) {
        position += 1;
        const place = { position, file, fileName };
        if (position > MAX_INVOICES) {
          yield refusedCandidate(place, errors.too_many_invoices({ limit: MAX_INVOICES }));
          return;
        }
        yield candidateOf(reading, place);
      }
    }
  }

  /** All of them when there are no more than this; null otherwise. */
  async atMost(
    limit: number,
    organisationId: string,
    files: readonly ReadableFile[],
  ): Promise<Candidate[] | null> {
    const candidates: Candidate[] = [];
    for await (const candidate of this.candidates(organisationId, files)) {
      if (candidates.push(candidate) > limit) return null;
    }
    return candidates;
  }

  private async ownerOf(organisationId: string): Promise<string | undefined> {
    const found = await this.organisations.byIds(this.db.reads, [organisationId]);
    const identifiers = found.get(organisationId)?.identifiers ?? [];
    const [best] = BEST_FIRST.flatMap((scheme) => identifiers.filter((one) => one.scheme === scheme));
    return best?.value;
  }
}
