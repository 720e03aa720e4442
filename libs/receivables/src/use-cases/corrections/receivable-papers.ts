// The papers of a receivable: what was corrected on it, and the file it came from, for whom that may be read by. What an
// agent or the debtor brought stays their file: other suppliers' invoices may be in it.
import { Injectable } from '@nestjs/common';
import { Documents } from '#documents';
import type { Reads, Scope } from '#platform';
import { CorrectionStore } from '../../data/correction.store';
import type { Receivable } from '../../domain/receivable';

@Injectable()
export class ReceivablePapers {
  constructor(
    private readonly corrections: CorrectionStore,
    private readonly documents: Documents,
  ) {}

  async of(on: Reads, scope: Scope, receivables: readonly Receivable[]) {
    return {
      corrections: await this.corrections.ofReceivables(
        on,
        scope,
        receivables.map(({ id }) => id),
      ),
      readable: await this.documents.readable(
        on,
        scope,
        receivables.map(({ documentId }) => documentId),
      ),
    };
  }
}
