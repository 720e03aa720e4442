// The supplier takes an offer, and title passes: one transaction, in which the receivables are checked again,
// registered for the financier, drawn on its limits, posted and notified, or nothing happens at all.
// The steps stand in the order of config/lock-order.ts.
import { Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { newLockOrder } from '#config/lock-order';
import {
  addMoney,
  compareDates,
  compareMoney,
  dateOf,
  DomainError,
  invariant,
  isPositive,
  maxDate,
  money,
  type Money,
  newId,
  shardFor,
  startOfDay,
  zero,
} from '#kernel';
import { type Command, Events, Once, scopeOf, type Tx } from '#platform';
import type { Receivable } from '#receivables';
import type { Filing } from '#registry';
import { FactoringStores } from '../../data/stores';
import { type Deal, registrationTermMonths, sumByDebtor } from '../../domain/deal';
import { errors } from '../../domain/errors';
import { type Offer, refuseAcceptance } from '../../domain/offer';
import { type Price, priceOffer } from '../../domain/pricing';
import {
  type FinancingRequest,
  freeOf,
  isFinanceable,
  refuseClosed,
  type RequestItem,
} from '../../domain/request';
import { moved, OFFER_MOVES, REQUEST_MOVES } from '../../domain/states';
import { NOT_REGISTERED, titleOf } from '../../domain/title';
import { offerAccepted } from '../../factoring.events';
import { DatedRules } from '../dated-rules';
import { deedsOf, type SignedDeal } from './deal-deeds';
import { DealGround } from './deal-ground';
import { arrivals, filingDraft, newDeal, newDealItems, newNotices, type Parties } from './deal-papers';
import { dealView, type DealView } from './deals.queries';

const LIMIT_REFUSALS: ReadonlySet<string> = new Set(['risk.limit_missing', 'risk.limit_exceeded']);

/** What was agreed, read under lock. */
interface Agreement extends Priced {
  readonly parties: Parties;
}
interface Priced {
  readonly request: FinancingRequest;
  readonly offer: Offer;
  readonly items: readonly RequestItem[];
  readonly price: Price;
  readonly now: Date;
}

@Injectable()
export class AcceptOffer {
  constructor(
    private readonly once: Once,
    private readonly stores: FactoringStores,
    private readonly ground: DealGround,
    private readonly rules: DatedRules,
    private readonly audit: AuditLog,
    private readonly events: Events,
  ) {}

  /**
   * @throws factoring.offer_not_found (404); offer_not_live, offer_expired, request_not_open, request_expired,
   * terms_changed (409); financier_inactive, party_left, receivable_not_confirmed, already_due, amount_not_free (422);
   * registry.competing_earlier_filing, asset_claimed, payable_changed (409); factoring.limit_used_up (422)
   */
  async execute(command: Command, offerId: string): Promise<DealView> {
    return this.once.run(command, async (tx) => {
      const locking = newLockOrder();
      const dealId = newId<'deal'>(shardFor(command.actor.organisationId));

      locking('financing request');
      const request = await this.lockRequest(tx, command, offerId);
      locking('offer');
      const priced = await this.lockOffer(tx, request, offerId);
      locking('organisation');
      const agreement = { ...priced, parties: await this.holdParties(tx, priced) };
      locking('receivable');
      const receivables = await this.lockReceivables(tx, agreement);
      locking('registry claim');
      const filing = await this.register(tx, command, dealId, agreement, receivables);
      locking('limit');
      await this.drawLimits(tx, dealId, agreement);
      locking('ledger account');
      const postingId = await this.post(tx, dealId, agreement);

      const deal = newDeal({ id: dealId, ...agreement, filing, postingId, acceptedBy: command.actor.userId });
      return this.sign(tx, command, deal, { ...agreement, filing });
    });
  }

  /** Only its supplier can take an offer; for everybody else it does not exist. */
  private async lockRequest(tx: Tx, { actor }: Command, offerId: string): Promise<FinancingRequest> {
    const [seen] = await this.stores.offers.byIds(tx, scopeOf(actor), [offerId]);
    if (seen?.supplierId !== actor.organisationId) throw errors.offer_not_found();
    const request = await this.stores.requests.lock(tx, scopeOf(actor), seen.requestId);
    invariant(request, 'an offer has a request');
    return request;
  }

  /** Times are compared after the locks were waited for; the job that expires offers may be late. */
  private async lockOffer(tx: Tx, request: FinancingRequest, offerId: string): Promise<Priced> {
    const { offers, requests } = this.stores;
    const offer = (await offers.lockOfRequest(tx, request.id)).find(({ id }) => id === offerId);
    invariant(offer, 'an offer that was seen can be locked');
    const now = this.rules.now();
    const refusal = refuseOffer(request, offer, now);
    if (refusal) throw refusal;
    const scope = { organisations: [request.supplierId] };
    const items = await requests.items(tx, scope, [request.id]);
    const fees = await offers.fees(tx, scope, [offer.id]);
    const { currency } = request;
    const terms = { ...offer, fees: fees.map(({ amount }) => money(amount, currency)) };
    const toPrice = items.map(({ amount, dueDate }) => ({ amount: money(amount, currency), dueDate }));
    const price = priceOffer(terms, toPrice, dateOf(now), await this.rules.calendar(tx));
    if (!isPositive(price.netCash)) throw errors.no_net_cash({ netCash: price.netCash });
    return { request, offer, items, price, now };
  }

  /** None of them leaves while the deal is made, and whoever has left makes none. */
  private async holdParties(tx: Tx, { request, offer, items }: Priced): Promise<Parties> {
    const debtorIds = items.map(({ debtorId }) => debtorId);
    const ids = [request.supplierId, offer.financierId, ...debtorIds];
    const parties = await this.ground.organisations.hold(tx, ids);
    if (parties.get(offer.financierId)?.status !== 'active') throw errors.financier_inactive();
    for (const { legalName, status } of parties.values())
      if (status === 'left') throw errors.party_left({ legalName });
    return parties;
  }

  /** The receivables are what they were when they were priced: owned, confirmed, not due, one for one invoice. */
  private async lockReceivables(tx: Tx, agreement: Agreement): Promise<ReadonlyMap<string, Receivable>> {
    const { items, request, now } = agreement;
    const { receivables } = this.ground;
    const locked = await receivables.lock(
      tx,
      items.map(({ receivableId }) => receivableId),
    );
    const byId = new Map(locked.map((receivable) => [receivable.id as string, receivable]));
    for (const item of items) {
      const receivable = byId.get(item.receivableId);
      if (receivable?.supplierId !== request.supplierId)
        throw errors.receivable_not_found({ receivableId: item.receivableId });
      assertUnchanged(receivable, item, now);
    }
    await receivables.assertStillUnique(tx, locked);
    await this.assertWithinConfirmed(tx, agreement, byId);
    return byId;
  }

  /**
   * The registry guards what is payable. Where the debtor confirmed less, that is the bound, and nobody else can
   * claim under the lock of the receivable.
   */
  private async assertWithinConfirmed(
    tx: Tx,
    { items, request }: Agreement,
    receivables: ReadonlyMap<string, Receivable>,
  ): Promise<void> {
    const { currency } = request;
    const partial = items.filter(({ receivableId }) => {
      const receivable = receivables.get(receivableId);
      return receivable && compareMoney(this.confirmed(receivable), receivable.payable) < 0;
    });
    if (partial.length === 0) return;
    const claims = await this.ground.filings.claims(
      tx,
      partial.map(({ assetKey }) => assetKey),
    );
    for (const { receivableId, assetKey, invoiceNumber, amount } of partial) {
      const receivable = receivables.get(receivableId);
      invariant(receivable, 'a locked receivable is at hand');
      const claimed = claims.get(assetKey)?.claimed ?? zero(currency);
      const bound = this.confirmed(receivable);
      const wanted = money(amount, currency);
      if (compareMoney(addMoney(claimed, wanted), bound) > 0)
        throw errors.amount_not_free({
          invoiceNumber,
          amount: wanted,
          claimed,
          free: freeOf({ financeable: bound, claimed }),
        });
    }
  }

  private confirmed(receivable: Receivable): Money {
    return this.ground.receivables.financeable(receivable);
  }

  /** The registration takes exclusive claims: of two deals on one receivable only what fits is registered. */
  private async register(
    tx: Tx,
    { actor }: Command,
    dealId: string,
    { request, offer, items, price, parties, now }: Agreement,
    receivables: ReadonlyMap<string, Receivable>,
  ): Promise<Filing> {
    const today = dateOf(now);
    const lastDue = price.items.reduce((last, { settlesOn }) => maxDate(last, settlesOn), today);
    const extraMonths = await this.rules.registrationExtraMonths(tx, today);
    const draft = filingDraft({
      dealId,
      supplierId: request.supplierId,
      financierId: offer.financierId,
      items: items.map((item) => ({
        ...item,
        money: money(item.amount, request.currency),
        payable: receivables.get(item.receivableId)?.payable ?? zero(request.currency),
      })),
      parties,
      termMonths: registrationTermMonths(today, lastDue, extraMonths),
      filedBy: { userId: actor.userId, organisationId: actor.organisationId },
    });
    const [verdict] = await this.ground.filings.file(tx, [draft]);
    invariant(verdict, 'a filing has a verdict');
    if ('refused' in verdict) throw verdict.refused;
    return verdict.filed;
  }

  /**
   * What the financier can lose is what it advances: that is drawn, and not the amount of the receivable. Limit and
   * use are the financier's own business, so the supplier learns only that they do not suffice.
   */
  private async drawLimits(tx: Tx, dealId: string, { offer, items, price }: Agreement): Promise<void> {
    const draws = sumByDebtor(
      items.map(({ debtorId }, index) => ({
        debtorId,
        amount: price.items[index]?.advance ?? zero(offer.currency),
      })),
    );
    const positive = draws.filter(({ amount }) => isPositive(amount));
    try {
      await this.ground.limits.reserve(tx, dealId, offer.financierId, positive);
    } catch (error) {
      if (error instanceof DomainError && LIMIT_REFUSALS.has(error.code)) throw errors.limit_used_up();
      throw error;
    }
  }

  /** A commitment is no payment: it stands in memorandum accounts of the deal until the payout. */
  private async post(tx: Tx, dealId: string, { request, offer, price, now }: Agreement): Promise<string> {
    const { currency, supplierId } = request;
    const { ledger } = this.ground;
    const [entitlement, commitment] = await ledger.accounts(tx, [
      { ownerId: supplierId, purpose: 'advance_entitlement', dealId, currency },
      { ownerId: offer.financierId, purpose: 'advance_commitment', dealId, currency },
    ]);
    invariant(entitlement && commitment, 'accounts are made when missing');
    const [postingId] = await ledger.post(tx, [
      {
        kind: 'advance_committed',
        subjectType: 'deal',
        subjectId: dealId,
        valueDate: dateOf(now),
        transfers: [{ debit: entitlement, credit: commitment, amount: price.advance }],
      },
    ]);
    invariant(postingId, 'a posting has an id');
    return postingId;
  }

  /** Writes the deal and its notices, ends the request and every other offer, and tells of it. */
  private async sign(
    tx: Tx,
    { actor }: Command,
    deal: Deal,
    agreement: Agreement & { filing: Filing },
  ): Promise<DealView> {
    const { request, offer, items, price, parties, now } = agreement;
    const { requests, offers, deals, notices } = this.stores;
    const dealItems = newDealItems(deal.id, items, price);
    const issued = newNotices(deal, dealItems, parties);
    await deals.add(tx, deal, dealItems);
    await notices.add(tx, issued);
    await this.ground.claimNotices.arrived(tx, arrivals(deal, items, issued));
    await requests.end(tx, request.id, moved(REQUEST_MOVES, request.state, 'closed'), now);
    const [accepted] = await offers.end(tx, [offer.id], moved(OFFER_MOVES, offer.state, 'accepted'), now);
    invariant(accepted, 'a live offer under lock is accepted');
    const rejected = await offers.endOfRequests(tx, [request.id], 'rejected', now);
    const signed: SignedDeal = { deal, request, accepted, rejected, notices: issued };
    await this.audit.record(tx, actor, deedsOf(signed));
    await this.events.emit(tx, offerAccepted, [
      {
        dealId: deal.id,
        requestId: request.id,
        offerId: offer.id,
        supplierId: deal.supplierId,
        financierId: deal.financierId,
        filingId: deal.filingId,
        debtorIds: issued.map(({ debtorId }) => debtorId),
        noticeIds: issued.map(({ id }) => id),
      },
    ]);
    const fees = await offers.fees(tx, scopeOf(actor), [offer.id]);
    const title = titleOf({ ...NOT_REGISTERED, standing: agreement.filing.standing }, []);
    return dealView(deal, {
      items: dealItems,
      notices: issued,
      fees,
      names: parties,
      title,
      corrections: [],
      // Of a receivable that could be accepted the page tells the rest.
      assurances: new Map(),
      filedAt: agreement.filing.filedAt,
      actor,
    });
  }
}

function refuseOffer(request: FinancingRequest, offer: Offer, now: Date) {
  return refuseClosed(request, now) ?? refuseAcceptance(offer, now);
}

function assertUnchanged(receivable: Receivable, item: RequestItem, now: Date): void {
  const { invoiceNumber, state, dueDate } = receivable;
  if (!isFinanceable(state)) throw errors.receivable_not_confirmed({ invoiceNumber, state });
  if (dueDate === null || compareDates(dueDate, item.dueDate) !== 0)
    throw errors.terms_changed({ invoiceNumber, dueDate, pricedFor: item.dueDate });
  if (startOfDay(dueDate) <= now) throw errors.already_due({ invoiceNumber, dueDate });
}
