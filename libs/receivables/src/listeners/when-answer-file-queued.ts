// Goes on with files of answers in the background: when one is queued, and with those that a process left behind.
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#kernel';
import { CLOCK, Db, Every, Events, On, type Payload } from '#platform';
import { AnswerFileStore } from '../data/confirmation/answer-file.store';
import { answerFileQueued } from '../receivables.events';
import { WorkOnAnswerFile } from '../use-cases/answer-files/work-on-answer-file';

/** A chunk takes seconds; one that has not moved for this long has nobody. */
const STALLED_MS = 60_000;

@Injectable()
export class WhenAnswerFileQueued {
  constructor(
    private readonly db: Db,
    private readonly files: AnswerFileStore,
    private readonly work: WorkOnAnswerFile,
    private readonly events: Events,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @On(answerFileQueued)
  async handle({ fileId }: Payload<(typeof answerFileQueued)['fields']>): Promise<void> {
    await this.work.execute(fileId);
  }

  @Every('receivables.stalled_answer_files', '* * * * *')
  async resume(): Promise<void> {
    const since = new Date(this.clock.now().getTime() - STALLED_MS);
    const stalled = await this.files.stalled(this.db.reads, since);
    if (stalled.length === 0) return;
    await this.db.run((tx) =>
      this.events.emit(
        tx,
        answerFileQueued,
        stalled.map((fileId) => ({ fileId })),
      ),
    );
  }
}
