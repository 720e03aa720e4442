// Financiers bid. Bids that arrive together share one transaction and are written by one statement; each is judged
// by itself, and its limits are looked at but not drawn: that happens when the supplier accepts.
import { Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type DayCount, type DomainError, invariant, money, type Money } from '#kernel';
import { type Claim, type Command, Db, Gatherer, Once, platformErrors, type Tx } from '#platform';
import { OfferStore } from '../../data/offer.store';
import { errors } from '../../domain/errors';
import {
  defaultSurplusTo,
  type Offer,
  type OfferTerms,
  type Recourse,
  type SurplusTo,
} from '../../domain/offer';
import { type Bid, BidJudge } from './bid-judge';
import { offerView, type OfferView } from './offers.queries';

export interface OfferInput {
  readonly requestId: string;
  readonly advanceRate: string;
  readonly rateAnnual: string;
  readonly dayCount?: DayCount | undefined;
  readonly fees?: readonly { readonly name: string; readonly amount: Money }[] | undefined;
  readonly recourse: Recourse;
  readonly surplusTo?: SurplusTo | undefined;
  readonly validUntil: string;
}
type Verdict = { readonly offer: OfferView } | { readonly refused: DomainError };

@Injectable()
export class MakeOffer {
  private readonly gatherer: Gatherer<Bid, Verdict>;

  constructor(
    db: Db,
    private readonly once: Once,
    private readonly judge: BidJudge,
    private readonly offers: OfferStore,
    private readonly audit: AuditLog,
  ) {
    this.gatherer = new Gatherer<Bid, Verdict>(db, { execute: (tx, bids) => this.executeAll(tx, bids) });
  }

  /**
   * @throws factoring.request_not_found (404); request_not_open, request_expired, offer_already_live (409);
   * advance_rate_out_of_range, rate_out_of_range, fee_invalid, validity_in_past, validity_after_due, no_net_cash,
   * limit_too_small, financier_inactive (422)
   */
  async execute(command: Command, input: OfferInput): Promise<OfferView> {
    const verdict = await this.gatherer.add({ command, requestId: input.requestId, terms: termsOf(input) });
    if ('refused' in verdict) throw verdict.refused;
    return verdict.offer;
  }

  private async executeAll(tx: Tx, bids: readonly Bid[]): Promise<Verdict[]> {
    const commands = bids.map(({ command }) => command);
    const claims = await this.once.claim(tx, commands);
    const fresh = bids.filter((_, index) => claims[index]?.kind === 'new');
    const verdicts = await this.placeAll(tx, fresh);
    await this.once.settle(
      tx,
      fresh.map(({ command }) => command),
      verdicts.map((verdict) => ('offer' in verdict ? verdict.offer : null)),
    );
    const given = new Map(fresh.map((bid, index) => [bid, verdicts[index]]));
    return bids.map((bid, index) => verdictOf(bid, bids, claims[index], given));
  }

  private async placeAll(tx: Tx, bids: readonly Bid[]): Promise<Verdict[]> {
    if (bids.length === 0) return [];
    const market = await this.judge.read(tx, bids);
    const judged = bids.map((bid) => this.judge.judge(bid, market));
    const offers = judged.flatMap((one) => ('offer' in one ? [one.offer] : []));
    const fees = judged.flatMap((one) =>
      'offer' in one
        ? one.fees.map(({ name, amount }) => ({ offerId: one.offer.id, name, amount: amount.amount }))
        : [],
    );
    const added = await this.offers.add(tx, offers, fees);
    await this.recordAll(
      tx,
      bids,
      offers.filter(({ id }) => added.has(id)),
    );
    return judged.map((one, index): Verdict => {
      if ('refused' in one) return one;
      if (!added.has(one.offer.id)) return { refused: errors.offer_already_live() };
      const actor = bids[index]?.command.actor;
      const request = market.requests.get(one.offer.requestId);
      invariant(actor && request, 'a judged bid has a bidder and a request');
      const own = one.fees.map(({ name, amount }) => ({ name, amount: amount.amount }));
      return {
        offer: offerView(one.offer, { actor, request, fees: own, names: market.parties, now: market.now }),
      };
    });
  }

  private async recordAll(tx: Tx, bids: readonly Bid[], offers: readonly Offer[]): Promise<void> {
    const organisations = new Map(
      bids.map(({ command }) => [command.actor.userId, command.actor.organisationId]),
    );
    await this.audit.recordAll(
      tx,
      offers.map(({ id, requestId, supplierId, createdBy, validUntil, ...terms }) => ({
        action: 'factoring.offer_made',
        subjectType: 'offer',
        subjectId: id,
        subjectVersion: 1,
        details: { requestId, ...termsTold(terms), validUntil: validUntil.toISOString() },
        visibleTo: [supplierId],
        userId: createdBy,
        organisationId: organisations.get(createdBy) ?? null,
      })),
    );
  }
}

type Told = Pick<Offer, 'advanceRate' | 'rateAnnual' | 'recourse' | 'surplusTo'>;
const termsTold = ({ advanceRate, rateAnnual, recourse, surplusTo }: Told): Told => ({
  ...{ advanceRate, rateAnnual, recourse, surplusTo },
});

function termsOf(input: OfferInput): OfferTerms {
  const { advanceRate, rateAnnual, recourse, validUntil } = input;
  const { dayCount = 'ACT/360', fees = [], surplusTo = defaultSurplusTo(recourse) } = input;
  return {
    advanceRate,
    rateAnnual,
    dayCount,
    fees: fees.map(({ name, amount }) => ({ name, amount: money(amount.amount, amount.currency) })),
    recourse,
    surplusTo,
    validUntil: new Date(validUntil),
  };
}

/** A twin within the batch gets what its leader got, which is new here or was answered long ago. */
function verdictOf(
  bid: Bid,
  bids: readonly Bid[],
  claim: Claim | undefined,
  given: ReadonlyMap<Bid, Verdict | undefined>,
): Verdict {
  invariant(claim, 'every command has its claim');
  if (claim.kind === 'mismatch') return { refused: platformErrors.key_reused() };
  if (claim.kind === 'answered') return { offer: claim.response as OfferView };
  const verdict = given.get(claim.kind === 'twin' ? (bids[claim.of] ?? bid) : bid);
  invariant(verdict, 'a new bid has a verdict');
  return verdict;
}
