// Keeps a draft, new or changed; who changes one says which version they saw.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Clock, newId, shardFor } from '#kernel';
import { type Actor, CLOCK, type Command, Once, type Tx } from '#platform';
import { DraftStore } from '../../data/draft.store';
import { assertRoomForDraft, assertSameVersion, type Draft } from '../../domain/draft';
import { errors } from '../../domain/errors';
import { type DraftShown, draftShown } from './drafts.queries';

type Written = Pick<Draft, 'title' | 'content'>;

@Injectable()
export class SaveDraft {
  constructor(
    private readonly once: Once,
    private readonly drafts: DraftStore,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws desk.too_many_drafts (422) */
  async create(command: Command, { title, content }: Written): Promise<DraftShown> {
    const { actor } = command;
    const { organisationId, userId } = actor;
    return this.once.run(command, async (tx) => {
      assertRoomForDraft(await this.drafts.count(tx, { organisations: [organisationId] }));
      const draft: Draft = {
        ...{ id: newId<'draft'>(shardFor(organisationId)), organisationId, title, content },
        ...{ changedBy: userId, changedAt: this.clock.now(), version: 1 },
      };
      await this.drafts.add(tx, draft);
      await this.tell(tx, actor, 'desk.draft_saved', draft);
      return draftShown(draft, actor);
    });
  }

  /** @throws desk.draft_not_found (404), desk.draft_changed (409) */
  async change(command: Command, id: string, seen: number, { title, content }: Written): Promise<DraftShown> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const found = await this.locked(tx, actor, id, seen);
      const draft: Draft = {
        ...{ ...found, title, content, changedBy: actor.userId, changedAt: this.clock.now() },
        version: found.version + 1,
      };
      await this.drafts.update(tx, draft);
      await this.tell(tx, actor, 'desk.draft_saved', draft);
      return draftShown(draft, actor);
    });
  }

  /** @throws desk.draft_not_found (404), desk.draft_changed (409) */
  async discard(command: Command, id: string, seen: number): Promise<DraftShown> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const found = await this.locked(tx, actor, id, seen);
      await this.drafts.remove(tx, id);
      const draft = { ...found, version: found.version + 1 };
      await this.tell(tx, actor, 'desk.draft_discarded', draft);
      return { ...draftShown(draft, actor), actions: [] };
    });
  }

  private async locked(tx: Tx, { scope }: Actor, id: string, seen: number): Promise<Draft> {
    const draft = await this.drafts.lock(tx, scope, id);
    if (!draft) throw errors.draft_not_found({ draftId: id });
    assertSameVersion(draft, seen);
    return draft;
  }

  /** What a draft says is nobody's business yet, so the book has its hands and times only. */
  private async tell(tx: Tx, actor: Actor, action: string, { id, version }: Draft): Promise<void> {
    await this.audit.record(tx, actor, [
      { action, subjectType: 'desk.draft', subjectId: id, subjectVersion: version, details: {} },
    ]);
  }
}
