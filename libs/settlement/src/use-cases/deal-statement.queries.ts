// The statement of a deal, for its supplier and its financier.
import { Injectable } from '@nestjs/common';
import { type Deal, Deals, type TitleBasis } from '#factoring';
import { invariant, isPositive, money, type Money } from '#kernel';
import { Ledger } from '#ledger';
import { type Actor, Db, scopeOf } from '#platform';
import { SettlementStores } from '../data/stores';
import { errors } from '../domain/errors';
import {
  balanced,
  linesOf,
  type StatementLine,
  type StatementSums,
  sumsOf,
} from '../domain/money/deal-statement';
import { type Obligation, outstandingOf } from '../domain/money/obligation';
import { blocksAnother, type Payout } from '../domain/money/payout';

export interface ItemShown {
  readonly receivableId: string;
  readonly invoiceNumber: string;
  readonly settlesOn: string;
  readonly amount: Money;
  readonly paid: Money;
  readonly outstanding: Money;
}
export interface DealStatementShown {
  readonly dealId: string;
  readonly state: Deal['state'];
  readonly titleBasis: TitleBasis;
  readonly lines: readonly (Omit<StatementLine, 'bookedAt'> & { readonly bookedAt: string })[];
  readonly sums: StatementSums;
  /** Empty until the deal is funded. */
  readonly items: readonly ItemShown[];
  readonly actions: readonly string[];
}

@Injectable()
export class DealStatementQueries {
  constructor(
    private readonly db: Db,
    private readonly deals: Deals,
    private readonly ledger: Ledger,
    private readonly stores: SettlementStores,
  ) {}

  /** @throws settlement.deal_not_found (404) */
  async of(actor: Actor, dealId: string): Promise<DealStatementShown> {
    const on = this.db.reads;
    const [deal] = await this.deals.byIds(on, scopeOf(actor), [dealId]);
    if (!deal) throw errors.deal_not_found();
    const lines = linesOf(await this.ledger.journal(on, dealId));
    const sums = sumsOf(lines, deal.currency);
    invariant(balanced(sums), `the statement of deal ${dealId} adds up`);
    const obligations = await this.stores.obligations.ofDeals(on, scopeOf(actor), [dealId]);
    const { basis: titleBasis } = await this.deals.title(on, deal);
    const payouts = await this.stores.payouts.ofDeal(on, scopeOf(actor), dealId);
    return {
      ...{ dealId, state: deal.state, titleBasis, sums },
      lines: lines.map((line) => ({ ...line, bookedAt: line.bookedAt.toISOString() })),
      items: obligations.map(itemShown),
      actions: actionsOn(actor, deal, sums, payouts),
    };
  }
}

/** Which payouts the financier's operations may instruct now; what they rest on is judged when they do. */
function actionsOn(
  actor: Actor,
  { financierId, state }: Deal,
  { surplusOwed }: StatementSums,
  payouts: readonly Payout[],
): string[] {
  if (actor.organisationId !== financierId || !actor.permissions.has('payout.instruct')) return [];
  const free = (kind: Payout['kind']) => !payouts.some((one) => one.kind === kind && blocksAnother(one));
  const advance = state === 'accepted' && free('advance') ? ['instruct_advance'] : [];
  return isPositive(surplusOwed) && free('surplus') ? [...advance, 'instruct_surplus'] : advance;
}

function itemShown(obligation: Obligation): ItemShown {
  const { receivableId, invoiceNumber, settlesOn, amount, paidAmount, currency } = obligation;
  return {
    ...{ receivableId, invoiceNumber, settlesOn },
    amount: money(amount, currency),
    paid: money(paidAmount, currency),
    outstanding: outstandingOf(obligation),
  };
}
