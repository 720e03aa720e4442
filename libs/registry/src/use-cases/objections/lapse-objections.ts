// Notes objections whose time has run out without proof of a lawsuit or an arbitration: each lapse is an event of its filing,
// with a time and a number.
import { Injectable } from '@nestjs/common';
import { THE_PLATFORM } from '#audit';
import { Db, Every, type Tx } from '#platform';
import { ObjectionStore } from '../../data/objections/objection.store';
import { ObjectionBook } from './objection-book';

const BATCH = 200;
const REASON = '未在规定期限内提交起诉或仲裁受理证明 / No proof of a lawsuit or an arbitration in time';

@Injectable()
export class LapseObjections {
  constructor(
    private readonly db: Db,
    private readonly objections: ObjectionStore,
    private readonly book: ObjectionBook,
  ) {}

  /** Time runs out at midnight in Shanghai; the hours after catch up what a stopped process missed. */
  @Every('registry.lapse_objections', '2 * * * *')
  async execute(): Promise<void> {
    for (let found = 1; found > 0;) found = await this.db.run((tx) => this.batch(tx));
  }

  /** One objection of each filing at a time, for each lapse is an event of its own. */
  private async batch(tx: Tx): Promise<number> {
    const now = this.book.stamps.now();
    const found = await this.objections.lapsing(tx, now, BATCH);
    const locked = await this.book.lock(
      tx,
      found.map(({ filingId }) => filingId),
    );
    // Asked again under the locks: a proof or a withdrawal may have come between.
    const due = await this.objections.lapsing(tx, now, BATCH);
    const filings = new Set(due.map(({ filingId }) => filingId));
    const opened = await this.book.stamp(
      tx,
      locked.filter(({ filingId }) => filings.has(filingId)),
    );
    const lapses = due.flatMap(({ id: objectionId, filingId, byOrganisation: alsoFor }) => {
      const filing = opened.get(filingId);
      return filing ? [{ ...filing, objectionId, alsoFor, reason: REASON, details: {} }] : [];
    });
    await this.objections.move(
      tx,
      lapses.map(({ objectionId }) => objectionId),
      'lapsed',
    );
    await this.book.note(tx, THE_PLATFORM, 'objection_lapsed', lapses);
    return found.length;
  }
}
