// Payouts as financier and supplier see them, and the file for the bank.
import { Injectable } from '@nestjs/common';
import { type Bilingual, dateOf, invariant, money, type Money } from '#kernel';
import { BankAccounts, maskedNumber, type PaymentAccount } from '#parties';
import { type Actor, Db, type Page, pageOf, type Reads, scopeOf } from '#platform';
import { type PayoutFilter, PayoutStore } from '../../data/payout.store';
import { errors } from '../../domain/errors';
import {
  type PaidTax,
  type PaidTitle,
  type Payout,
  type PayoutKind,
  type PayoutState,
  refuseRejection,
  type Submission,
  TITLE_TEXTS,
} from '../../domain/money/payout';
import { writePain001 } from '../../formats/pain001';

export interface PayoutShown {
  readonly id: string;
  readonly dealId: string;
  readonly kind: PayoutKind;
  readonly supplierId: string;
  readonly financierId: string;
  readonly amount: Money;
  readonly state: PayoutState;
  readonly titleBasis: PaidTitle;
  readonly titleText: Bilingual;
  /** What it was released on as to the tax bureau; null before, and for surplus. */
  readonly taxBasis: PaidTax | null;
  readonly taxCheckedAt: string | null;
  readonly taxWaiverReason: string | null;
  /** The supplier's account: its holder and the last four characters of the number. */
  readonly toHolder: string;
  readonly toAccount: string;
  readonly endToEndId: string;
  readonly instructedBy: string;
  readonly instructedAt: string;
  readonly checkedBy: string | null;
  readonly checkedAt: string | null;
  readonly submission: Submission;
  readonly submittedAt: string | null;
  readonly paidOn: string | null;
  readonly endedAt: string | null;
  readonly reason: string | null;
  readonly version: number;
  readonly actions: readonly string[];
}

@Injectable()
export class PayoutQueries {
  constructor(
    private readonly db: Db,
    private readonly payouts: PayoutStore,
    private readonly accounts: BankAccounts,
  ) {}

  async page(actor: Actor, filter: PayoutFilter): Promise<Page<PayoutShown>> {
    const on = this.db.reads;
    const { items, next } = pageOf(await this.payouts.page(on, scopeOf(actor), filter), filter);
    return { items: await this.views(on, actor, items), next };
  }

  /** @throws settlement.payout_not_found (404) */
  async byId(actor: Actor, id: string): Promise<PayoutShown> {
    const [payout] = await this.payouts.byIds(this.db.reads, scopeOf(actor), [id]);
    if (!payout) throw errors.payout_not_found();
    return this.view(this.db.reads, actor, payout);
  }

  async view(on: Reads, actor: Actor, payout: Payout): Promise<PayoutShown> {
    const [view] = await this.views(on, actor, [payout]);
    invariant(view, 'one payout gives one view');
    return view;
  }

  /**
   * The pain.001 of a released payout, for the financier alone; the same text however often it is fetched.
   * @throws settlement.payout_not_found (404), payout_not_open (409)
   */
  async file(actor: Actor, id: string): Promise<{ name: string; xml: string }> {
    const on = this.db.reads;
    const [payout] = await this.payouts.byIds(on, scopeOf(actor), [id]);
    if (payout?.financierId !== actor.organisationId) throw errors.payout_not_found();
    return { name: `${payout.endToEndId}.xml`, xml: await this.pain001(on, payout) };
  }

  async pain001(on: Reads, payout: Payout): Promise<string> {
    if (payout.state !== 'released' || payout.checkedAt === null)
      throw errors.payout_not_open({ state: payout.state });
    const accounts = await this.accounts.byIds(on, [payout.fromAccountId, payout.toAccountId]);
    const [from, to] = [accounts.get(payout.fromAccountId), accounts.get(payout.toAccountId)];
    invariant(from && to, 'a payout has two accounts');
    return writePain001({
      messageId: payout.endToEndId,
      createdAt: payout.checkedAt,
      debtor: { name: from.holderName, account: from.accountNumber, bankCode: from.bankCode },
      payments: [
        {
          endToEndId: payout.endToEndId,
          amount: money(payout.amount, payout.currency),
          creditorName: to.holderName,
          creditorAccount: to.accountNumber,
          creditorBankCode: to.bankCode,
          remittance: `${payout.kind === 'advance' ? '保理融资款' : '保理余款'} ${payout.dealId}`,
          requestedDate: dateOf(payout.checkedAt),
        },
      ],
    });
  }

  private async views(on: Reads, actor: Actor, payouts: readonly Payout[]): Promise<PayoutShown[]> {
    const accounts = await this.accounts.byIds(
      on,
      payouts.map(({ toAccountId }) => toAccountId),
    );
    return payouts.map((payout) => payoutShown(payout, accounts.get(payout.toAccountId), actor));
  }
}

function payoutShown(payout: Payout, to: PaymentAccount | undefined, actor: Actor): PayoutShown {
  const { id, dealId, kind, supplierId, financierId, state, titleBasis, endToEndId } = payout;
  return {
    ...{ id, dealId, kind, supplierId, financierId, state, titleBasis, endToEndId },
    amount: money(payout.amount, payout.currency),
    titleText: TITLE_TEXTS[titleBasis],
    taxBasis: payout.taxBasis,
    taxCheckedAt: payout.taxCheckedAt?.toISOString() ?? null,
    taxWaiverReason: payout.taxWaiverReason,
    toHolder: to?.holderName ?? '',
    toAccount: to ? maskedNumber(to.accountNumber) : '',
    instructedBy: payout.makerId,
    instructedAt: payout.instructedAt.toISOString(),
    checkedBy: payout.checkerId,
    checkedAt: payout.checkedAt?.toISOString() ?? null,
    submission: payout.submission,
    submittedAt: payout.submittedAt?.toISOString() ?? null,
    paidOn: payout.paidOn,
    endedAt: payout.endedAt?.toISOString() ?? null,
    reason: payout.reason,
    version: payout.version,
    actions: actionsOn(payout, actor),
  };
}

function actionsOn(payout: Payout, actor: Actor): string[] {
  const { state, makerId, financierId } = payout;
  if (actor.organisationId !== financierId || !actor.permissions.has('payout.approve')) return [];
  const check = state === 'instructed' && makerId !== actor.userId ? ['release', 'decline'] : [];
  const download = state === 'released' ? ['download'] : [];
  return [...check, ...download, ...(refuseRejection(payout) ? [] : ['reject'])];
}
