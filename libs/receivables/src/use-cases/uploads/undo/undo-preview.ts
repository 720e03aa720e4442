// What an undo would take back now, and what would stay and why.
import { Injectable } from '@nestjs/common';
import { type Actor, Db } from '#platform';
import { type Created, UndoStore } from '../../../data/uploads/undo.store';
import { ReachUndo } from './reach-undo';
import { UploadQueries } from '../uploads.queries';

/** So many of those that stay are named. */
const NAMED = 200;

export interface UndoShown {
  readonly withdrawable: number;
  readonly kept: number;
  readonly keptReceivables: readonly Created[];
}

@Injectable()
export class UndoPreview {
  constructor(
    private readonly db: Db,
    private readonly undo: UndoStore,
    private readonly reaching: ReachUndo,
    private readonly queries: UploadQueries,
  ) {}

  /** @throws receivables.upload_not_found */
  async execute(actor: Actor, id: string): Promise<UndoShown> {
    const upload = await this.queries.require(actor, 'receivables', id);
    const reach = await this.reaching.now(this.db.reads, upload);
    const { free, kept } = await this.undo.counts(this.db.reads, actor.scope, reach);
    const keptReceivables = kept > 0 ? await this.undo.kept(this.db.reads, actor.scope, reach, NAMED) : [];
    return { withdrawable: free, kept, keptReceivables };
  }
}
