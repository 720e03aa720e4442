// "So much cash, as cheaply as can be": which of the supplier's offers to accept. Only computed; each offer is then accepted
// as always, where everything is judged again.
import { Injectable } from '@nestjs/common';
import { type Bilingual, isPositive, money, type Money, subtractMoney, sumMoney, zero } from '#kernel';
import { type Actor, Db, type Reads, scopeOf, Threads } from '#platform';
import { RequestStore } from '../../data/request.store';
import { annualRate } from '../../domain/annual-rate';
import { errors } from '../../domain/errors';
import { type CashNeed, type LeftOut, leftOutFor, OFFERS_LEFT_OUT } from '../../domain/need/cash-need';
import { cheapestWay, type Way } from '../../domain/need/cheapest-way';
import { type Offer, refuseAcceptance } from '../../domain/offer';
import type { RequestItem } from '../../domain/request';
import { DatedRules } from '../dated-rules';
import { OfferQueries, type OfferView } from '../offers/offers.queries';
import { priceView, type PriceView } from '../offers/price-view';
import { type PricedOffer, PricedOffers } from '../offers/priced-offers';
import { PlanGround } from './plan-ground';
import { PROGRAMME } from './programmes';

/** Open requests that are looked at, the newest first. */
const MOST_REQUESTS = 2_000;
/** So long the solver may look for something better than what it has. */
const SECONDS = 10;
const GAP_DIGITS = 6;

/** Why a receivable that was offered brings nothing in this plan. */
export const LEFT_OUT = ['no_offer', 'held', ...OFFERS_LEFT_OUT] as const;
export type WhyLeftOut = (typeof LEFT_OUT)[number];

export interface PlannedOffer {
  readonly offer: OfferView;
  readonly price: PriceView;
}
export interface OfferLeftOut extends PlannedOffer {
  readonly reason: LeftOut;
}
export interface ReceivableLeftOut {
  readonly requestId: string;
  readonly receivableId: string;
  readonly invoiceNumber: string;
  readonly amount: Money;
  readonly reason: WhyLeftOut;
  /** What stands in the way, where it is `held`. */
  readonly obstacle: Bilingual | null;
}
export interface CashPlanView {
  readonly wanted: Money;
  /** Whether the offers bring as much; otherwise this is the most that they bring. */
  readonly isReached: boolean;
  readonly netCash: Money;
  /** Up to what is wanted; zero where it is reached. */
  readonly missing: Money;
  readonly totalCost: Money;
  /** Of all of it, effective per year; null without cash or time. */
  readonly allInRate: string | null;
  /** Fraction of the cost that a better plan could save at most; "0.000000" is proved to be the cheapest. */
  readonly gap: string;
  readonly offers: readonly PlannedOffer[];
  readonly offersLeftOut: readonly OfferLeftOut[];
  readonly receivablesLeftOut: readonly ReceivableLeftOut[];
}

interface Considered {
  readonly priced: readonly PricedOffer[];
  readonly need: CashNeed;
}

@Injectable()
export class CashPlanQueries {
  constructor(
    private readonly db: Db,
    private readonly requests: RequestStore,
    private readonly priced: PricedOffers,
    private readonly ground: PlanGround,
    private readonly views: OfferQueries,
    private readonly rules: DatedRules,
    private readonly threads: Threads,
  ) {}

  /** @throws factoring.plan_amount_not_positive (422), factoring.plan_not_found_in_time (503) */
  async of(actor: Actor, wanted: Money): Promise<CashPlanView> {
    if (!isPositive(wanted)) throw errors.plan_amount_not_positive({ amount: wanted });
    const on = this.db.reads;
    const scope = scopeOf(actor);
    const now = this.rules.now();
    const asked = { supplierId: actor.organisationId, currency: wanted.currency, now, most: MOST_REQUESTS };
    const requests = await this.requests.openOf(on, scope, asked);
    const all = await this.priced.of(on, scope, requests, (offer) => isTakeable(offer, now));
    const items = await this.requests.items(
      on,
      scope,
      requests.map(({ id }) => id),
    );
    const obstacles = await this.ground.obstacles(on, scope, items, wanted.currency);
    const sound = all.filter(
      ({ price, items: own }) =>
        isPositive(price.netCash) && own.every(({ receivableId }) => !obstacles.has(receivableId)),
    );
    const considered = { priced: sound, need: await this.ground.needOf(on, wanted, sound) };
    const way = await cheapestWay(considered.need, (programme) =>
      this.threads.run(PROGRAMME, { programme, seconds: SECONDS }),
    );
    if (!way) throw errors.plan_not_found_in_time({ seconds: SECONDS });
    return this.shown(on, actor, { wanted, considered, way, items, obstacles });
  }

  private async shown(
    on: Reads,
    actor: Actor,
    { wanted, considered, way, items, obstacles }: Found,
  ): Promise<CashPlanView> {
    const { priced, need } = considered;
    const views = await this.views.views(
      on,
      actor,
      priced.map(({ offer }) => offer),
    );
    const shown = priced.flatMap(({ price }, column) => {
      const view = views[column];
      return view ? [{ column, offer: view, price: priceView(price) }] : [];
    });
    const chosen = priced.filter((_, column) => way.taken[column]);
    const reasons = new Map(
      shown
        .filter(({ column }) => !way.taken[column])
        .map(({ column, offer }) => [offer.id, leftOutFor(need, way.taken, column)]),
    );
    const covered = new Set(chosen.flatMap(({ items: own }) => own.map(({ receivableId }) => receivableId)));
    const netCash = sumMoney(
      chosen.map(({ price }) => price.netCash),
      wanted.currency,
    );
    return {
      wanted,
      isReached: way.isReached,
      netCash,
      missing: way.isReached ? zero(wanted.currency) : subtractMoney(wanted, netCash),
      totalCost: sumMoney(
        chosen.map(({ price }) => price.totalCost),
        wanted.currency,
      ),
      allInRate: rateOf(chosen),
      gap: way.gap.toFixed(GAP_DIGITS),
      offers: shown.filter(({ column }) => way.taken[column]).map(({ offer, price }) => ({ offer, price })),
      offersLeftOut: shown.flatMap(({ offer, price }) => {
        const reason = reasons.get(offer.id);
        return reason ? [{ offer, price, reason }] : [];
      }),
      receivablesLeftOut: items
        .filter(({ receivableId }) => !covered.has(receivableId))
        .map(({ requestId, receivableId, invoiceNumber, amount }) => ({
          ...{ requestId, receivableId, invoiceNumber },
          amount: money(amount, wanted.currency),
          obstacle: obstacles.get(receivableId) ?? null,
          reason: obstacles.has(receivableId)
            ? ('held' as const)
            : reasonAmong(
                shown.filter(({ offer }) => offer.requestId === requestId),
                reasons,
              ),
        })),
    };
  }
}

interface Found {
  readonly wanted: Money;
  readonly considered: Considered;
  readonly way: Way;
  readonly items: readonly RequestItem[];
  readonly obstacles: ReadonlyMap<string, Bilingual>;
}

const isTakeable = (offer: Offer, now: Date): boolean => refuseAcceptance(offer, now) === null;

/** Of the offers for a receivable, the reason that a supplier can do most about. */
function reasonAmong(offers: readonly PlannedOffer[], reasons: ReadonlyMap<string, LeftOut>): WhyLeftOut {
  const given = offers.map(({ offer }) => reasons.get(offer.id));
  return LEFT_OUT.find((reason) => given.some((one) => one === reason)) ?? 'no_offer';
}

/** The offers taken together as one flow: cash on the value date against what each item then leaves to be received. */
function rateOf(chosen: readonly PricedOffer[]): string | null {
  const flows = chosen.flatMap(({ price, valueDate }) => [
    { date: valueDate, amount: price.netCash },
    ...price.items.map(({ settlesOn, amount, released }) => ({
      date: settlesOn,
      amount: subtractMoney(released, amount),
    })),
  ]);
  return flows.length === 0 ? null : annualRate(flows).rate;
}
