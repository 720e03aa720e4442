// What a payout stands on: the accounts in force, the title of the deal, the money that is kept for it, and who takes
// it to the bank.
import { Inject, Injectable } from '@nestjs/common';
import type { By } from '#audit';
import { type Deal, Deals, DealTax } from '#factoring';
import { invariant, isPositive, money, type Money, subtractMoney } from '#kernel';
import { Holds, Ledger } from '#ledger';
import { BankAccounts, type PaymentAccount } from '#parties';
import { EVERYONE, type Reads, type Tx } from '#platform';
import { Receivables } from '#receivables';
import { BANK_PORT, type BankPort } from '../../domain/bank-port';
import { errors } from '../../domain/errors';
import {
  NO_TAX_GROUND,
  type PaidTaxGround,
  type PaidTitle,
  type PayoutKind,
  refuseRelease,
  type Submission,
} from '../../domain/money/payout';

export interface PayoutGroundFound {
  readonly from: PaymentAccount;
  readonly to: PaymentAccount;
  readonly titleBasis: PaidTitle;
}

const PAYABLE = Object.freeze({ advance: 'advance_commitment', surplus: 'surplus_payable' } as const);

@Injectable()
export class PayoutGround {
  constructor(
    private readonly deals: Deals,
    private readonly accounts: BankAccounts,
    private readonly ledger: Ledger,
    private readonly receivables: Receivables,
    private readonly tax: DealTax,
    readonly holds: Holds,
    @Inject(BANK_PORT) private readonly bank: BankPort | null,
  ) {}

  /** How a payout that is released now gets to the bank; a line that comes later does not take what people carry. */
  submission(): Submission {
    return this.bank ? 'waiting' : 'by_hand';
  }

  /** @throws settlement.deal_frozen, title_missing, supplier_account_missing, financier_account_missing (422) */
  async require(on: Reads, deal: Deal): Promise<PayoutGroundFound> {
    const { currency, supplierId, financierId } = deal;
    const found = await this.accounts.inForce(on, 'payout', [
      { organisationId: supplierId, currency },
      { organisationId: financierId, currency },
    ]);
    const from = found.get(`${financierId}:${currency}`);
    const to = found.get(`${supplierId}:${currency}`);
    const { basis: titleBasis } = await this.deals.title(on, deal);
    const refusal = refuseRelease({
      frozen: deal.state === 'accepted' && (deal.frozenAt !== null || (await this.isDiluted(on, deal))),
      titleBasis,
      hasSource: from !== undefined,
      hasDestination: to !== undefined,
    });
    if (refusal) throw refusal;
    invariant(from && to && titleBasis !== 'missing', 'what is not refused is there');
    return { from, to, titleBasis };
  }

  /** Before an advance is released: what the tax bureau says of its invoices. @throws settlement.tax_check_missing (422) */
  async requireTaxChecks(on: Reads, deal: Deal, kind: PayoutKind): Promise<PaidTaxGround> {
    if (kind !== 'advance') return NO_TAX_GROUND;
    const { basis: taxBasis, checkedAt: taxCheckedAt } = await this.tax.ground(on, deal);
    if (taxBasis === 'missing') throw errors.tax_check_missing();
    return { taxBasis, taxCheckedAt, taxWaiverReason: taxBasis === 'waived' ? deal.taxWaiverReason : null };
  }

  /** When it is instructed the tax bureau is asked, so that whoever releases it finds the answers. */
  async askTaxBureau(tx: Tx, by: By, deal: Deal, kind: PayoutKind): Promise<void> {
    if (kind === 'advance') await this.tax.askForPayout(tx, by, deal);
  }

  /** A credit note reached one of its receivables since the acceptance: what was bought is worth less. */
  private async isDiluted(on: Reads, deal: Deal): Promise<boolean> {
    const items = await this.deals.items(on, [deal.id]);
    const owed = await this.receivables.byIds(
      on,
      EVERYONE,
      items.map(({ receivableId }) => receivableId),
    );
    return owed.some(({ state }) => state === 'frozen');
  }

  /** The account whose money is paid out, and how much of it is free. */
  async payable(tx: Tx, deal: Deal, kind: PayoutKind): Promise<{ accountId: string; free: Money }> {
    const { id: dealId, financierId: ownerId, currency } = deal;
    const [accountId = ''] = await this.ledger.accounts(tx, [
      { ownerId, purpose: PAYABLE[kind], dealId, currency },
    ]);
    const balance = (await this.ledger.balances(tx, [accountId])).get(accountId);
    invariant(balance, 'an account that was opened has a balance');
    return { accountId, free: subtractMoney(balance.balance, balance.held) };
  }

  /** What goes to the supplier, and what of the financier's promise that uses up. */
  async amounts(tx: Tx, deal: Deal, kind: PayoutKind) {
    const { accountId, free } = await this.payable(tx, deal, kind);
    if (kind === 'surplus') {
      if (!isPositive(free)) throw errors.nothing_payable();
      return { accountId, amount: free, kept: free };
    }
    if (deal.state !== 'accepted') throw errors.deal_state({ state: deal.state });
    return {
      accountId,
      amount: money(deal.netCashAmount, deal.currency),
      kept: money(deal.advanceAmount, deal.currency),
    };
  }
}
