// The limits as deals use them: reserve and release inside the deal's own transaction.
import { Inject, Injectable } from '@nestjs/common';
import { type Clock, invariant, type Money, newId, shardOf } from '#kernel';
import { CLOCK, EVERYONE, type Reads, type Tx } from '#platform';
import { ExposureStore } from '../data/exposure.store';
import { LimitLineStore } from '../data/limit-line.store';
import { type Draw, lineFitting, wantedOf } from '../domain/draw';
import type { Finding } from '../domain/finding';
import { headroomOf, type LimitKey, limitKeyOf, type LineKey } from '../domain/limit-line';

export interface Headroom {
  readonly lineId: string;
  readonly limit: Money;
  readonly used: Money;
  /** Never below zero. */
  readonly headroom: Money;
}

const lineKeyOf = (key: LineKey): string => `${key.financierId}/${limitKeyOf(key)}`;

@Injectable()
export class Limits {
  constructor(
    private readonly lines: LimitLineStore,
    private readonly exposures: ExposureStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** By `debtorId:currency`; a key without a line is missing in the answer. For the financier's own eyes. */
  async headroom(on: Reads, financierId: string, keys: readonly LimitKey[]): Promise<Map<string, Headroom>> {
    const own = keys.map((key) => ({ ...key, financierId }));
    const found = await this.headrooms(on, own);
    return new Map(
      own.flatMap((key) => {
        const line = found.get(lineKeyOf(key));
        return line ? [[limitKeyOf(key), line]] : [];
      }),
    );
  }

  /** Of many financiers by one question, by `financierId/debtorId:currency`. */
  async headrooms(on: Reads, keys: readonly LineKey[]): Promise<Map<string, Headroom>> {
    const distinct = [...new Map(keys.map((key) => [lineKeyOf(key), key])).values()];
    const lines = await this.lines.byKeys(on, EVERYONE, distinct);
    return new Map(
      lines.map((line) => {
        const { id: lineId, limit, used } = line;
        return [lineKeyOf(line), { lineId, limit, used, headroom: headroomOf(line) }];
      }),
    );
  }

  /**
   * All draws or none. Locks the lines in ascending id; only accounts are locked later than limits.
   * @throws risk.limit_missing, limit_exceeded (422), for the first draw that does not fit. The details tell limit and
   *   use, which only the financier may know: who serves another party answers with an error of its own.
   */
  async reserve(tx: Tx, dealId: string, financierId: string, draws: readonly Draw[]): Promise<void> {
    const wanted = wantedOf(draws);
    if (wanted.length === 0) return;
    const lines = await this.lines.lock(tx, financierId, wanted);
    const byKey = new Map(lines.map((line) => [limitKeyOf(line), line]));
    const at = this.clock.now();
    const rows = wanted.map((one) => {
      const { id: lineId } = lineFitting(byKey.get(limitKeyOf(one)), one);
      return { id: newId<'exposure'>(shardOf(lineId)), dealId, lineId, ...one.amount, at };
    });
    const drawn = await this.exposures.draw(tx, rows);
    invariant(drawn === rows.length, 'what fits a locked line can be drawn');
  }

  /** Gives back all that the deal holds; nothing when it holds nothing, so a second release does no harm. */
  async release(tx: Tx, dealId: string): Promise<void> {
    const lineIds = await this.lines.lockOfDeal(tx, dealId);
    if (lineIds.length === 0) return;
    const ids = lineIds.map((lineId) => newId<'exposure'>(shardOf(lineId)));
    await this.exposures.release(tx, dealId, lineIds, ids, this.clock.now());
  }

  /** Recomputes all use from the book; an empty list says that everything agrees. */
  async verify(on: Reads): Promise<Finding[]> {
    return this.exposures.verify(on, EVERYONE);
  }
}
