// How debtors answer, for whoever meets them: a supplier with a receivable, a financier with a request, the debtor itself.
import { Inject, Injectable } from '@nestjs/common';
import { addDays, type Clock, todayOf } from '#kernel';
import { type Actor, CLOCK, Db, EVERYONE, type Reads } from '#platform';
import { ResponseStore } from '../../data/confirmation/response.store';
import { ReceivableStore } from '../../data/receivable.store';
import { noResponse, type Response, responseOf } from '../../domain/confirmation/response';
import { errors } from '../../domain/errors';

/** Habits change: only what was asked within a year counts. */
const DAYS_THAT_COUNT = 365;

@Injectable()
export class Responses {
  constructor(
    private readonly db: Db,
    private readonly counted: ResponseStore,
    private readonly receivables: ReceivableStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * By debtor; the caller was allowed to know that these are the debtors.
   * @param asked the organisation that asks sees its own figures also of a few cases
   */
  async of(on: Reads, asked: string, debtorIds: readonly string[]): Promise<ReadonlyMap<string, Response>> {
    const ids = [...new Set(debtorIds)];
    const today = todayOf(this.clock);
    const days = { since: addDays(today, -DAYS_THAT_COUNT), today };
    const counts = new Map(
      (await this.counted.counts(on, EVERYONE, ids, days)).map((one) => [one.debtorId, one]),
    );
    return new Map(ids.map((id) => [id, responseOf(counts.get(id) ?? noResponse(id), id === asked)]));
  }

  /** Of the organisation that asks. */
  async own({ organisationId }: Actor): Promise<Response> {
    return this.one(organisationId, organisationId);
  }

  /** Of the debtor of a receivable of the supplier's. @throws receivables.receivable_not_found (404) */
  async ofReceivable({ scope, organisationId }: Actor, receivableId: string): Promise<Response> {
    const [receivable] = await this.receivables.byIds(this.db.reads, scope, [receivableId]);
    if (!receivable) throw errors.receivable_not_found({ receivableId });
    return this.one(organisationId, receivable.debtorId);
  }

  private async one(asked: string, debtorId: string): Promise<Response> {
    const found = await this.of(this.db.reads, asked, [debtorId]);
    return found.get(debtorId) ?? responseOf(noResponse(debtorId), asked === debtorId);
  }
}
