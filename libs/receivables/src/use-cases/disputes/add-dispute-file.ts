// Adds a file as evidence to a dispute, for the organisation of whoever sends it and for no other.
import { Inject, Injectable } from '@nestjs/common';
import { Documents, refuseEicar } from '#documents';
import { type Clock, newId, shardOf } from '#kernel';
import { CLOCK, type Command, Once, withContent } from '#platform';
import { DisputeStore } from '../../data/confirmation/dispute.store';
import { DisputeFileStore } from '../../data/confirmation/dispute-file.store';
import { confirmationErrors as errors } from '../../domain/confirmation/errors';
import { fileFault } from '../../domain/dispute';
import { DisputeTelling } from './dispute-telling';
import { DisputeQueries, type DisputeShown, sideOf } from './disputes.queries';

interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

@Injectable()
export class AddDisputeFile {
  constructor(
    private readonly once: Once,
    private readonly documents: Documents,
    private readonly disputes: DisputeStore,
    private readonly files: DisputeFileStore,
    private readonly queries: DisputeQueries,
    private readonly telling: DisputeTelling,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param read brings the file; only for those whom the dispute concerns
   * @throws receivables.dispute_not_found (404), dispute_file_empty (400), dispute_moved_on (409),
   * dispute_file_of_the_judge, dispute_files_full, documents.eicar (422)
   */
  async execute(command: Command, id: string, read: () => Promise<NamedBytes>): Promise<DisputeShown> {
    const { actor } = command;
    const { organisationId } = actor;
    await this.queries.one(actor, id);
    const { name, bytes } = await read();
    if (bytes.length === 0) throw errors.dispute_file_empty({ name });
    refuseEicar(bytes);
    const kept = await this.documents.keep(name, bytes);
    return this.once.run(withContent(command, kept.sha256), async (tx) => {
      const dispute = await this.disputes.lock(tx, actor.scope, id);
      if (!dispute) throw errors.dispute_not_found({ disputeId: id });
      const all = await this.files.ofDisputes(tx, actor.scope, [id]);
      const own = all.filter((one) => one.organisationId === organisationId);
      const fault = fileFault(dispute, sideOf(actor), own.length);
      if (fault) throw fault;
      const [documentId = ''] = await this.documents.record(tx, actor, [kept]);
      await this.files.add(tx, {
        id: newId<'dispute_file'>(shardOf(dispute.id)),
        ...{ disputeId: id, documentId, organisationId, addedBy: actor.userId, addedAt: this.clock.now() },
      });
      const moved = { ...dispute, version: dispute.version + 1 };
      await this.disputes.update(tx, moved);
      await this.telling.tell(tx, actor, moved, 'receivables.dispute_file_added', {
        ...{ documentId, name: kept.name, sha256: kept.sha256 },
      });
      return this.queries.byId(tx, actor, id);
    });
  }
}
