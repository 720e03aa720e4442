// Books what a payment pays: from unapplied receipts to the deal, and there to advance, interest and surplus.
import { Injectable } from '@nestjs/common';
import { isPositive, type Money } from '#kernel';
import { Ledger, type PostingDraft, type Purpose } from '#ledger';
import type { Tx } from '#platform';
import type { PaymentRow } from '../../data/payment.store';
import type { Shares } from '../../domain/money/obligation';

/** A part of a payment that pays one receivable of one deal. */
export interface Part {
  readonly dealId: string;
  readonly receivableId: string;
  readonly amount: Money;
  readonly shares: Shares;
  readonly surplusTo: 'supplier' | 'financier';
}

const OF_DEAL = [
  'collection',
  'advance_outstanding',
  'interest_income',
  'surplus_payable',
  'surplus_income',
] as const satisfies readonly Purpose[];

@Injectable()
export class CollectionPostings {
  constructor(private readonly ledger: Ledger) {}

  /** One posting a part, in order; what is owed back to the payer comes last. */
  async book(tx: Tx, payment: PaymentRow, parts: readonly Part[], overpaid: Money | null): Promise<string[]> {
    const { financierId: ownerId, currency, valueDate } = payment;
    const dealIds = [...new Set(parts.map(({ dealId }) => dealId))];
    const [unapplied = '', overpayment = '', ...ofDeals] = await this.ledger.accounts(tx, [
      { ownerId, purpose: 'unapplied_receipts', dealId: null, currency },
      { ownerId, purpose: 'overpayment_payable', dealId: null, currency },
      ...dealIds.flatMap((dealId) => OF_DEAL.map((purpose) => ({ ownerId, purpose, dealId, currency }))),
    ]);
    const accountOf = (dealId: string, purpose: (typeof OF_DEAL)[number]) =>
      ofDeals[dealIds.indexOf(dealId) * OF_DEAL.length + OF_DEAL.indexOf(purpose)] ?? '';
    const drafts = parts.map(({ dealId, amount, shares, surplusTo }): PostingDraft => {
      const collection = accountOf(dealId, 'collection');
      const surplus = surplusTo === 'supplier' ? 'surplus_payable' : 'surplus_income';
      const transfers = [
        { debit: unapplied, credit: collection, amount },
        {
          debit: collection,
          credit: accountOf(dealId, 'advance_outstanding'),
          amount: shares.principal,
        },
        { debit: collection, credit: accountOf(dealId, 'interest_income'), amount: shares.interest },
        { debit: collection, credit: accountOf(dealId, surplus), amount: shares.surplus },
      ].filter((transfer) => isPositive(transfer.amount));
      return { kind: 'payment_applied', subjectType: 'deal', subjectId: dealId, valueDate, transfers };
    });
    const back =
      overpaid && isPositive(overpaid)
        ? [
            {
              ...{ kind: 'payment_overpaid', subjectType: 'payment', subjectId: payment.id, valueDate },
              transfers: [{ debit: unapplied, credit: overpayment, amount: overpaid }],
            },
          ]
        : [];
    return this.ledger.post(tx, [...drafts, ...back]);
  }
}
