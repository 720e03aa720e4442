// Takes in a file of registrations, or files what its plan found sound: each only begins the work, which goes on in the
// background.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { Documents } from '#documents';
import { type Clock, newId, shardFor } from '#kernel';
import { type Actor, CLOCK, type Command, Events, Once, type Tx, withContent } from '#platform';
import { FilingFileStore } from '../../data/filing-file.store';
import { filingFileQueued } from '../../desk.events';
import { errors } from '../../domain/errors';
import { assertMayApply, type FilingFile } from '../../domain/filing-file';
import { type FilingFileShown, fileShown } from './filing-files.queries';

@Injectable()
export class MoveFilingFile {
  constructor(
    private readonly once: Once,
    private readonly documents: Documents,
    private readonly files: FilingFileStore,
    private readonly events: Events,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async receive(
    command: Command,
    file: { readonly name: string; readonly bytes: Uint8Array },
  ): Promise<FilingFileShown> {
    const kept = await this.documents.keep(file.name, file.bytes);
    const { actor } = command;
    return this.once.run(withContent(command, kept.sha256), async (tx) => {
      const [documentId = ''] = await this.documents.record(tx, actor, [kept]);
      const received = this.newFile(actor, documentId, kept.name);
      await this.files.add(tx, received);
      await this.tell(tx, actor, 'desk.filing_file_received', received);
      return fileShown(received, actor);
    });
  }

  /** @throws desk.file_not_found (404), desk.file_not_planned (409) */
  async apply(command: Command, id: string): Promise<FilingFileShown> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const found = await this.files.lock(tx, actor.scope, id);
      if (!found) throw errors.file_not_found({ fileId: id });
      assertMayApply(found);
      const fresh = { done: 0, sound: 0, refused: 0, movedAt: this.clock.now() };
      const file: FilingFile = { ...found, ...fresh, state: 'applying', version: found.version + 1 };
      await this.files.update(tx, file);
      await this.tell(tx, actor, 'desk.filing_file_application_begun', file);
      return fileShown(file, actor);
    });
  }

  private async tell(tx: Tx, actor: Actor, action: string, file: FilingFile): Promise<void> {
    const { id, version, documentId } = file;
    await this.audit.record(tx, actor, [
      {
        action,
        subjectType: 'desk.filing_file',
        subjectId: id,
        subjectVersion: version,
        details: { documentId },
      },
    ]);
    await this.events.emit(tx, filingFileQueued, [{ fileId: id }]);
  }

  private newFile({ organisationId, userId }: Actor, documentId: string, fileName: string): FilingFile {
    const now = this.clock.now();
    return {
      id: newId<'filing_file'>(shardFor(organisationId)),
      ...{ organisationId, documentId, fileName, makerId: userId, state: 'planning' },
      ...{ done: 0, sound: 0, refused: 0, receivedAt: now, movedAt: now, version: 1 },
    };
  }
}
