// Takes back some rows of an upload in one transaction: of the receivables that they made, those on which nobody has built.
import { Injectable } from '@nestjs/common';
import type { By } from '#audit';
import type { Tx } from '#platform';
import { type RowRange, UndoStore } from '../../../data/uploads/undo.store';
import type { Upload } from '../../../domain/upload';
import { ReachUndo } from './reach-undo';
import { WithdrawReceivables } from './withdraw-receivables';

@Injectable()
export class TakeBack {
  constructor(
    private readonly undo: UndoStore,
    private readonly withdrawing: WithdrawReceivables,
    private readonly reaching: ReachUndo,
  ) {}

  /** Of a locked upload: how many were taken back, and how many stay. */
  async execute(
    tx: Tx,
    by: By,
    upload: Upload,
    rows: RowRange,
  ): Promise<{ readonly withdrawn: number; readonly kept: number }> {
    const scope = { organisations: [upload.organisationId] };
    const reach = await this.reaching.hold(tx, upload);
    const wanted = await this.undo.created(tx, scope, reach, rows);
    const locked = await this.withdrawing.lock(
      tx,
      { organisations: reach.supplierIds },
      wanted.map((one) => one.id),
    );
    // Read again: an answer may have come before the locks.
    const created = await this.undo.created(tx, scope, reach, rows);
    const free = created.flatMap((one) => (one.keptFor === null ? (locked.get(one.id) ?? []) : []));
    await this.withdrawing.execute(tx, by, free);
    return { withdrawn: free.length, kept: created.length - free.length };
  }
}
