// What a plan rests on: which receivables nobody could finance now, and what each offer would draw on its financier's limits.
import { Injectable } from '@nestjs/common';
import { type Bilingual, dateOf, minorUnits, money, type Money, zero } from '#kernel';
import type { Reads, Scope } from '#platform';
import { limitKeyOf, Limits } from '#risk';
import { sumByDebtor } from '../../domain/deal';
import type { CashNeed, Choice } from '../../domain/need/cash-need';
import { refuseItem, type RequestItem } from '../../domain/request';
import { DatedRules } from '../dated-rules';
import type { PricedOffer } from '../offers/priced-offers';
import { OfferableReceivables } from '../requests/offerable-receivables';

@Injectable()
export class PlanGround {
  constructor(
    private readonly offerable: OfferableReceivables,
    private readonly limits: Limits,
    private readonly rules: DatedRules,
  ) {}

  /** Which receivables nobody could finance now, whatever was offered for them, and why. */
  async obstacles(
    on: Reads,
    scope: Scope,
    items: readonly RequestItem[],
    currency: string,
  ): Promise<Map<string, Bilingual>> {
    const found = await this.offerable.byIds(on, scope, [
      ...new Set(items.map(({ receivableId }) => receivableId)),
    ]);
    const asked = { currency, today: dateOf(this.rules.now()), minTenorDays: 1 };
    return new Map(
      items.flatMap(({ receivableId, amount }) => {
        const candidate = found.get(receivableId);
        const refusal = candidate && refuseItem(candidate, { ...asked, amount: money(amount, currency) });
        return refusal ? [[receivableId, refusal.text] as const] : [];
      }),
    );
  }

  /** What a financier could lose is what it advances: so much of its limit on the debtor each offer would draw. */
  async needOf(on: Reads, wanted: Money, priced: readonly PricedOffer[]): Promise<CashNeed> {
    const { currency } = wanted;
    const drawn = priced.map(({ offer, items, price }) =>
      sumByDebtor(
        items.map(({ debtorId }, at) => ({ debtorId, amount: price.items[at]?.advance ?? zero(currency) })),
      ).map(({ debtorId, amount }) => ({
        key: { financierId: offer.financierId, debtorId, currency },
        limit: `${offer.financierId}/${limitKeyOf({ debtorId, currency })}`,
        amount: minorUnits(amount),
      })),
    );
    const headrooms = await this.limits.headrooms(
      on,
      drawn.flat().map(({ key }) => key),
    );
    const choices = priced.map(({ offer, items, price }, at): Choice => ({
      id: offer.id,
      netCash: minorUnits(price.netCash),
      cost: minorUnits(price.totalCost),
      covers: items.map(({ receivableId }) => receivableId),
      draws: drawn[at] ?? [],
    }));
    return {
      ...{ wanted: minorUnits(wanted), choices },
      headrooms: new Map([...headrooms].map(([key, { headroom }]) => [key, minorUnits(headroom)])),
    };
  }
}
