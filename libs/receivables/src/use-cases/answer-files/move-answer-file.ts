// Takes in a file of answers, applies its plan, or checks all that it proposed: each only begins the work, which goes on in
// the background line by line.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { Documents } from '#documents';
import { type Clock, newId, shardFor } from '#kernel';
import {
  type Actor,
  CLOCK,
  type Command,
  Events,
  type IncomingFile,
  Once,
  type Tx,
  withContent,
} from '#platform';
import { AnswerFileStore } from '../../data/confirmation/answer-file.store';
import type { CheckDecision } from '../../domain/answer';
import { type AnswerFile, type AnswerFileState, assertMayBecome } from '../../domain/answer-file';
import { confirmationErrors } from '../../domain/confirmation/errors';
import { errors } from '../../domain/errors';
import { answerFileQueued } from '../../receivables.events';
import { type AnswerFileShown, fileShown } from './answer-files.queries';

@Injectable()
export class MoveAnswerFile {
  constructor(
    private readonly once: Once,
    private readonly documents: Documents,
    private readonly files: AnswerFileStore,
    private readonly events: Events,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws receivables.answer_file_one (400), and whatever is wrong with the file's transport */
  async receive(command: Command, incoming: AsyncIterable<IncomingFile>): Promise<AnswerFileShown> {
    const kept = [];
    for await (const { name, bytes } of incoming) kept.push(await this.documents.keep(name, bytes));
    const [one] = kept;
    if (!one || kept.length > 1) throw confirmationErrors.answer_file_one();
    const { actor } = command;
    return this.once.run(withContent(command, one.sha256), async (tx) => {
      const [documentId = ''] = await this.documents.record(tx, actor, [one]);
      const file = this.newFile(actor, documentId, one.name);
      await this.files.add(tx, file);
      await this.tell(tx, actor, 'receivables.answer_file_received', file);
      return fileShown(file, actor);
    });
  }

  /** @throws receivables.answer_file_not_found (404), answer_file_moved_on (409) */
  async apply(command: Command, id: string): Promise<AnswerFileShown> {
    return this.begin(command, id, 'applying', 'receivables.answer_file_application_begun', (file) => file);
  }

  /** @throws receivables.answer_file_not_found (404), answer_file_moved_on (409), maker_is_checker (422) */
  async check(command: Command, id: string, decision: CheckDecision): Promise<AnswerFileShown> {
    const { userId: checkerId, sessionId: checkerSession, kind, authenticatedBy } = command.actor;
    return this.begin(command, id, 'checking', 'receivables.answer_file_check_begun', (file) => {
      if (file.makerId === checkerId) throw errors.maker_is_checker({ fileId: id });
      return {
        ...{ ...file, checkerId, checkerSession, decision },
        ...{ checkerKind: kind, checkerMethods: authenticatedBy },
      };
    });
  }

  private async begin(
    command: Command,
    id: string,
    state: AnswerFileState,
    action: string,
    change: (file: AnswerFile) => AnswerFile,
  ): Promise<AnswerFileShown> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const found = await this.files.lock(tx, actor.scope, id);
      if (!found) throw confirmationErrors.answer_file_not_found({ fileId: id });
      assertMayBecome(found, state);
      const fresh = { linesDone: 0, sound: 0, refused: 0, movedAt: this.clock.now() };
      const file = { ...change(found), ...fresh, state, version: found.version + 1 };
      await this.files.update(tx, file);
      await this.tell(tx, actor, action, file);
      return fileShown(file, actor);
    });
  }

  private async tell(tx: Tx, actor: Actor, action: string, file: AnswerFile): Promise<void> {
    const { id, version, documentId, decision } = file;
    await this.audit.record(tx, actor, [
      {
        action,
        subjectType: 'answer_file',
        subjectId: id,
        subjectVersion: version,
        details: { documentId, decision },
      },
    ]);
    await this.events.emit(tx, answerFileQueued, [{ fileId: id }]);
  }

  private newFile(actor: Actor, documentId: string, fileName: string): AnswerFile {
    const { organisationId, userId, sessionId, kind, authenticatedBy } = actor;
    const now = this.clock.now();
    return {
      id: newId<'answer_file'>(shardFor(organisationId)),
      ...{ organisationId, documentId, fileName, makerId: userId, makerSession: sessionId },
      ...{ makerKind: kind, makerMethods: authenticatedBy, state: 'planning' },
      ...{ linesDone: 0, sound: 0, refused: 0, checkerId: null, checkerSession: null, checkerKind: null },
      ...{ checkerMethods: null, decision: null, receivedAt: now, movedAt: now, version: 1 },
    };
  }
}
