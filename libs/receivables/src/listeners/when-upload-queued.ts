// Goes on with uploads in the background: when one is queued, and with those that a process left behind when it died.
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#kernel';
import { CLOCK, Db, Every, Events, On, type Payload } from '#platform';
import { UploadStore } from '../data/uploads/upload.store';
import { uploadQueued } from '../receivables.events';
import { ReadOn } from '../use-cases/uploads/read-on';
import { UndoOn } from '../use-cases/uploads/undo/undo-on';

/** A chunk takes seconds; one that has not moved for this long has nobody. */
const STALLED_MS = 60_000;

@Injectable()
export class WhenUploadQueued {
  constructor(
    private readonly db: Db,
    private readonly uploads: UploadStore,
    private readonly reading: ReadOn,
    private readonly undoing: UndoOn,
    private readonly events: Events,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @On(uploadQueued)
  async handle({ uploadId }: Payload<(typeof uploadQueued)['fields']>): Promise<void> {
    await this.reading.execute(uploadId);
    await this.undoing.execute(uploadId);
  }

  @Every('receivables.stalled_uploads', '* * * * *')
  async resume(): Promise<void> {
    const since = new Date(this.clock.now().getTime() - STALLED_MS);
    const stalled = await this.uploads.stalled(this.db.reads, since);
    if (stalled.length === 0) return;
    await this.db.run((tx) =>
      this.events.emit(
        tx,
        uploadQueued,
        stalled.map((uploadId) => ({ uploadId })),
      ),
    );
  }
}
