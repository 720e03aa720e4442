// Whose receivables an undo may take back: those of the uploader, and of suppliers whose mandate for invoices it still has.
import { Injectable } from '@nestjs/common';
import { type MandateKind, Mandates } from '#parties';
import type { Reads, Scope, Tx } from '#platform';
import { type UndoReach, UndoStore } from '../../../data/uploads/undo.store';
import type { Upload } from '../../../domain/upload';

type Delivered = Pick<Upload, 'id' | 'organisationId'>;

@Injectable()
export class ReachUndo {
  constructor(
    private readonly undo: UndoStore,
    private readonly mandates: Mandates,
  ) {}

  /** No mandate ends before the transaction does. */
  async hold(tx: Tx, upload: Delivered): Promise<UndoReach> {
    const others = await this.others(tx, upload);
    return reachOf(upload, await this.mandates.hold(tx, upload.organisationId, others));
  }

  async now(on: Reads, upload: Delivered): Promise<UndoReach> {
    const others = await this.others(on, upload);
    return reachOf(upload, await this.mandates.inForce(on, upload.organisationId, others));
  }

  /** How many of an upload's receivables would be taken back now, and how many would stay. */
  async counts(on: Reads, scope: Scope, upload: Delivered) {
    return this.undo.counts(on, scope, await this.now(on, upload));
  }

  private async others(on: Reads, { id, organisationId }: Delivered): Promise<string[]> {
    const found = await this.undo.suppliers(on, { organisations: [organisationId] }, id);
    return found.filter((one) => one !== organisationId);
  }
}

function reachOf(
  { id, organisationId }: Delivered,
  mandates: ReadonlyMap<string, readonly MandateKind[]>,
): UndoReach {
  const given = [...mandates].flatMap(([principalId, kinds]) =>
    kinds.includes('invoices') ? [principalId] : [],
  );
  return { uploadId: id, supplierIds: [organisationId, ...given] };
}
