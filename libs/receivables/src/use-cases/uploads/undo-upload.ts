// Takes back what an upload made, as far as nobody has built on it: those receivables are void, and their invoices may be
// uploaded again. Whatever was answered, corrected or cleared since stays, and is named. A plan is only discarded.
import { Injectable } from '@nestjs/common';
import { type Actor, type Command, Db, Once, type Tx } from '#platform';
import { type Created, UndoStore } from '../../data/uploads/undo.store';
import { errors } from '../../domain/errors';
import { canBecome, type Upload } from '../../domain/upload';
import { UploadSteps } from './upload-steps';
import { UploadQueries, type UploadShown } from './uploads.queries';
import { WithdrawReceivables } from './withdraw-receivables';

/** So many of those that stay are named. */
const NAMED = 200;

export interface UndoShown {
  readonly withdrawable: number;
  readonly kept: number;
  readonly keptReceivables: readonly Created[];
}

@Injectable()
export class UndoUpload {
  constructor(
    private readonly db: Db,
    private readonly once: Once,
    private readonly undo: UndoStore,
    private readonly withdrawing: WithdrawReceivables,
    private readonly steps: UploadSteps,
    private readonly queries: UploadQueries,
  ) {}

  /** What an undo would do now. @throws receivables.upload_not_found */
  async preview(actor: Actor, id: string): Promise<UndoShown> {
    await this.queries.require(actor, id);
    const created = await this.undo.created(this.db.reads, actor.scope, id);
    const kept = created.filter(({ keptFor }) => keptFor !== null);
    return {
      withdrawable: created.length - kept.length,
      kept: kept.length,
      keptReceivables: kept.slice(0, NAMED),
    };
  }

  /** @throws receivables.upload_not_found, upload_not_undoable, nothing_to_undo */
  async execute(command: Command, id: string): Promise<UploadShown> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const upload = await this.steps.lock(tx, actor.scope, id);
      if (!canBecome(upload.state, 'undone')) throw errors.upload_not_undoable({ state: upload.state });
      if (upload.state === 'planned') {
        const change = { state: 'undone', withdrawn: 0, kept: 0 } as const;
        await this.steps.moveOn(tx, actor, 'receivables.upload_discarded', upload, change);
      } else await this.takeBack(tx, actor, upload);
      return this.queries.read(tx, actor, id);
    });
  }

  private async takeBack(tx: Tx, actor: Actor, upload: Upload): Promise<void> {
    const scope = { organisations: [upload.organisationId] };
    const wanted = await this.undo.created(tx, scope, upload.id);
    const locked = await this.withdrawing.lock(
      tx,
      scope,
      wanted.map((one) => one.id),
    );
    // Read again: an answer may have come before the locks.
    const created = await this.undo.created(tx, scope, upload.id);
    const free = created.flatMap((one) => (one.keptFor === null ? (locked.get(one.id) ?? []) : []));
    if (free.length === 0) throw errors.nothing_to_undo({ kept: created.length });
    await this.withdrawing.execute(tx, actor, free);
    const change = { state: 'undone', withdrawn: free.length, kept: created.length - free.length } as const;
    await this.steps.moveOn(tx, actor, 'receivables.upload_undone', upload, change);
  }
}
