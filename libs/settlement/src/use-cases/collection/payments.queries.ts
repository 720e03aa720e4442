// Payments as the financier's operations see them: what each paid so far, and what the rest may be for.
import { Injectable } from '@nestjs/common';
import { isPositive, money, type Money } from '#kernel';
import { type Actor, Db, type Page, pageOf, type Reads, scopeOf } from '#platform';
import { type Allocation, type PaymentFilter, type PaymentRow } from '../../data/payment.store';
import { SettlementStores } from '../../data/stores';
import { errors } from '../../domain/errors';
import { freeOf } from '../../domain/money/payment';
import { MatchPayments, type Suggestion } from './match-payments';

export interface AllocationShown {
  readonly dealId: string;
  readonly receivableId: string;
  readonly amount: Money;
  readonly principal: Money;
  readonly interest: Money;
  readonly surplus: Money;
  readonly rule: string;
  readonly allocatedBy: string | null;
  readonly allocatedAt: string;
}
export interface PaymentShown {
  readonly id: string;
  readonly amount: Money;
  readonly allocated: Money;
  readonly overpaid: Money;
  readonly free: Money;
  readonly bookedOn: string;
  readonly valueDate: string;
  readonly reference: string | null;
  readonly payerName: string | null;
  readonly payerAccount: string | null;
  readonly text: string | null;
  readonly allocations: readonly AllocationShown[];
  readonly suggestion: Suggestion | null;
  readonly version: number;
  readonly actions: readonly string[];
}

@Injectable()
export class PaymentQueries {
  constructor(
    private readonly db: Db,
    private readonly stores: SettlementStores,
    private readonly matching: MatchPayments,
  ) {}

  async page(actor: Actor, filter: PaymentFilter): Promise<Page<PaymentShown>> {
    const on = this.db.reads;
    const rows = await this.stores.payments.page(on, scopeOf(actor), filter);
    const { items, next } = pageOf(rows, filter);
    return { items: await this.views(on, actor, items), next };
  }

  /** @throws settlement.payment_not_found (404) */
  async byId(actor: Actor, id: string): Promise<PaymentShown> {
    const rows = await this.stores.payments.byIds(this.db.reads, scopeOf(actor), [id]);
    const [view] = await this.views(this.db.reads, actor, rows);
    if (!view) throw errors.payment_not_found();
    return view;
  }

  private async views(on: Reads, actor: Actor, payments: readonly PaymentRow[]): Promise<PaymentShown[]> {
    const ids = payments.map(({ id }) => id);
    const allocations = await this.stores.payments.allocations(on, scopeOf(actor), ids);
    const suggestions = await this.matching.suggest(on, actor.organisationId, payments);
    return payments.map((payment) => ({
      ...shown(payment),
      allocations: allocations.filter(({ paymentId }) => paymentId === payment.id).map(allocationShown),
      suggestion: suggestions.get(payment.id) ?? null,
      actions: isPositive(freeOf(payment)) && actor.permissions.has('payment.allocate') ? ['allocate'] : [],
    }));
  }
}

function shown(payment: PaymentRow) {
  const { id, currency, bookedOn, valueDate, reference, counterpartyName, counterpartyAccount } = payment;
  return {
    id,
    amount: money(payment.amount, currency),
    allocated: money(payment.allocatedAmount, currency),
    overpaid: money(payment.overpaidAmount, currency),
    free: freeOf(payment),
    ...{ bookedOn, valueDate, reference, version: payment.version },
    payerName: counterpartyName,
    payerAccount: counterpartyAccount,
    text: payment.remittance,
  };
}

function allocationShown(allocation: Allocation): AllocationShown {
  const inMoney = (amount: string) => money(amount, allocation.currency);
  const { dealId, receivableId, rule, allocatedBy } = allocation;
  return {
    ...{ dealId, receivableId, rule, allocatedBy },
    amount: inMoney(allocation.amount),
    principal: inMoney(allocation.principalAmount),
    interest: inMoney(allocation.interestAmount),
    surplus: inMoney(allocation.surplusAmount),
    allocatedAt: allocation.allocatedAt.toISOString(),
  };
}
