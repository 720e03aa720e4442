// Which payment discharges a debt now. Until a notice of assignment arrives, payment to the supplier does; afterwards
// only payment to the assignee (Civil Code 546; Interpretation on Contracts, General Part, 48).
import { addMoney, type Bilingual, compareMoney, isPositive, type Money, subtractMoney, zero } from '#kernel';

/** What of a receivable was assigned, with what is still to be paid of it. */
export interface NoticedPart {
  readonly dealId: string;
  readonly creditorId: string;
  readonly amount: Money;
  readonly outstanding: Money;
  readonly noticeId: string;
  readonly arrivedAt: Date;
  readonly registrationNumber: string;
}

export interface SlipPart {
  readonly creditorId: string;
  readonly creditorRole: 'supplier' | 'financier';
  readonly outstanding: Money;
  readonly dealId: string | null;
  readonly noticeId: string | null;
  readonly since: Date | null;
  readonly registrationNumber: string | null;
}

/** Assigned parts are owed to their financiers, what nobody took to the supplier; paid parts are left out. */
export function slipParts(supplierId: string, confirmed: Money, noticed: readonly NoticedPart[]): SlipPart[] {
  const assigned = noticed.reduce((sum, { amount }) => addMoney(sum, amount), zero(confirmed.currency));
  const rest = subtractMoney(confirmed, assigned);
  const toFinanciers = noticed.map(({ amount: _, arrivedAt, creditorId, ...part }): SlipPart => ({
    ...part,
    creditorId,
    creditorRole: 'financier',
    since: arrivedAt,
  }));
  const toSupplier: SlipPart = {
    creditorId: supplierId,
    creditorRole: 'supplier',
    outstanding: rest,
    dealId: null,
    noticeId: null,
    since: null,
    registrationNumber: null,
  };
  const open = [...toFinanciers, toSupplier].filter(({ outstanding }) => isPositive(outstanding));
  return open.sort((a, b) => -compareMoney(a.outstanding, b.outstanding));
}

export interface SlipWords {
  readonly creditor: string;
  readonly supplier: string;
  readonly part: SlipPart;
  readonly invoiceNumber: string;
  readonly hasAccount: boolean;
}

export function slipText({ creditor, supplier, part, invoiceNumber, hasAccount }: SlipWords): Bilingual {
  const noticed = part.creditorRole === 'financier';
  const sum = `${part.outstanding.currency} ${part.outstanding.amount}`;
  const since = part.since?.toISOString() ?? '';
  const en = noticed
    ? `Since the notice that arrived at ${since}, ${sum} of invoice ${invoiceNumber} is discharged only by payment to ${creditor}; payment to ${supplier} does not discharge it.`
    : `${sum} of invoice ${invoiceNumber} is discharged by payment to ${creditor}; no notice of assignment has arrived for it.`;
  const zh = noticed
    ? `自转让通知于${since}到达起，发票${invoiceNumber}项下${sum}仅向${creditor}付款方可清偿，向${supplier}付款不发生清偿效力。`
    : `发票${invoiceNumber}项下${sum}尚未收到转让通知，向${creditor}付款即可清偿。`;
  if (hasAccount) return { en, zh };
  return {
    en: `${en} It has no verified collection account yet: ask for one, and pay to no other.`,
    zh: `${zh}其回款账户尚未核验：请要求对方提供已核验账户，勿向其他账户付款。`,
  };
}
