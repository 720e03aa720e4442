// The money's way back: on the day a debt falls due its debtor pays by its payment slip, the bank's statement is matched
// and split, the deal is settled, and what is left goes to whom it belongs. Then nothing is held any more.
import {
  addDays,
  addMoney,
  compareDates,
  isPositive,
  type LocalDate,
  type ManualClock,
  type Money,
  startOfDay,
  subtractMoney,
  zero,
} from '#kernel';
import type { FakeBank } from '../../bank/fake-bank';
import { type DealStatement, slipsOf, statementOf } from '../../money-steps';
import type { Companies } from '../company';
import { check } from '../expectation';
import type { Bank, Seen, SoldDeal, Trade } from '../parts';
import { type Payouts, same } from './payouts';
import { seenBy } from '../wait';

interface Owed {
  readonly trade: Trade;
  readonly bank: Bank;
  readonly deal: SoldDeal;
  readonly settlesOn: LocalDate;
}

const NOON_MS = 12 * 3600 * 1000;
const noonOf = (day: LocalDate): Date => new Date(startOfDay(day).getTime() + NOON_MS);

export class Collections {
  settled = 0;
  /** What came in less what went out, by account. */
  readonly net = new Map<string, Money>();
  private owed: Owed[] = [];

  constructor(
    private readonly companies: Companies,
    private readonly payouts: Payouts,
    private readonly bank: FakeBank,
    private readonly clock: ManualClock,
    private readonly letGo: (owed: Owed) => void,
  ) {}

  add(trade: Trade, bank: Bank, deal: SoldDeal): void {
    const [first] = deal.items;
    check(first, 'a deal with an item', deal);
    this.owed.push({ trade, bank, deal, settlesOn: first.settlesOn });
  }

  get open(): number {
    return this.owed.length;
  }

  /** Plays every day until then on which something falls due. */
  async *until(day: LocalDate): AsyncGenerator<Seen> {
    for (;;) {
      const due = this.owed
        .map(({ settlesOn }) => settlesOn)
        .filter((one) => compareDates(one, day) <= 0)
        .sort(compareDates);
      const [today] = due;
      if (today === undefined) return;
      yield* this.collect(today);
    }
  }

  /** The notification of a payment may come twice; the day's statement, which comes in the night, tells it again. */
  private async *collect(today: LocalDate): AsyncGenerator<Seen> {
    const owed = this.owed.filter(({ settlesOn }) => settlesOn === today);
    this.owed = this.owed.filter(({ settlesOn }) => settlesOn !== today);
    if (noonOf(today) > this.clock.now()) this.clock.moveTo(noonOf(today));
    await this.bankHasDay(today);
    const amounts: Money[] = [];
    for (const one of owed) amounts.push(await this.payBySlip(one));
    const tomorrow = addDays(today, 1);
    if (noonOf(tomorrow) > this.clock.now()) this.clock.moveTo(noonOf(tomorrow));
    await this.bankHasDay(tomorrow);
    for (const [place, one] of owed.entries()) {
      const paid = amounts[place];
      check(paid, 'what was paid', amounts);
      yield await this.settle(one, paid);
    }
  }

  /** The bank of the play goes by the same clock, a moment behind. */
  private async bankHasDay(day: LocalDate): Promise<void> {
    await seenBy(
      `a bank on ${day}`,
      () => Promise.resolve(this.bank.today),
      (today) => compareDates(today, day) >= 0,
    );
  }

  /** To the account that the slip names, and to no other. */
  private async payBySlip({ trade, bank }: Owed): Promise<Money> {
    const { debtor, receivableId, invoiceNumber } = trade;
    const slips = await slipsOf(await this.companies.as(debtor, 'debtor_maker'));
    const [payment, ...others] = slips.find(({ id }) => id === receivableId)?.payments ?? [];
    check(payment?.creditorId === bank.id && others.length === 0, 'the financier as only creditor', payment);
    check(payment.account && payment.since, 'a verified account and a notice', payment);
    const { outstanding } = payment;
    const account = payment.account.accountNumber;
    this.bank.payIn({
      ...{ account, amount: outstanding, payerName: debtor.legalName },
      payerAccount: this.payouts.numberOf(debtor.id, outstanding.currency),
      text: `货款 ${invoiceNumber ?? ''}`,
    });
    return outstanding;
  }

  private async settle(owed: Owed, paid: Money): Promise<Seen> {
    const { trade, bank, deal, settlesOn } = owed;
    const supplier = await this.companies.as(trade.seller, 'supplier');
    const settled = await seenBy(
      'a settled deal',
      () => statementOf(supplier, deal.id),
      ({ state }) => state === 'settled',
    );
    check(same(settled.sums.collected, paid), 'collected what the debtor paid', settled.sums);
    const filing = await supplier.get<{ state: string }>(`/registrations/${deal.filingId}`);
    check(filing.state === 'cancelled', 'a cancelled registration', filing);
    if (isPositive(settled.sums.surplusOwed)) {
      const payout = await this.payouts.send(bank, deal.id, 'surplus');
      check(payout.state === 'paid' && same(payout.amount, settled.sums.surplusOwed), 'surplus paid', payout);
    }
    const statement = await this.statement(trade, bank, deal);
    this.letGo(owed);
    this.settled++;
    const { netCashPaid, surplusPaid, surplusKept, interest, fees } = statement.sums;
    return {
      what: `the debtor paid on ${settlesOn}; matched, split, settled, registration cancelled, limit released`,
      seen: { collected: paid, netCashPaid, interest, fees, surplusPaid, surplusKept },
    };
  }

  /** Supplier and financier read the same statement, and it adds up to nothing left. */
  private async statement(trade: Trade, bank: Bank, deal: SoldDeal): Promise<DealStatement> {
    const supplier = await this.companies.as(trade.seller, 'supplier');
    const ours = await statementOf(supplier, deal.id);
    const theirs = await statementOf(await this.companies.signedIn(bank.operations), deal.id);
    check(JSON.stringify(ours) === JSON.stringify(theirs), 'one statement for both', { ours, theirs });
    const {
      collected,
      netCashPaid,
      surplusPaid,
      surplusKept,
      surplusOwed,
      fees,
      interest,
      advanceOutstanding,
    } = ours.sums;
    const out = [netCashPaid, surplusPaid, surplusKept, fees, interest].reduce(addMoney);
    const nothing = zero(collected.currency);
    check(same(collected, out) && same(surplusOwed, nothing), 'cash in = cash out + earnings', ours.sums);
    check(same(advanceOutstanding, nothing), 'no advance left', ours.sums);
    const account = this.payouts.numberOf(bank.id, collected.currency);
    // What moved on the financier's own account.
    const moved = subtractMoney(collected, addMoney(netCashPaid, surplusPaid));
    this.net.set(account, addMoney(this.net.get(account) ?? nothing, moved));
    return ours;
  }
}
