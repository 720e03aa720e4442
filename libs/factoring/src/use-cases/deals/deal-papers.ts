// What an acceptance puts on paper: the draft of the registration, the deal with its items, and the notices.
import { dateOf, invariant, money, type Money, newId, shardOf, sumMoney } from '#kernel';
import type { FilingDraft, PartyRef } from '#registry';
import type { Deal, DealItem } from '../../domain/deal';
import { type Notice, noticeText, type Party } from '../../domain/notice';
import type { Offer } from '../../domain/offer';
import { leadingIdentifier, nameOf, type NamedParty } from '../../domain/party';
import type { Price } from '../../domain/pricing';
import type { FinancingRequest, RequestItem } from '../../domain/request';

export type Parties = ReadonlyMap<string, NamedParty>;

interface FilingFacts {
  readonly dealId: string;
  readonly supplierId: string;
  readonly financierId: string;
  readonly items: readonly (RequestItem & { readonly money: Money; readonly payable: Money })[];
  readonly parties: Parties;
  readonly termMonths: number;
  readonly filedBy: FilingDraft['filedBy'];
}

/** Factoring assigns the receivable itself, so no maximum amount limits what is secured. */
export function filingDraft(facts: FilingFacts): FilingDraft {
  const { dealId, supplierId, financierId, items, parties, termMonths, filedBy } = facts;
  return {
    category: 'factoring',
    origin: 'deal',
    dealId,
    grantors: [partyRef(parties, supplierId)],
    securedParties: [partyRef(parties, financierId)],
    collateral: items.map(
      ({ assetKey, invoiceNumber, issueDate, dueDate, debtorId, money: amount, payable }) => {
        const debtorName = nameOf(parties, debtorId);
        return {
          assetKey,
          description: `应收账款 receivable: 发票 invoice ${invoiceNumber} (${issueDate}), 债务人 debtor ${debtorName}, 到期 due ${dueDate}`,
          amount,
          payable,
          invoiceNumber,
          debtorName,
        };
      },
    ),
    termMonths,
    maximumAmount: null,
    filedBy,
  };
}

function partyRef(parties: Parties, organisationId: string): PartyRef {
  const party = parties.get(organisationId);
  invariant(party, 'a deal knows its parties');
  const identifier = leadingIdentifier(party);
  return {
    organisationId,
    legalName: party.legalName,
    identifierScheme: identifier?.scheme ?? null,
    identifier: identifier?.value ?? null,
  };
}

interface DealFacts {
  readonly id: string;
  readonly request: FinancingRequest;
  readonly offer: Offer;
  readonly price: Price;
  readonly now: Date;
  readonly filing: { readonly id: string; readonly number: string };
  readonly postingId: string;
  readonly acceptedBy: string;
}

export function newDeal({ id, request, offer, price, now, filing, postingId, acceptedBy }: DealFacts): Deal {
  const { advanceRate, rateAnnual, dayCount, recourse, surplusTo } = offer;
  return {
    id,
    requestId: request.id,
    offerId: offer.id,
    supplierId: request.supplierId,
    financierId: offer.financierId,
    currency: request.currency,
    state: 'accepted',
    advanceRate,
    rateAnnual,
    dayCount,
    recourse,
    surplusTo,
    valueDate: price.valueDate,
    totalAmount: price.amount.amount,
    advanceAmount: price.advance.amount,
    reserveAmount: price.reserve.amount,
    interestAmount: price.interest.amount,
    upFrontAmount: price.interestUpFront.amount,
    feesAmount: price.fees.amount,
    releasedAmount: price.released.amount,
    forgoneAmount: price.forgone.amount,
    netCashAmount: price.netCash.amount,
    costAmount: price.totalCost.amount,
    simpleRate: price.simpleRate,
    allInRate: price.allInRate,
    filingId: filing.id,
    filingNumber: filing.number,
    postingId,
    acceptedBy,
    acceptedAt: now,
    frozenAt: null,
    frozenByFilingId: null,
    ...{ frozenByCorrectionId: null, taxWaiverReason: null, taxWaivedBy: null, taxWaivedAt: null },
    version: 1,
  };
}

/** One item of the deal for each item of the request, with its share of the price. */
export function newDealItems(dealId: string, items: readonly RequestItem[], price: Price): DealItem[] {
  return items.map(({ requestId: _requestId, ...item }, index) => {
    const priced = price.items[index];
    invariant(priced?.amount.amount === item.amount, 'every item has its price');
    const { settlesOn, advance, interest } = priced;
    return { ...item, dealId, settlesOn, advanceAmount: advance.amount, interestAmount: interest.amount };
  });
}

/**
 * One notice for each debtor. Each of them has an account here, so the commit that stores the notice puts it into the
 * debtor's inbox: it is issued and arrives at once (Interpretation on Contracts, General Part, 50(2)).
 */
export function newNotices(deal: Deal, items: readonly DealItem[], parties: Parties): Notice[] {
  const { id: dealId, supplierId, financierId, currency, filingNumber, acceptedAt } = deal;
  const debtorIds = [...new Set(items.map(({ debtorId }) => debtorId))].sort();
  return debtorIds.map((debtorId): Notice => {
    const owed = items.filter((item) => item.debtorId === debtorId);
    const invoices = owed.map(({ invoiceNumber, issueDate, dueDate, amount }) => ({
      invoiceNumber,
      issueDate,
      dueDate,
      amount: money(amount, currency),
    }));
    const total = sumMoney(
      invoices.map(({ amount }) => amount),
      currency,
    );
    const text = noticeText({
      debtor: party(parties, debtorId),
      supplier: party(parties, supplierId),
      factor: party(parties, financierId),
      invoices,
      total,
      registrationNumber: filingNumber,
      issuedOn: dateOf(acceptedAt),
    });
    return {
      id: newId(shardOf(dealId)),
      dealId,
      debtorId,
      supplierId,
      financierId,
      currency,
      amount: total.amount,
      state: 'arrived',
      registrationNumber: filingNumber,
      textEn: text.en,
      textZh: text.zh,
      issuedAt: acceptedAt,
      arrivedAt: acceptedAt,
      version: 2,
    };
  });
}

/** From when on the notice to its debtor counts for each asset, should the registration ever drop (Civil Code Art. 768). */
export const arrivals = (
  { filingId }: Pick<Deal, 'filingId'>,
  items: readonly Pick<RequestItem, 'assetKey' | 'debtorId'>[],
  notices: readonly Pick<Notice, 'debtorId' | 'arrivedAt'>[],
) =>
  items.flatMap(({ assetKey, debtorId }) => {
    const arrivedAt = notices.find((notice) => notice.debtorId === debtorId)?.arrivedAt;
    return arrivedAt ? [{ filingId, assetKey, arrivedAt }] : [];
  });

function party(parties: Parties, id: string): Party {
  const known = parties.get(id);
  invariant(known, 'a deal knows its parties');
  const identifier = leadingIdentifier(known);
  return {
    legalName: known.legalName,
    identifier: identifier ? `${identifier.scheme} ${identifier.value}` : null,
  };
}
