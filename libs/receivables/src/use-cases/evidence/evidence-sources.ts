// Finds the confirmation that evidence is asked for, with its receivable, the words of its statement and its document.
import { Injectable } from '@nestjs/common';
import { Documents } from '#documents';
import { invariant } from '#kernel';
import { EVERYONE, type Reads, type Scope } from '#platform';
import { readFile } from 'node:fs/promises';
import { ConfirmationStore } from '../../data/confirmation.store';
import { ReceivableStore } from '../../data/receivable.store';
import type { Confirmation } from '../../domain/answer';
import type { ConfirmationEvidence } from '../../domain/confirmation/bundle';
import { confirmationErrors } from '../../domain/confirmation/errors';
import type { StatementBasis } from '../../domain/confirmation/statement';
import { errors } from '../../domain/errors';
import type { Receivable } from '../../domain/receivable';
import { StatementBases } from '../signing/statement-bases';

/** A larger document is named by its hash alone. */
const MOST_BYTES = 16 * 1024 * 1024;

export interface Source extends Pick<ConfirmationEvidence, 'document'> {
  readonly confirmation: Confirmation;
  /** As it was when it was answered. */
  readonly receivable: Receivable;
  readonly basis: StatementBasis;
}

@Injectable()
export class EvidenceSources {
  constructor(
    private readonly confirmations: ConfirmationStore,
    private readonly receivables: ReceivableStore,
    private readonly bases: StatementBases,
    private readonly documents: Documents,
  ) {}

  /** @throws receivables.confirmation_not_found (404), confirmation_not_given (409) */
  async of(on: Reads, scope: Scope, confirmationId: string): Promise<Source> {
    const confirmation = await this.confirmations.ofParties(on, scope, confirmationId);
    if (!confirmation) throw errors.confirmation_not_found({ confirmationId });
    const { state, receivableId, receivableVersion } = confirmation;
    if (state !== 'approved') throw confirmationErrors.confirmation_not_given({ state });
    const [now] = await this.receivables.byIds(on, EVERYONE, [receivableId]);
    invariant(now, 'an answer has its receivable');
    const receivable = { ...now, version: receivableVersion };
    const basis = (await this.bases.of(on, [receivable])).get(receivableId);
    const [document] = await this.documents.byIds(on, [receivable.documentId]);
    invariant(basis && document, 'a receivable has its words and its document');
    const { name, sha256, sizeBytes } = document;
    const isIncluded = Number(sizeBytes) <= MOST_BYTES;
    return { confirmation, receivable, basis, document: { name, sha256, isIncluded } };
  }

  async bytes(sha256: string): Promise<Buffer> {
    return readFile(await this.documents.pathOf(sha256));
  }
}
