// Takes back what an upload made, as far as nobody has built on it: those receivables are void, and their invoices may be
// uploaded again. Whatever was answered, corrected or cleared since stays, and is named. A plan is only discarded.
import { Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Actor, type Command, Db, Events, Once, type Tx } from '#platform';
import { InvoiceClaimStore } from '../../data/invoice-claim.store';
import { ReceivableStore } from '../../data/receivable.store';
import { type Created, UndoStore } from '../../data/uploads/undo.store';
import { UploadStore } from '../../data/uploads/upload.store';
import { errors } from '../../domain/errors';
import type { Receivable } from '../../domain/receivable';
import { canBecome, type Upload } from '../../domain/upload';
import { receivableWithdrawn } from '../../receivables.events';
import { chunksOf } from '../chunks';
import { UploadSteps } from './upload-steps';
import { UploadQueries, type UploadShown } from './uploads.queries';

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
    private readonly uploads: UploadStore,
    private readonly undo: UndoStore,
    private readonly receivables: ReceivableStore,
    private readonly claims: InvoiceClaimStore,
    private readonly steps: UploadSteps,
    private readonly queries: UploadQueries,
    private readonly audit: AuditLog,
    private readonly events: Events,
  ) {}

  /** What an undo would do now. @throws receivables.upload_not_found */
  async preview({ scope }: Actor, id: string): Promise<UndoShown> {
    if (!(await this.uploads.byId(this.db.reads, scope, id))) throw errors.upload_not_found({ uploadId: id });
    const created = await this.undo.created(this.db.reads, scope, id);
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
      const upload = await this.uploads.lock(tx, actor.scope, id);
      if (!upload) throw errors.upload_not_found({ uploadId: id });
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
    const locked = new Map<string, Receivable>();
    for (const chunk of chunksOf(wanted.map((one) => one.id)))
      for (const one of await this.receivables.lock(tx, scope, chunk)) locked.set(one.id, one);
    // Read again: an answer may have come before the locks.
    const created = await this.undo.created(tx, scope, upload.id);
    const free = created.flatMap((one) => (one.keptFor === null ? (locked.get(one.id) ?? []) : []));
    if (free.length === 0) throw errors.nothing_to_undo({ kept: created.length });
    for (const chunk of chunksOf(free)) await this.withdraw(tx, actor, chunk);
    const change = { state: 'undone', withdrawn: free.length, kept: created.length - free.length } as const;
    await this.steps.moveOn(tx, actor, 'receivables.upload_undone', upload, change);
  }

  private async withdraw(tx: Tx, actor: Actor, free: readonly Receivable[]): Promise<void> {
    const withdrawn = free.map((one): Receivable => ({ ...one, state: 'void', version: one.version + 1 }));
    await this.receivables.update(tx, withdrawn);
    await this.claims.release(
      tx,
      withdrawn.map(({ id }) => id),
    );
    await this.audit.record(
      tx,
      actor,
      withdrawn.map(({ id, version, debtorId, invoiceNumber }) => ({
        action: 'receivables.receivable_withdrawn',
        subjectType: 'receivable',
        subjectId: id,
        subjectVersion: version,
        details: { invoiceNumber },
        visibleTo: [debtorId],
      })),
    );
    await this.events.emit(
      tx,
      receivableWithdrawn,
      free
        .filter(({ state }) => state === 'listed')
        .map(({ id, supplierId, debtorId }) => ({ receivableId: id, supplierId, debtorId })),
    );
  }
}
