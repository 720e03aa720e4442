// The second part of an invoice's way: offered for by two banks, accepted, registered, notified, found by strangers,
// refused a second time, whole or in part, and paid for.
import { addMoney, compareMoney, dateOf, daysBetween, type Money, money, subtractMoney, zero } from '#kernel';
import { ask, bid, receivable, setLimit } from '../steps';
import type { Companies } from './company';
import { check, refused } from './expectation';
import type { Bank, Banks, Seen, SoldDeal, Trade } from './parts';
import type { Payouts } from './money/payouts';
import type { Evidence } from './receipts';

interface Comparison {
  readonly offers: readonly {
    readonly offer: { readonly id: string };
    readonly price: { readonly netCash: Money; readonly totalCost: Money; readonly allInRate: string | null };
  }[];
}
interface Certificate {
  readonly id: string;
  readonly number: string;
  readonly hits: readonly { readonly filing: { readonly number: string } }[];
}
interface Limit {
  readonly debtorId: string;
  readonly used: Money;
  readonly currency: string;
}

const LIMIT = '100000000';
const LEAST_TENOR_DAYS = 7;
const TWO_DAYS_MS = 2 * 86_400_000;
const OFFERS = [
  { advanceRate: '0.9', rateAnnual: '0.0385', recourse: 'with' },
  { advanceRate: '0.95', rateAnnual: '0.062', recourse: 'without' },
] as const;

export class Sales {
  financed = 0;
  tooLate = 0;
  /** Of the first sale: what its parties hold receipts of. */
  readonly evidence: Evidence[] = [];
  private readonly limited = new Set<string>();
  private readonly advanced = new Map<string, Money>();
  private readonly bankIds: readonly string[];

  constructor(
    private readonly companies: Companies,
    private readonly parties: Banks,
    private readonly payouts: Payouts,
    private readonly now: () => Date,
    private readonly sold: (trade: Trade, bank: Bank, deal: SoldDeal) => void,
  ) {
    this.bankIds = parties.banks.map(({ id }) => id);
  }

  async *sell(trade: Trade): AsyncGenerator<Seen> {
    const { supplier, receivableId, dueDate } = trade;
    await this.ensureLimits(trade);
    if (daysBetween(dateOf(this.now()), dueDate) < LEAST_TENOR_DAYS) {
      const code = await refused(ask(supplier, [receivableId], this.bankIds), [422]);
      this.tooLate++;
      yield { what: 'too near its due date to be financed, and refused', seen: { dueDate, code } };
      return;
    }
    const request = await ask(supplier, [receivableId], this.bankIds);
    const { offers } = await this.bids(trade, request.id);
    const [best, other] = offers;
    check(
      best && other && compareMoney(best.price.netCash, other.price.netCash) >= 0,
      'two ranked offers',
      offers,
    );
    const seen = offers.map(({ price: { netCash, totalCost, allInRate } }) => ({
      netCash,
      totalCost,
      allInRate,
    }));
    yield { what: `two offers compared, due ${dueDate}`, seen };

    // In turn the most cash now, and the least cost a year: other financiers, other terms.
    const [taken, left] = this.financed % 2 === 0 ? [best, other] : [other, best];
    const deal = await supplier.post<SoldDeal>(`/offers/${taken.offer.id}/acceptance`, {});
    yield { what: 'accepted, registered and notified', seen: await this.title(trade, deal) };
    yield { what: 'a second financing is refused', seen: await this.sellAgain(trade, left.offer.id) };
    yield { what: 'found in the register', seen: await this.search(trade, deal) };
    const bank = this.parties.banks.find(({ id }) => id === deal.financierId);
    check(bank, 'a known financier', deal);
    this.note(trade, bank, deal);
    yield* this.payouts.pay(trade, bank, deal);
    this.sold(trade, bank, deal);
  }

  /** The limit is free again. */
  letGo({ debtor }: Trade, { financierId, advance }: SoldDeal): void {
    const line = `${financierId}:${debtor.id}:${advance.currency}`;
    this.advanced.set(line, subtractMoney(this.advanced.get(line) ?? zero(advance.currency), advance));
  }

  private note({ seller, debtor, confirmationId }: Trade, bank: Bank, deal: SoldDeal): void {
    if (this.evidence.length > 1) return;
    const notice = deal.notices[0]?.id ?? '';
    this.evidence.push(
      { of: 'registration', login: `${seller.login}.supplier`, subjectId: deal.filingId },
      { of: 'confirmation', login: `${debtor.login}.debtor_maker`, subjectId: confirmationId },
      { of: 'notice', login: `${debtor.login}.debtor_maker`, subjectId: notice },
      { of: 'offer', login: bank.officer, subjectId: deal.offerId },
    );
  }

  private async bids({ supplier }: Trade, requestId: string): Promise<Comparison> {
    const validUntil = new Date(this.now().getTime() + TWO_DAYS_MS).toISOString();
    for (const [index, bank] of this.parties.banks.entries()) {
      const officer = await this.companies.signedIn(bank.officer);
      await bid(officer, requestId, { ...(OFFERS[index] ?? OFFERS[0]), validUntil });
    }
    return supplier.get<Comparison>(`/financing-requests/${requestId}/comparison`);
  }

  private async title({ supplier, debtor, receivableId }: Trade, deal: SoldDeal) {
    check(
      deal.notices.every(({ arrivedAt }) => arrivedAt),
      'notice arrived',
      deal.notices,
    );
    const filing = await supplier.get<{ filedAt: string; state: string }>(`/registrations/${deal.filingId}`);
    check(filing.state === 'live', 'a live registration', filing);
    const { available } = await receivable(supplier, receivableId);
    check(compareMoney(available, zero(available.currency)) === 0, 'nothing left to finance', available);
    const line = `${deal.financierId}:${debtor.id}:${deal.advance.currency}`;
    this.advanced.set(line, addMoney(this.advanced.get(line) ?? zero(deal.advance.currency), deal.advance));
    this.financed++;
    const { advance, filingNumber } = deal;
    return { advance, registration: filingNumber, filedAt: filing.filedAt, noticeTo: debtor.legalName };
  }

  /** By the losing offer, by another request, and by the smallest part of it. */
  private async sellAgain({ supplier, receivableId, payable }: Trade, offerId: string) {
    const amount = money(payable.currency === 'JPY' ? '1' : '0.01', payable.currency);
    const part = { receivables: [{ receivableId, amount }], financierIds: this.bankIds };
    const statuses = [409, 422];
    return {
      byTheOtherOffer: await refused(supplier.post(`/offers/${offerId}/acceptance`, {}), statuses),
      byAnotherRequest: await refused(ask(supplier, [receivableId], this.bankIds), statuses),
      byTheSmallestPart: await refused(supplier.post('/financing-requests', part), statuses),
    };
  }

  /** Under the seller's name on the platform: an invoice may write another. */
  private async search({ seller, debtor, invoiceNumber }: Trade, deal: SoldDeal) {
    const searcher = await this.companies.signedIn(this.parties.searcher);
    const find = async (terms: object) => {
      const certificate = await searcher.post<Certificate>('/searches', terms);
      const found = certificate.hits.some(({ filing }) => filing.number === deal.filingNumber);
      check(found, `registration ${deal.filingNumber} found`, certificate);
      if (this.evidence.length === 0)
        this.evidence.push({ of: 'search', login: this.parties.searcher, subjectId: certificate.id });
      return { certificate: certificate.number, hits: certificate.hits.length };
    };
    return {
      byName: await find({ by: 'name', name: seller.legalName }),
      byAsset: await find({ by: 'invoice', invoiceNumber, debtorName: debtor.legalName }),
    };
  }

  private async ensureLimits({ debtor, payable: { currency } }: Trade): Promise<void> {
    for (const bank of this.parties.banks) {
      const line = `${bank.id}:${debtor.id}:${currency}`;
      if (this.limited.has(line)) continue;
      const officer = await this.companies.signedIn(bank.riskOfficer);
      await setLimit(officer, debtor.id, money(LIMIT, currency));
      this.limited.add(line);
    }
  }

  /** Reads the limits as their risk officers do: each is used by exactly what was advanced. */
  async verifyLimits(): Promise<{ lines: number }> {
    let lines = 0;
    for (const bank of this.parties.banks) {
      const officer = await this.companies.signedIn(bank.riskOfficer);
      const { items } = await officer.get<{ items: Limit[] }>('/limits?limit=200');
      for (const { debtorId, used, currency } of items) {
        const expected = this.advanced.get(`${bank.id}:${debtorId}:${currency}`) ?? zero(currency);
        check(compareMoney(used, expected) === 0, `used ${expected.amount}`, used);
        lines++;
      }
    }
    return { lines };
  }
}
