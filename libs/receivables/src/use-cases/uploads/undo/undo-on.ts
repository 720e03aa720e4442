// Goes on with a long undo in the background, some rows in a transaction that also moves its progress on: a process that
// dies loses at most what it was at, and of two that go on at once one waits for the other and finds it done.
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#kernel';
import { CLOCK, Db, EVERYONE, type Tx } from '#platform';
import { UploadStore } from '../../../data/uploads/upload.store';
import type { Upload } from '../../../domain/upload';
import { TakeBack } from './take-back';
import { UploadSteps } from '../upload-steps';

export const UNDO_ROWS = 1000;
/** After so long the rest waits its turn again, so that one long undo does not hold up the uploads of others. */
const TURN_MS = 60_000;

@Injectable()
export class UndoOn {
  constructor(
    private readonly db: Db,
    private readonly uploads: UploadStore,
    private readonly takingBack: TakeBack,
    private readonly steps: UploadSteps,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Nothing to do is no fault: a job comes at least once. */
  async execute(uploadId: string): Promise<void> {
    const turnEnds = performance.now() + TURN_MS;
    for (;;) {
      const isOver = performance.now() > turnEnds;
      if (!(await this.db.run((tx) => this.step(tx, uploadId, isOver)))) return;
    }
  }

  /** True when more is to be done in this turn. */
  private async step(tx: Tx, uploadId: string, isOver: boolean): Promise<boolean> {
    const upload = await this.uploads.lock(tx, EVERYONE, uploadId);
    if (upload?.state !== 'undoing') return false;
    const by = { userId: upload.uploaderId, organisationId: upload.organisationId };
    const upTo = upload.undoneRows + UNDO_ROWS;
    const done = await this.takingBack.execute(tx, by, upload, { after: upload.undoneRows, upTo });
    const moved: Upload = {
      ...upload,
      undoneRows: Math.min(upTo, upload.rowsDone),
      withdrawn: (upload.withdrawn ?? 0) + done.withdrawn,
      kept: (upload.kept ?? 0) + done.kept,
      movedAt: this.clock.now(),
    };
    if (upTo >= upload.rowsDone) {
      await this.steps.moveOn(tx, by, 'receivables.upload_undone', moved, { state: 'undone' });
      return false;
    }
    await this.uploads.update(tx, moved);
    if (isOver) await this.steps.queue(tx, uploadId);
    return !isOver;
  }
}
