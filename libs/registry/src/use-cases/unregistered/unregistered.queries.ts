// Reads claims that were stated and not registered: an organisation sees its own; ranks show
// them to everybody.
import { Injectable } from '@nestjs/common';
import { type Actor, Db, keyset, type PageQuery } from '#platform';
import { UnregisteredStore } from '../../data/priority/unregistered.store';
import { errors } from '../../domain/errors';
import { type UnregisteredAnswer, unregisteredAnswer } from './state-claim';

@Injectable()
export class UnregisteredQueries {
  constructor(
    private readonly db: Db,
    private readonly store: UnregisteredStore,
  ) {}

  /** One row more than the page holds. */
  async page(actor: Actor, filter: PageQuery): Promise<UnregisteredAnswer[]> {
    const { before, take } = keyset(filter);
    const rows = await this.store.page(this.db.reads, actor.scope, before, take);
    return rows.map((row) => unregisteredAnswer(row, actor));
  }

  /** @throws registry.unregistered_claim_not_found also when it is another's */
  async one(actor: Actor, id: string): Promise<UnregisteredAnswer> {
    const claim = await this.store.byId(this.db.reads, actor.scope, id);
    if (!claim) throw errors.unregistered_claim_not_found();
    return unregisteredAnswer(claim, actor);
  }
}
