// What the bank booked decides a payout: a debit makes the deal funded, a return takes that back. Banks repeat
// themselves and do not keep to an order, so each time everything that is known of the payout is judged anew.
import { Injectable } from '@nestjs/common';
import { type Deal, Deals } from '#factoring';
import { THE_PLATFORM } from '#audit';
import { newLockOrder } from '#config/lock-order';
import { invariant, isPositive, type LocalDate, money, type Money } from '#kernel';
import { Holds, Ledger, type PostingDraft } from '#ledger';
import { Db, EVERYONE, type Tx } from '#platform';
import { SettlementStores } from '../../data/stores';
import { type Obligation, openingOf } from '../../domain/money/obligation';
import type { BankEntry } from '../../domain/money/payment';
import type { Payout } from '../../domain/money/payout';
import { PayoutTelling } from './payout-telling';

type Booked = Pick<BankEntry, 'use' | 'valueDate' | 'returnReason'>;

@Injectable()
export class ApplyPayout {
  constructor(
    private readonly db: Db,
    private readonly stores: SettlementStores,
    private readonly deals: Deals,
    private readonly ledger: Ledger,
    private readonly holds: Holds,
    private readonly tell: PayoutTelling,
  ) {}

  /** May be called at any time and any number of times. */
  async execute(payoutId: string): Promise<void> {
    await this.db.run(async (tx) => {
      const [seen] = await this.stores.payouts.byIds(tx, EVERYONE, [payoutId]);
      invariant(seen, 'a payout that a bank speaks of exists');
      const locking = newLockOrder();
      locking('deal');
      const [deal] = await this.deals.lock(tx, EVERYONE, [seen.dealId]);
      locking('payout');
      const payout = await this.stores.payouts.lock(tx, EVERYONE, payoutId);
      invariant(deal && payout, 'a payout has a deal');
      const entries = await this.stores.payments.entriesOfPayout(tx, EVERYONE, payoutId);
      const debit = entries.find(({ use }) => use === 'payout');
      const comesBack = entries.find(({ use }) => use === 'return');
      locking('ledger account');
      if (payout.state === 'released' && comesBack) await this.fail(tx, payout, comesBack);
      else if (payout.state === 'released' && debit) await this.pay(tx, deal, payout, debit);
      else if (payout.state === 'paid' && comesBack) await this.takeBack(tx, deal, payout, comesBack);
    });
  }

  /** It came back before we knew that it had gone: nothing was booked yet, and nothing has to be. */
  private async fail(tx: Tx, payout: Payout, { returnReason }: Booked): Promise<void> {
    await this.holds.void(tx, [payout.holdId]);
    await this.tell.ended(tx, { ...payout, state: 'rejected', reason: returnReason ?? 'RETURNED' });
  }

  private async pay(tx: Tx, deal: Deal, payout: Payout, { valueDate }: Booked): Promise<void> {
    if (payout.kind === 'advance') {
      await this.stores.obligations.add(tx, await this.obligations(tx, deal, valueDate));
      await this.tell.funded(tx, deal, payout);
    }
    const posting = await this.posting(tx, deal, payout, valueDate);
    const postingIds = await this.holds.post(tx, [{ holdId: payout.holdId, posting }]);
    await this.stores.payouts.addPostings(tx, payout.id, postingIds);
    await this.tell.ended(tx, { ...payout, state: 'paid', paidOn: valueDate });
  }

  /**
   * The postings are reversed, and an advance is owed again. Where a debtor has paid meanwhile, a person has to
   * decide: the payout stays paid, beside a return that everybody sees.
   */
  private async takeBack(tx: Tx, deal: Deal, payout: Payout, entry: Booked): Promise<void> {
    if (payout.kind === 'advance') {
      const obligations = await this.stores.obligations.ofDeals(tx, EVERYONE, [deal.id]);
      const touched = obligations.some(({ paidAmount, currency }) => isPositive(money(paidAmount, currency)));
      if (touched || deal.state !== 'funded') return;
      await this.stores.obligations.remove(tx, deal.id);
      await this.deals.move(tx, THE_PLATFORM, deal, 'accepted', { payoutId: payout.id, returned: true });
    }
    for (const postingId of await this.stores.payouts.postings(tx, EVERYONE, payout.id))
      await this.ledger.reverse(tx, postingId, entry.valueDate);
    await this.tell.ended(tx, { ...payout, state: 'returned', reason: entry.returnReason ?? 'RETURNED' });
  }

  private async obligations(tx: Tx, deal: Deal, fundedOn: LocalDate): Promise<Obligation[]> {
    const { currency, financierId, supplierId } = deal;
    const inMoney = (amount: string) => money(amount, currency);
    const items = await this.deals.items(tx, [deal.id]);
    return items.map((item): Obligation => {
      const open = openingOf({
        amount: inMoney(item.amount),
        advance: inMoney(item.advanceAmount),
        interest: inMoney(item.interestAmount),
        surplusTo: deal.surplusTo,
        fundedOn,
      });
      const { dealId, receivableId, debtorId, invoiceNumber, issueDate, settlesOn, amount } = item;
      return {
        ...open,
        ...{ dealId, receivableId, debtorId, invoiceNumber, issueDate, settlesOn, amount, currency },
        ...{ financierId, supplierId, paidAmount: '0' },
      };
    });
  }

  /** An advance turns the promise around and is owed from now on; what was deducted is earned. */
  private async posting(tx: Tx, deal: Deal, payout: Payout, valueDate: PostingDraft['valueDate']) {
    const { id: dealId, currency, financierId, supplierId } = deal;
    const own = (purpose: 'bank_clearing' | 'surplus_payable') => ({
      ownerId: financierId,
      purpose,
      dealId,
      currency,
    });
    const paid = money(payout.amount, currency);
    const about = { subjectType: 'deal', subjectId: dealId, valueDate };
    if (payout.kind === 'surplus') {
      const [clearing = '', surplus = ''] = await this.ledger.accounts(tx, [
        own('bank_clearing'),
        own('surplus_payable'),
      ]);
      return {
        ...about,
        kind: 'surplus_paid',
        transfers: [{ debit: surplus, credit: clearing, amount: paid }],
      };
    }
    const [commitment = '', entitlement = '', outstanding = '', clearing = '', fees = '', interest = ''] =
      await this.ledger.accounts(tx, [
        { ownerId: financierId, purpose: 'advance_commitment', dealId, currency },
        { ownerId: supplierId, purpose: 'advance_entitlement', dealId, currency },
        { ownerId: financierId, purpose: 'advance_outstanding', dealId, currency },
        own('bank_clearing'),
        { ownerId: financierId, purpose: 'fee_income', dealId, currency },
        { ownerId: financierId, purpose: 'interest_income', dealId, currency },
      ]);
    const lent = (credit: string, amount: Money) => ({ debit: outstanding, credit, amount });
    return {
      ...about,
      kind: 'advance_paid',
      transfers: [
        { debit: commitment, credit: entitlement, amount: money(deal.advanceAmount, currency) },
        lent(clearing, paid),
        lent(fees, money(deal.feesAmount, currency)),
        lent(interest, money(deal.upFrontAmount, currency)),
      ].filter(({ amount }) => isPositive(amount)),
    };
  }
}
