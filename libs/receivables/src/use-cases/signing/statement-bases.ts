// What a debtor's statement says of a receivable, before the answer itself: the server's own words, against which a signed
// statement is held.
import { Injectable } from '@nestjs/common';
import { Documents } from '#documents';
import { Organisations } from '#parties';
import type { Reads } from '#platform';
import type { StatementBasis } from '../../domain/confirmation/statement';
import type { Receivable } from '../../domain/receivable';

@Injectable()
export class StatementBases {
  constructor(
    private readonly documents: Documents,
    private readonly organisations: Organisations,
  ) {}

  /** By receivable; of receivables that the caller was allowed to read. */
  async of(on: Reads, receivables: readonly Receivable[]): Promise<Map<string, StatementBasis>> {
    if (receivables.length === 0) return new Map();
    const unique = (ids: readonly string[]) => [...new Set(ids)];
    const documents = await this.documents.byIds(on, unique(receivables.map(({ documentId }) => documentId)));
    const names = await this.organisations.byIds(
      on,
      unique(receivables.flatMap(({ supplierId, debtorId }) => [supplierId, debtorId])),
    );
    const hashes = new Map<string, string>(documents.map(({ id, sha256 }) => [id, sha256]));
    return new Map(
      receivables.map(({ id, version, invoiceKey, invoiceNumber, documentId, ...rest }) => {
        const { supplierId, debtorId, payable, dueDate } = rest;
        const basis: StatementBasis = {
          ...{ receivableId: id, receivableVersion: version, invoiceKey, invoiceNumber },
          documentSha256: hashes.get(documentId) ?? '',
          ...{ supplierId, supplierName: names.get(supplierId)?.legalName ?? '' },
          ...{ debtorId, debtorName: names.get(debtorId)?.legalName ?? '' },
          ...{ payable, dueDate },
        };
        return [id, basis];
      }),
    );
  }
}
