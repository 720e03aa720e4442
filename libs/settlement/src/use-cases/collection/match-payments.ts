// Finds what open payments pay. What the rule is sure of is allocated by itself, each payment on its own; everything
// else stays open, and the suggestion stands beside it until a person decides.
import { Injectable } from '@nestjs/common';
import { THE_PLATFORM } from '#audit';
import { DomainError, isPositive, money, type Money } from '#kernel';
import { BankAccounts, Organisations } from '#parties';
import { Db, type Reads } from '#platform';
import type { PaymentRow } from '../../data/payment.store';
import { SettlementStores } from '../../data/stores';
import { matchPayments } from '../../domain/matching';
import { outstandingOf } from '../../domain/money/obligation';
import { freeOf } from '../../domain/money/payment';
import { AllocatePayment, type AllocationItem } from './allocate-payment';

export interface Suggestion {
  readonly items: readonly (AllocationItem & { readonly invoiceNumber: string })[];
  readonly rule: string;
  readonly confidence: number;
  readonly automatic: boolean;
  readonly reason: { readonly en: string; readonly zh: string };
}

/** The earliest open debts of one financier that are looked at together. */
const MOST_OPEN = 20_000;
/** The latest payments that may still wait for their debt. */
const MOST_WAITING = 1_000;

@Injectable()
export class MatchPayments {
  constructor(
    private readonly db: Db,
    private readonly stores: SettlementStores,
    private readonly organisations: Organisations,
    private readonly accounts: BankAccounts,
    private readonly allocating: AllocatePayment,
  ) {}

  /** Ids of payments of which something is still free, the newest first. */
  async waiting(financierId: string): Promise<string[]> {
    const filter = { open: true, limit: MOST_WAITING };
    const scope = { organisations: [financierId] };
    const found = await this.stores.payments.page(this.db.reads, scope, filter);
    return found.map(({ id }) => id);
  }

  /** Allocates what is sure. May be called again: what is spent is passed over. */
  async execute(financierId: string, paymentIds: readonly string[]): Promise<void> {
    const scope = { organisations: [financierId] };
    const payments = await this.stores.payments.byIds(this.db.reads, scope, paymentIds);
    const suggestions = await this.suggest(this.db.reads, financierId, payments);
    for (const { id } of payments) {
      const suggestion = suggestions.get(id);
      if (suggestion?.automatic !== true) continue;
      const { items, rule } = suggestion;
      try {
        await this.db.run((tx) =>
          this.allocating.allocate(tx, THE_PLATFORM, scope, id, { items, rule, restIsOverpaid: false }),
        );
      } catch (error) {
        // Somebody else was first with the money or the debt; the payment stays open for a person.
        if (!(error instanceof DomainError)) throw error;
      }
    }
  }

  /** By payment id; payments for which nothing was found are missing. */
  async suggest(
    on: Reads,
    financierId: string,
    payments: readonly PaymentRow[],
  ): Promise<Map<string, Suggestion>> {
    const open = payments.filter((payment) => isPositive(freeOf(payment)));
    const found = new Map<string, Suggestion>();
    for (const currency of new Set(open.map((payment) => payment.currency))) {
      const same = open.filter((payment) => payment.currency === currency);
      for (const [id, suggestion] of await this.suggestIn(on, financierId, currency, same))
        found.set(id, suggestion);
    }
    return found;
  }

  private async suggestIn(
    on: Reads,
    financierId: string,
    currency: string,
    payments: readonly PaymentRow[],
  ): Promise<Map<string, Suggestion>> {
    const scope = { organisations: [financierId] };
    const obligations = await this.stores.obligations.open(on, scope, currency, MOST_OPEN);
    const debtorIds = obligations.map(({ debtorId }) => debtorId);
    const names = await this.organisations.byIds(on, debtorIds);
    const accounts = await this.accounts.numbersOf(on, debtorIds);
    const byId = new Map(obligations.map((one) => [`${one.dealId} ${one.receivableId}`, one]));
    const { groups } = matchPayments(
      payments.map((payment) => ({
        id: payment.id,
        amount: freeOf(payment),
        date: payment.valueDate,
        endToEndId: payment.endToEndId,
        payerName: payment.counterpartyName,
        payerAccount: payment.counterpartyAccount,
        text: payment.remittance,
      })),
      [...byId].map(([id, one]) => ({
        id,
        references: [one.invoiceNumber],
        debtorName: names.get(one.debtorId)?.legalName ?? '',
        debtorAccounts: accounts.get(one.debtorId) ?? [],
        outstanding: outstandingOf(one),
        dueDate: one.settlesOn,
      })),
    );
    const itemOf = ({ obligationId, amount }: { obligationId: string; amount: Money }) => {
      const { dealId = '', receivableId = '', invoiceNumber = '' } = byId.get(obligationId) ?? {};
      return { dealId, receivableId, invoiceNumber, amount: money(amount.amount, currency) };
    };
    return new Map(
      groups.flatMap(({ matches, confidence, automatic, reason }) =>
        matches.map(({ entryId, allocations, rule }) => [
          entryId,
          { items: allocations.map(itemOf), rule, confidence, automatic, reason },
        ]),
      ),
    );
  }
}
