// Goes on with an upload in the background: chunk by chunk, each in a transaction that also moves its progress on. Where
// it stands is decided by the locked row alone, so a process that dies loses at most its last chunk, and of two that go
// on at once one stops.
import { Inject, Injectable } from '@nestjs/common';
import { type Clock, DomainError } from '#kernel';
import { CLOCK, Db, EVERYONE, type Tx } from '#platform';
import { UploadStore } from '../../data/uploads/upload.store';
import { errors } from '../../domain/errors';
import type { Candidate } from '../../domain/intake';
import { isAtWork, type OutcomeCounts, stageOf, type Upload } from '../../domain/upload';
import { PairMemory } from '../duplicates/pair-memory';
import { makerOf } from './payable-maker';
import { oneAhead, type UploadChunk, uploadChunks } from './upload-chunks';
import { TakeInOrPlan } from './take-in-or-plan';
import { type DeliveredFiles, UploadReader } from './upload-reader';
import { countsOf, UploadSteps, withMore } from './upload-steps';

/** After so long the rest waits its turn again, so that one long upload does not hold up the others. */
const TURN_MS = 60_000;

interface Reading extends DeliveredFiles {
  readonly upload: Upload;
  /** Of the tables, so far. */
  bytes: number;
  readonly memory: PairMemory;
}
type Step = 'go_on' | 'stop';

@Injectable()
export class ReadOn {
  constructor(
    private readonly db: Db,
    private readonly uploads: UploadStore,
    private readonly reader: UploadReader,
    private readonly intake: TakeInOrPlan,
    private readonly steps: UploadSteps,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Nothing to do is no fault: a job comes at least once. */
  async execute(uploadId: string): Promise<void> {
    const upload = await this.uploads.byId(this.db.reads, EVERYONE, uploadId);
    if (!upload || !isAtWork(upload.state) || upload.state === 'undoing') return;
    const reading: Reading = {
      upload,
      ...(await this.reader.filesOf(upload)),
      bytes: 0,
      memory: new PairMemory(),
    };
    if (upload.state === 'applying' && upload.isWhole) await this.whole(reading);
    else await this.inChunks(reading);
  }

  private candidates(reading: Reading) {
    const { upload, files } = reading;
    return this.reader.candidates(upload.organisationId, files, (bytes) => (reading.bytes += bytes));
  }

  private async inChunks(reading: Reading): Promise<void> {
    const turnEnds = performance.now() + TURN_MS;
    const chunks = uploadChunks(this.candidates(reading), reading.upload.rowsDone, () => reading.bytes);
    for await (const chunk of oneAhead(chunks)) {
      const isOver = performance.now() > turnEnds;
      const then = chunk.isLast ? 'end' : isOver ? 'turn' : 'more';
      const next = await this.db.run((tx) => this.step(tx, reading, chunk, then));
      reading.memory.settle();
      if (next === 'stop') return;
    }
  }

  /** @param then whether more follows, in this turn or the next */
  private async step(
    tx: Tx,
    reading: Reading,
    { candidates, bytes }: UploadChunk,
    then: 'more' | 'turn' | 'end',
  ): Promise<Step> {
    const upload = await this.uploads.lock(tx, EVERYONE, reading.upload.id);
    const before = (candidates[0]?.position ?? (upload?.rowsDone ?? 0) + 1) - 1;
    if (!upload || upload.state !== reading.upload.state || upload.rowsDone !== before) return 'stop';
    const outcomes = await this.outcomesOf(tx, reading, candidates);
    await this.steps.keep(tx, upload.id, stageOf(upload), outcomes);
    const moved: Upload = {
      ...upload,
      ...withMore(upload, countsOf(outcomes)),
      rowsDone: before + candidates.length,
      bytesDone: then === 'end' ? upload.bytesTotal : bytes.toString(),
      movedAt: this.clock.now(),
    };
    if (then === 'end') {
      await this.finish(tx, moved);
      return 'stop';
    }
    await this.uploads.update(tx, moved);
    if (then === 'more') return 'go_on';
    await this.steps.queue(tx, upload.id);
    return 'stop';
  }

  private async outcomesOf(tx: Tx, { upload, documentIds, memory }: Reading, chunk: readonly Candidate[]) {
    const maker = makerOf(upload);
    const place = { uploadId: upload.id, stage: stageOf(upload), documentIds, maker, memory };
    return this.intake.execute(tx, byOf(upload), place, chunk);
  }

  private async finish(tx: Tx, upload: Upload): Promise<void> {
    const state = stageOf(upload);
    const action = upload.state === 'reading' ? 'receivables.upload_read' : 'receivables.upload_applied';
    await this.steps.moveOn(tx, byOf(upload), action, upload, { state });
  }

  /** All of it by one transaction, or the plan stays a plan. No more of it is in memory than of one taken in by chunks. */
  private async whole(reading: Reading): Promise<void> {
    const { id } = reading.upload;
    try {
      await this.db.run(async (tx) => {
        const upload = await this.uploads.lock(tx, EVERYONE, id);
        if (upload?.state !== 'applying') return;
        const { counts, rowsDone } = await this.allOf(tx, reading);
        if (counts.refused > 0) throw errors.plan_not_sound({ refused: counts.refused });
        await this.finish(tx, { ...upload, ...counts, rowsDone, bytesDone: upload.bytesTotal });
      });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await this.db.run(async (tx) => {
        const upload = await this.uploads.lock(tx, EVERYONE, id);
        if (upload?.state !== 'applying') return;
        const back = { state: 'planned', isWhole: false } as const;
        await this.steps.moveOn(tx, byOf(upload), 'receivables.application_refused', upload, back);
      });
    }
  }

  private async allOf(tx: Tx, reading: Reading): Promise<{ counts: OutcomeCounts; rowsDone: number }> {
    let counts = countsOf([]);
    let rowsDone = 0;
    // What a transaction that failed has learnt is forgotten with it.
    const memory = new PairMemory();
    const chunks = uploadChunks(this.candidates(reading), rowsDone, () => reading.bytes);
    for await (const { candidates } of oneAhead(chunks)) {
      const outcomes = await this.outcomesOf(tx, { ...reading, memory }, candidates);
      await this.steps.keep(tx, reading.upload.id, 'applied', outcomes);
      memory.settle();
      counts = withMore(counts, countsOf(outcomes));
      rowsDone += candidates.length;
    }
    return { counts, rowsDone };
  }
}

const byOf = ({ makerId, uploaderId, organisationId }: Upload) => ({
  userId: makerId ?? uploaderId,
  organisationId,
});
