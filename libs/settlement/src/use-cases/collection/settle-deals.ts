// A deal whose debts are all paid is settled: receivables, registration and limit are let go in the same transaction.
import { Injectable } from '@nestjs/common';
import type { By } from '#audit';
import { type Deal, Deals } from '#factoring';
import { addMoney, compareMoney, invariant, money, type Money, zero } from '#kernel';
import { EVERYONE, Events, type Tx } from '#platform';
import { Receivables } from '#receivables';
import { CancelFilings } from '#registry';
import { Limits } from '#risk';
import { SettlementStores } from '../../data/stores';
import { isPaid, type Obligation } from '../../domain/money/obligation';
import { dealSettled } from '../../settlement.events';

type Locking = (lock: 'receivable' | 'registry claim' | 'limit') => void;

@Injectable()
export class SettleDeals {
  constructor(
    private readonly stores: SettlementStores,
    private readonly deals: Deals,
    private readonly receivables: Receivables,
    private readonly filings: CancelFilings,
    private readonly limits: Limits,
    private readonly events: Events,
  ) {}

  /** @param obligations all of these locked deals, as they are now; answers the ids of the deals that it settled */
  async execute(
    tx: Tx,
    by: By,
    deals: readonly Deal[],
    obligations: readonly Obligation[],
    locking: Locking,
  ): Promise<string[]> {
    const done = deals.filter(({ id }) => {
      const own = obligations.filter(({ dealId }) => dealId === id);
      return own.length > 0 && own.every(isPaid);
    });
    if (done.length === 0) return [];
    const ids = new Set(done.map(({ id }) => id));
    locking('receivable');
    await this.settleReceivables(
      tx,
      by,
      obligations.filter(({ dealId }) => ids.has(dealId)),
    );
    locking('registry claim');
    await this.filings.cancel(
      tx,
      done.map(({ filingId }) => filingId),
      by,
      'The receivables are paid in full. 应收账款已全部清偿。',
    );
    locking('limit');
    for (const { id } of done) await this.limits.release(tx, id);
    for (const deal of done) await this.deals.move(tx, by, deal, 'settled', { filingId: deal.filingId });
    await this.events.emit(
      tx,
      dealSettled,
      done.map(({ id: dealId, supplierId, financierId }) => ({ dealId, supplierId, financierId })),
    );
    return [...ids];
  }

  /** A receivable of which several deals took parts is settled with the last of them. */
  private async settleReceivables(tx: Tx, by: By, paid: readonly Obligation[]): Promise<void> {
    const receivableIds = [...new Set(paid.map(({ receivableId }) => receivableId))];
    const locked = await this.receivables.lock(tx, receivableIds);
    const all = await this.stores.obligations.ofReceivables(tx, EVERYONE, receivableIds);
    const collected = new Map<string, Money>();
    for (const { receivableId, paidAmount, currency } of all) {
      const before = collected.get(receivableId) ?? zero(currency);
      collected.set(receivableId, addMoney(before, money(paidAmount, currency)));
    }
    const settled = locked.filter(({ id, confirmed }) => {
      const sum = collected.get(id);
      invariant(sum, 'what was paid is an obligation');
      return confirmed !== null && compareMoney(sum, confirmed) >= 0;
    });
    await this.receivables.settle(tx, by, settled);
  }
}
