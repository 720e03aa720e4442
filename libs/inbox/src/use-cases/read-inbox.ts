// Somebody has read their inbox up to an entry; what came later stays unread.
import { Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { newId, shardFor } from '#kernel';
import { type Command, Once } from '#platform';
import { EntryStore } from '../data/entry.store';

@Injectable()
export class ReadInbox {
  constructor(
    private readonly once: Once,
    private readonly entries: EntryStore,
    private readonly audit: AuditLog,
  ) {}

  /** An id that is no entry of theirs marks a moment all the same, for ids are ordered by time. */
  async execute(command: Command, through: string): Promise<{ through: string }> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const { userId, organisationId } = actor;
      const fresh = { id: newId<'inbox_mark'>(shardFor(organisationId)), version: 1 };
      const isFirst = await this.entries.addMark(tx, { id: fresh.id, userId, through });
      const { id, version } = isFirst ? fresh : await this.entries.moveMark(tx, userId, through);
      await this.audit.record(tx, actor, [
        {
          action: 'inbox.inbox_read',
          subjectType: 'inbox',
          subjectId: id,
          subjectVersion: version,
          details: { through },
        },
      ]);
      return { through };
    });
  }
}
