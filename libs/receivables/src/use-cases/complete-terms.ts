// The supplier states when a draft is due; with that the receivable goes to its debtor.
import { Injectable } from '@nestjs/common';
import { type Command, Once } from '#platform';
import { ReceivableStore } from '../data/receivable.store';
import { errors } from '../domain/errors';
import { dueDateBy, type Terms } from '../domain/receivable';
import { Listing } from './listing';
import { ReceivableQueries, type ReceivableShown } from './receivables.queries';

@Injectable()
export class CompleteTerms {
  constructor(
    private readonly once: Once,
    private readonly receivables: ReceivableStore,
    private readonly listing: Listing,
    private readonly queries: ReceivableQueries,
  ) {}

  /** @throws receivables.receivable_not_found, receivable_not_draft, terms_ambiguous, due_before_issue */
  async execute(command: Command, id: string, terms: Terms): Promise<ReceivableShown> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const [draft] = await this.receivables.lock(tx, actor.scope, [id]);
      if (!draft) throw errors.receivable_not_found({ receivableId: id });
      const dueDate = dueDateBy(draft, terms);
      const dates = await this.listing.dates(tx);
      const listed = { ...draft, ...dates, dueDate, state: 'listed' as const, version: draft.version + 1 };
      await this.receivables.update(tx, [listed]);
      await this.listing.record(tx, actor, 'receivables.terms_completed', [listed]);
      return this.queries.byId(tx, actor, id);
    });
  }
}
