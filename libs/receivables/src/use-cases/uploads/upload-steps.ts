// What every step of an upload has in common: outcomes are kept, counts and state move on, and a change of state leaves
// its deed with the next version.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog, type By } from '#audit';
import { type Clock, invariant } from '#kernel';
import { CLOCK, Events, type Scope, type Tx } from '#platform';
import { type Outcome, OutcomeStore } from '../../data/uploads/outcome.store';
import { UploadStore } from '../../data/uploads/upload.store';
import { errors } from '../../domain/errors';
import type { OutcomeStatus } from '../../domain/intake';
import { canBecome, type OutcomeCounts, type OutcomeStage, type Upload } from '../../domain/upload';
import { uploadQueued } from '../../receivables.events';
import { chunksOf } from '../chunks';

type UploadDeed =
  | 'receivables.upload_received'
  | 'receivables.upload_read'
  | 'receivables.application_begun'
  | 'receivables.application_refused'
  | 'receivables.upload_applied'
  | 'receivables.upload_discarded'
  | 'receivables.undo_begun'
  | 'receivables.upload_undone';

export function countsOf(outcomes: readonly Outcome[]): OutcomeCounts {
  const count = (status: OutcomeStatus) => outcomes.filter(({ outcome }) => outcome === status).length;
  return {
    accepted: count('accepted'),
    changed: count('changed'),
    flagged: count('flagged'),
    refused: count('refused'),
    duplicates: count('duplicate'),
  };
}

export function withMore(counts: OutcomeCounts, more: OutcomeCounts): OutcomeCounts {
  return {
    accepted: counts.accepted + more.accepted,
    changed: counts.changed + more.changed,
    flagged: counts.flagged + more.flagged,
    refused: counts.refused + more.refused,
    duplicates: counts.duplicates + more.duplicates,
  };
}

@Injectable()
export class UploadSteps {
  constructor(
    private readonly uploads: UploadStore,
    private readonly outcomes: OutcomeStore,
    private readonly audit: AuditLog,
    private readonly events: Events,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws receivables.upload_not_found, also for another tenant's */
  async lock(tx: Tx, scope: Scope, id: string): Promise<Upload> {
    const upload = await this.uploads.lock(tx, scope, id);
    if (!upload) throw errors.upload_not_found({ uploadId: id });
    return upload;
  }

  /** What is to be done with it is done in the background. */
  async queue(tx: Tx, uploadId: string): Promise<void> {
    await this.events.emit(tx, uploadQueued, [{ uploadId }]);
  }

  async keep(tx: Tx, uploadId: string, stage: OutcomeStage, outcomes: readonly Outcome[]): Promise<void> {
    for (const chunk of chunksOf(outcomes)) await this.outcomes.add(tx, uploadId, stage, chunk);
  }

  /** The first deed on an upload. */
  async received(tx: Tx, by: By, upload: Upload, documentIds: readonly string[]): Promise<void> {
    await this.uploads.add(tx, upload, documentIds);
    await this.record(tx, by, 'receivables.upload_received', upload);
  }

  /** Of a locked upload: it has its next state, version and deed. */
  async moveOn(
    tx: Tx,
    by: By,
    action: UploadDeed,
    upload: Upload,
    change: Partial<Upload> & Pick<Upload, 'state'>,
  ): Promise<Upload> {
    invariant(canBecome(upload.state, change.state), `${upload.state} becomes ${change.state}`);
    const next = { ...upload, ...change, movedAt: this.clock.now(), version: upload.version + 1 };
    await this.uploads.update(tx, next);
    await this.record(tx, by, action, next);
    return next;
  }

  private async record(tx: Tx, by: By, action: UploadDeed, upload: Upload): Promise<void> {
    const { id, version, files, state, mode, isWhole, accepted, changed, flagged, refused, duplicates } =
      upload;
    const { withdrawn, kept } = upload;
    await this.audit.record(tx, by, [
      {
        action,
        subjectType: 'upload',
        subjectId: id,
        subjectVersion: version,
        details: {
          ...{ files, state, mode, accepted, changed, flagged, refused, duplicates },
          ...(isWhole ? { isWhole } : {}),
          ...(withdrawn === null ? {} : { withdrawn, kept }),
        },
      },
    ]);
  }
}
