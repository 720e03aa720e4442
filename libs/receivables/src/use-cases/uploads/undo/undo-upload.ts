// Takes back what an upload made, as far as nobody has built on it: those receivables are void, and their invoices may be
// uploaded again. Whatever was answered, corrected or cleared since stays, and is named. A plan is only discarded.
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#kernel';
import { type Actor, CLOCK, type Command, Once, type Tx } from '#platform';
import { WaitingCorrectionStore } from '../../../data/corrections/waiting-correction.store';
import { errors } from '../../../domain/errors';
import { canBecome, type Upload, type UploadSide } from '../../../domain/upload';
import { AT_ONCE_INVOICES } from '../receive-upload';
import { ReachUndo } from './reach-undo';
import { TakeBack } from './take-back';
import { UploadSteps } from '../upload-steps';
import { UploadQueries, type UploadShown } from '../uploads.queries';

@Injectable()
export class UndoUpload {
  constructor(
    private readonly once: Once,
    private readonly takingBack: TakeBack,
    private readonly reaching: ReachUndo,
    private readonly waiting: WaitingCorrectionStore,
    private readonly steps: UploadSteps,
    private readonly queries: UploadQueries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Of payables only a plan: what was applied is an answer, and is declined as every answer.
   * @throws receivables.upload_not_found, upload_not_undoable, nothing_to_undo
   */
  async execute(command: Command, id: string, side: UploadSide = 'receivables'): Promise<UploadShown> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const upload = await this.steps.lock(tx, actor.scope, id);
      if (upload.side !== side) throw errors.upload_not_found({ uploadId: id });
      const mayBegin = side === 'receivables' || upload.state === 'planned';
      if (!canBecome(upload.state, 'undone') || upload.state === 'undoing' || !mayBegin)
        throw errors.upload_not_undoable({ state: upload.state });
      if (upload.state === 'planned') {
        const change = { state: 'undone', withdrawn: 0, kept: 0 } as const;
        await this.steps.moveOn(tx, actor, 'receivables.upload_discarded', upload, change);
      } else await this.takeBack(tx, actor, upload);
      return this.queries.read(tx, actor, id);
    });
  }

  /** At once where it is little; what is more is begun here and goes on in the background. */
  private async takeBack(tx: Tx, actor: Actor, upload: Upload): Promise<void> {
    const scope = { organisations: [upload.organisationId] };
    const { free, kept } = await this.reaching.counts(tx, scope, upload);
    if (free === 0) throw errors.nothing_to_undo({ kept });
    await this.waiting.removeOf(tx, upload.id);
    if (upload.rowsDone > AT_ONCE_INVOICES) {
      const change = { state: 'undoing', withdrawn: 0, kept: 0, begunAt: this.clock.now() } as const;
      await this.steps.moveOn(tx, actor, 'receivables.undo_begun', upload, change);
      await this.steps.queue(tx, upload.id);
      return;
    }
    const done = await this.takingBack.execute(tx, actor, upload, { after: 0, upTo: upload.rowsDone });
    if (done.withdrawn === 0) throw errors.nothing_to_undo({ kept: done.kept });
    const change = { state: 'undone', ...done } as const;
    await this.steps.moveOn(tx, actor, 'receivables.upload_undone', upload, change);
  }
}
