// Uses a payment: for the debts it pays, by the rule or as a person says. Each part is split into advance, interest
// and surplus, and a deal whose debts are all paid is settled in the same transaction.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog, type By } from '#audit';
import { newLockOrder } from '#config/lock-order';
import { type Deal, Deals } from '#factoring';
import {
  addMoney,
  type Clock,
  compareMoney,
  isPositive,
  isZero,
  money,
  type Money,
  newId,
  shardOf,
  subtractMoney,
  sumMoney,
} from '#kernel';
import { CLOCK, type Command, Once, type Scope, type Tx } from '#platform';
import { type Allocation, type PaymentRow } from '../../data/payment.store';
import { SettlementStores } from '../../data/stores';
import { errors } from '../../domain/errors';
import { covers, type Obligation, outstandingOf, payPart } from '../../domain/money/obligation';
import { freeOf } from '../../domain/money/payment';
import { CollectionPostings, type Part } from './collection-postings';
import { SettleDeals } from './settle-deals';

export interface AllocationItem {
  readonly dealId: string;
  readonly receivableId: string;
  readonly amount: Money;
}
export interface AllocationWish {
  readonly items: readonly AllocationItem[];
  /** What is not allocated is owed back to the payer; otherwise it stays on the payment. */
  readonly restIsOverpaid: boolean;
  /** Which rule found it, or that a person did. */
  readonly rule: string;
}
export interface Allocated {
  readonly paymentId: string;
  readonly allocated: Money;
  readonly overpaid: Money;
  readonly free: Money;
  readonly settledDealIds: readonly string[];
}

/** Deals whose debts can be collected. */
const COLLECTING: ReadonlySet<string> = new Set(['funded', 'matured', 'overdue', 'recourse']);

@Injectable()
export class AllocatePayment {
  constructor(
    private readonly once: Once,
    private readonly stores: SettlementStores,
    private readonly deals: Deals,
    private readonly postings: CollectionPostings,
    private readonly settling: SettleDeals,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws settlement.payment_not_found (404), allocation_empty (400), payment_spent, obligation_not_found,
   *   obligation_exceeded, currency_mismatch (422)
   */
  async execute(command: Command, paymentId: string, wish: AllocationWish): Promise<Allocated> {
    const { actor } = command;
    return this.once.run(command, (tx) => this.allocate(tx, actor, actor.scope, paymentId, wish));
  }

  /** The deed itself, for a transaction that does more. Errors as above. */
  async allocate(
    tx: Tx,
    by: By,
    scope: Scope,
    paymentId: string,
    { items, restIsOverpaid, rule }: AllocationWish,
  ): Promise<Allocated> {
    if (items.length === 0 && !restIsOverpaid) throw errors.allocation_empty();
    const locking = newLockOrder();
    locking('payment');
    const payment = await this.stores.payments.lock(tx, scope, paymentId);
    if (!payment) throw errors.payment_not_found();
    const wanted = wantedOf(payment, items);
    const rest = subtractMoney(freeOf(payment), wanted);
    locking('deal');
    const dealIds = [...new Set(items.map(({ dealId }) => dealId))];
    const deals = await this.deals.lock(tx, { organisations: [payment.financierId] }, dealIds);
    const collecting = deals.filter(
      (deal) => COLLECTING.has(deal.state) && deal.financierId === payment.financierId,
    );
    const obligations = await this.stores.obligations.ofDeals(
      tx,
      scope,
      collecting.map(({ id }) => id),
    );
    const { parts, after } = divide(payment, items, collecting, obligations);
    const spent = spend(payment, wanted, restIsOverpaid ? rest : subtractMoney(rest, rest));
    await this.stores.obligations.pay(tx, after);
    await this.stores.payments.spend(tx, spent);
    const settled = await this.settling.execute(tx, by, collecting, after, locking);
    locking('ledger account');
    const postingIds = await this.postings.book(tx, payment, parts, restIsOverpaid ? rest : null);
    await this.write(tx, by, payment, parts, postingIds, rule);
    await this.audit.record(tx, by, [
      {
        action: 'settlement.payment_allocated',
        subjectType: 'payment',
        subjectId: paymentId,
        subjectVersion: spent.version,
        details: { rule, items, overpaid: spent.overpaidAmount },
      },
    ]);
    return {
      paymentId,
      allocated: money(spent.allocatedAmount, spent.currency),
      overpaid: money(spent.overpaidAmount, spent.currency),
      free: freeOf(spent),
      settledDealIds: settled,
    };
  }

  private async write(
    tx: Tx,
    by: By,
    payment: PaymentRow,
    parts: readonly Part[],
    postingIds: readonly string[],
    rule: string,
  ): Promise<void> {
    const allocatedAt = this.clock.now();
    await this.stores.payments.addAllocations(
      tx,
      parts.map(({ dealId, receivableId, amount, shares }, index): Allocation => ({
        id: newId<'allocation'>(shardOf(dealId)),
        paymentId: payment.id,
        dealId,
        receivableId,
        currency: amount.currency,
        amount: amount.amount,
        principalAmount: shares.principal.amount,
        interestAmount: shares.interest.amount,
        surplusAmount: shares.surplus.amount,
        postingId: postingIds[index] ?? '',
        rule,
        allocatedBy: by.userId,
        allocatedAt,
      })),
    );
  }
}

function wantedOf(payment: PaymentRow, items: readonly AllocationItem[]): Money {
  const { currency } = payment;
  for (const { amount } of items) if (amount.currency !== currency) throw errors.currency_mismatch();
  const wanted = sumMoney(
    items.map(({ amount }) => amount),
    currency,
  );
  const free = freeOf(payment);
  if (compareMoney(wanted, free) > 0 || isZero(free)) throw errors.payment_spent({ free, wanted });
  return wanted;
}

function spend(payment: PaymentRow, wanted: Money, overpaid: Money): PaymentRow {
  const { currency } = payment;
  return {
    ...payment,
    allocatedAmount: addMoney(money(payment.allocatedAmount, currency), wanted).amount,
    overpaidAmount: addMoney(money(payment.overpaidAmount, currency), overpaid).amount,
    version: payment.version + 1,
  };
}

/** The parts with their shares, and the obligations as they are afterwards. */
function divide(
  { valueDate }: PaymentRow,
  items: readonly AllocationItem[],
  deals: readonly Deal[],
  obligations: readonly Obligation[],
): { parts: Part[]; after: Obligation[] } {
  const current = new Map(obligations.map((one) => [`${one.dealId} ${one.receivableId}`, one]));
  const parts = items.map(({ dealId, receivableId, amount }): Part => {
    const key = `${dealId} ${receivableId}`;
    const obligation = current.get(key);
    const deal = deals.find(({ id }) => id === dealId);
    if (!obligation || !deal) throw errors.obligation_not_found({ dealId, receivableId });
    if (obligation.currency !== amount.currency) throw errors.currency_mismatch();
    if (!isPositive(amount) || !covers(obligation, amount))
      throw errors.obligation_exceeded({ outstanding: outstandingOf(obligation), wanted: amount });
    const { shares, after } = payPart(obligation, amount, valueDate, deal);
    current.set(key, after);
    return { dealId, receivableId, amount, shares, surplusTo: deal.surplusTo };
  });
  return { parts, after: [...current.values()] };
}
