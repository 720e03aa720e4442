// The money's way out: accounts verified, title made to count, a payout instructed by one and released by another, and
// the bank that pays. What must not be possible on the way is tried once.
import { type Money, money } from '#kernel';
import type { Client } from '../../client';
import type { FakeBank } from '../../bank/fake-bank';
import {
  instruct,
  type Payout,
  payoutOf,
  recordTitle,
  release,
  statementOf,
  verifiedAccount,
  waiveTitle,
} from '../../money-steps';
import type { Companies, Company } from '../company';
import { check, refused } from '../expectation';
import type { Bank, Seen, SoldDeal, Trade } from '../parts';
import { seenBy } from '../wait';

/** What each account of a financier holds at first. */
export const OPENING = '5000000000';
const CLOSED = { code: 'AC04', text: 'Closed account number' };
const WAIVER = '小额业务，按制度豁免 Small deal, waived by policy';

export class Payouts {
  private readonly accounts = new Map<string, string>();
  private count = 0;
  private readonly tried = new Set<string>();

  constructor(
    private readonly companies: Companies,
    private readonly bank: FakeBank,
    private readonly now: () => Date,
  ) {}

  /** The account of a company in this currency. */
  numberOf(id: string, currency: string): string {
    return this.accounts.get(`${id}:${currency}`) ?? '';
  }

  async *pay(trade: Trade, bank: Bank, deal: SoldDeal): AsyncGenerator<Seen> {
    const { currency } = deal.netCash;
    yield { what: 'accounts are verified', seen: await this.ensureAccounts(trade, bank, currency) };
    const operations = await this.companies.signedIn(bank.operations);
    if (this.once('title'))
      yield {
        what: 'nothing is paid out without a title that counts',
        seen: { code: await refused(instruct(operations, deal.id, 'advance'), [422]) },
      };
    yield { what: 'the title is made to count', seen: await this.title(bank, operations, deal) };
    if (this.once('rejection')) {
      this.bank.refuseNext(CLOSED);
      const { state, reason } = await this.send(bank, deal.id, 'advance');
      check(state === 'rejected' && reason?.startsWith(CLOSED.code), 'rejected with the reason', reason);
      yield { what: 'the bank rejects a payout, and says why', seen: { state, reason } };
    }
    const paid = await this.send(bank, deal.id, 'advance');
    check(paid.state === 'paid', 'a payout that is paid', paid);
    const statement = await statementOf(trade.supplier, deal.id);
    check(statement.state === 'funded', 'a funded deal', statement);
    check(same(statement.sums.netCashPaid, deal.netCash), 'the net cash that was offered', statement.sums);
    const seen = { amount: paid.amount, paidOn: paid.paidOn, state: statement.state };
    yield { what: 'instructed by one, released by another, paid by the bank', seen };
  }

  /** Instructed by one and released by another; as it is once the bank has decided. */
  async send(bank: Bank, dealId: string, kind: 'advance' | 'surplus'): Promise<Payout> {
    const operations = await this.companies.signedIn(bank.operations);
    const { id } = await instruct(operations, dealId, kind);
    if (this.once('one person'))
      check(await refused(release(operations, id), [422]), 'a second person is needed', id);
    await release(await this.companies.signedIn(bank.colleague), id);
    return seenBy(
      'a payout that the bank has decided',
      () => payoutOf(operations, id),
      ({ state }) => state !== 'released',
    );
  }

  private async title({ riskOfficer, colleague, waives }: Bank, operations: Client, deal: SoldDeal) {
    if (waives) {
      await waiveTitle(await this.companies.signedIn(riskOfficer), deal.id, WAIVER);
      return { basis: 'waived' };
    }
    const number = `STATUTORY-${deal.filingNumber}`;
    const registered = { number, registeredAt: this.now() };
    await recordTitle(operations, await this.companies.signedIn(colleague), deal.id, registered);
    return { basis: 'statutory', number };
  }

  /** One account a currency and company; the financier's is kept by the bank of the play. */
  private async ensureAccounts({ seller, debtor }: Trade, bank: Bank, currency: string) {
    const own = await this.account(bank.id, bank.name, bank.officer, currency);
    this.bank.open({ account: own, ownerName: bank.name, balance: money(OPENING, currency) });
    const named = (company: Company) =>
      this.account(company.id, company.legalName, `${company.login}.supplier`, currency);
    return { financier: own, supplier: await named(seller), debtor: await named(debtor), currency };
  }

  private async account(id: string, holderName: string, login: string, currency: string): Promise<string> {
    const known = this.accounts.get(`${id}:${currency}`);
    if (known !== undefined) return known;
    const accountNumber = `6222${String(++this.count).padStart(12, '0')}`;
    const purposes = ['payout', 'collection'] as const;
    const operator = await this.companies.signedIn('operator');
    const account = { accountNumber, holderName, currency, purposes };
    await verifiedAccount(await this.companies.signedIn(login), operator, id, account);
    this.accounts.set(`${id}:${currency}`, accountNumber);
    return accountNumber;
  }

  private once(name: string): boolean {
    const first = !this.tried.has(name);
    this.tried.add(name);
    return first;
  }
}

export const same = (a: Money, b: Money): boolean => a.amount === b.amount && a.currency === b.currency;
