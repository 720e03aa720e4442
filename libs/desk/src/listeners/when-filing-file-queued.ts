// Goes on with files of registrations in the background: when one is queued, and with those that a process left behind.
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#kernel';
import { CLOCK, Db, Every, Events, On, type Payload } from '#platform';
import { FilingFileStore } from '../data/filing-file.store';
import { filingFileQueued } from '../desk.events';
import { WorkOnFilingFile } from '../use-cases/files/work-on-filing-file';

/** A chunk takes seconds; one that has not moved for this long has nobody. */
const STALLED_MS = 60_000;

@Injectable()
export class WhenFilingFileQueued {
  constructor(
    private readonly db: Db,
    private readonly files: FilingFileStore,
    private readonly work: WorkOnFilingFile,
    private readonly events: Events,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @On(filingFileQueued)
  async handle({ fileId }: Payload<(typeof filingFileQueued)['fields']>): Promise<void> {
    await this.work.execute(fileId);
  }

  @Every('desk.stalled_filing_files', '* * * * *')
  async resume(): Promise<void> {
    const since = new Date(this.clock.now().getTime() - STALLED_MS);
    const stalled = await this.files.stalled(this.db.reads, since);
    if (stalled.length === 0) return;
    await this.db.run((tx) =>
      this.events.emit(
        tx,
        filingFileQueued,
        stalled.map((fileId) => ({ fileId })),
      ),
    );
  }
}
