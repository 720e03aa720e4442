// Drafts as their organisation sees them; to everybody else they do not exist.
import { Injectable } from '@nestjs/common';
import { type Actor, Db, type Page, type PageQuery, pageOf } from '#platform';
import { DraftStore } from '../../data/draft.store';
import type { Draft } from '../../domain/draft';
import { errors } from '../../domain/errors';

export interface DraftShown extends Omit<Draft, 'changedAt'> {
  readonly changedAt: string;
  readonly actions: readonly string[];
}

@Injectable()
export class DraftQueries {
  constructor(
    private readonly db: Db,
    private readonly drafts: DraftStore,
  ) {}

  async page(actor: Actor, page: PageQuery): Promise<Page<DraftShown>> {
    const { items, next } = pageOf(await this.drafts.page(this.db.reads, actor.scope, page), page);
    return { items: items.map((draft) => draftShown(draft, actor)), next };
  }

  /** @throws desk.draft_not_found (404) */
  async byId(actor: Actor, id: string): Promise<DraftShown> {
    const draft = await this.drafts.byId(this.db.reads, actor.scope, id);
    if (!draft) throw errors.draft_not_found({ draftId: id });
    return draftShown(draft, actor);
  }
}

export const draftShown = (draft: Draft, { permissions }: Pick<Actor, 'permissions'>): DraftShown => ({
  ...draft,
  changedAt: draft.changedAt.toISOString(),
  actions: permissions.has('registration.file') ? ['change', 'discard', 'file'] : [],
});
