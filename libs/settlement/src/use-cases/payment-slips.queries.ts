// The debtor's payment slips: for each confirmed receivable the account whose payment discharges the debt now.
import { Injectable } from '@nestjs/common';
import { type AssignedPart, Deals } from '#factoring';
import { invariant, money } from '#kernel';
import { BankAccounts, Organisations, type PaymentAccount } from '#parties';
import { type Actor, Db, type Page, type PageQuery, pageOf, type Reads, scopeOf } from '#platform';
import { type Receivable, Receivables } from '#receivables';
import { SettlementStores } from '../data/stores';
import type { SlipItem, SlipPayment } from '../domain/money/issued-slip';
import { type NoticedPart, type SlipPart, slipParts, slipText } from '../domain/money/payment-slip';
import { type Obligation, outstandingOf } from '../domain/money/obligation';

/** The same before it is issued. No payments: everything is paid. */
export interface PaymentSlip extends Omit<SlipItem, 'receivableId'> {
  /** Id of the receivable. */
  readonly id: string;
  readonly actions: readonly string[];
}

@Injectable()
export class PaymentSlipQueries {
  constructor(
    private readonly db: Db,
    private readonly receivables: Receivables,
    private readonly deals: Deals,
    private readonly organisations: Organisations,
    private readonly accounts: BankAccounts,
    private readonly stores: SettlementStores,
  ) {}

  async page(actor: Actor, filter: PageQuery): Promise<Page<PaymentSlip>> {
    const on = this.db.reads;
    const { items, next } = pageOf(await this.receivables.owed(on, scopeOf(actor), filter), filter);
    return { items: await this.of(on, actor, items), next };
  }

  async nameOf(on: Reads, organisationId: string): Promise<string> {
    return (await this.organisations.require(on, organisationId)).legalName;
  }

  /** Of confirmed receivables that the actor owes, in their order. */
  async of(on: Reads, actor: Actor, receivables: readonly Receivable[]): Promise<PaymentSlip[]> {
    const ids = receivables.map(({ id }) => id);
    const assigned = await this.deals.assignedParts(on, ids);
    const obligations = await this.stores.obligations.ofReceivables(on, scopeOf(actor), ids);
    const owed = receivables.map((receivable) => {
      const { id, supplierId, confirmed } = receivable;
      invariant(confirmed, 'a confirmed receivable has a confirmed amount');
      const noticed = assigned
        .filter(({ receivableId }) => receivableId === id)
        .map((part) => noticedPart(part, obligations));
      return { receivable, confirmed, parts: slipParts(supplierId, confirmed, noticed) };
    });
    const creditors = owed.flatMap(({ parts }) =>
      parts.map(({ creditorId, outstanding }) => ({
        organisationId: creditorId,
        currency: outstanding.currency,
      })),
    );
    const accounts = await this.accounts.inForce(on, 'collection', creditors);
    const names = await this.organisations.byIds(on, [
      ...creditors.map(({ organisationId }) => organisationId),
      ...receivables.map(({ supplierId }) => supplierId),
    ]);
    const nameOf = (id: string) => names.get(id)?.legalName ?? '';
    return owed.map(({ receivable, confirmed, parts }) => {
      const { id, invoiceNumber, supplierId, dueDate } = receivable;
      return {
        ...{ id, invoiceNumber, supplierId, dueDate, confirmed },
        actions: parts.length > 0 && actor.permissions.has('slip.issue') ? ['slip.issue'] : [],
        supplierName: nameOf(supplierId),
        payments: parts.map((part) =>
          slipPayment(part, {
            account: accounts.get(`${part.creditorId}:${part.outstanding.currency}`) ?? null,
            creditor: nameOf(part.creditorId),
            supplier: nameOf(supplierId),
            invoiceNumber,
          }),
        ),
      };
    });
  }
}

/** A deal that is not funded yet has its notice already: the whole part is owed to its financier. */
function noticedPart(part: AssignedPart, obligations: readonly Obligation[]): NoticedPart {
  const { dealId, receivableId, financierId, noticeId, arrivedAt, registrationNumber } = part;
  const amount = money(part.amount, part.currency);
  const obligation = obligations.find((one) => one.dealId === dealId && one.receivableId === receivableId);
  const outstanding = obligation ? outstandingOf(obligation) : amount;
  return { dealId, creditorId: financierId, amount, outstanding, noticeId, arrivedAt, registrationNumber };
}

function slipPayment(
  part: SlipPart,
  about: { account: PaymentAccount | null; creditor: string; supplier: string; invoiceNumber: string },
): SlipPayment {
  const { creditorId, creditorRole, outstanding, noticeId, since, registrationNumber } = part;
  const { account, creditor, supplier, invoiceNumber } = about;
  return {
    ...{ creditorId, creditorRole, outstanding, noticeId, registrationNumber },
    creditorName: creditor,
    account: account && {
      accountNumber: account.accountNumber,
      holderName: account.holderName,
      bankName: account.bankName,
      bankCode: account.bankCode,
    },
    since: since?.toISOString() ?? null,
    text: slipText({ creditor, supplier, part, invoiceNumber, hasAccount: account !== null }),
  };
}
