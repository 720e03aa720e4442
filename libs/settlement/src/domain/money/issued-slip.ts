// A payment slip as it is issued and signed: what a debtor was told at one instant, and why it may rely on it.
import type { Bilingual, Money } from '#kernel';

export const SLIP_FORMAT = 'youquan/payment-slip/1';
/** The deed that makes an assignment hold against the debtor (Civil Code 546). */
export const NOTICE_DEED = 'factoring.notice_arrived';

export interface SlipAccount {
  readonly accountNumber: string;
  readonly holderName: string;
  readonly bankName: string;
  readonly bankCode: string;
}
export interface SlipPayment {
  readonly creditorId: string;
  readonly creditorName: string;
  readonly creditorRole: 'supplier' | 'financier';
  /** Null: the creditor has no verified collection account yet. */
  readonly account: SlipAccount | null;
  readonly outstanding: Money;
  readonly noticeId: string | null;
  /** When the notice arrived from which on this account discharges. */
  readonly since: string | null;
  readonly registrationNumber: string | null;
  readonly text: Bilingual;
}
export interface SlipItem {
  readonly receivableId: string;
  readonly invoiceNumber: string;
  readonly supplierId: string;
  readonly supplierName: string;
  readonly dueDate: string | null;
  readonly confirmed: Money;
  /** One for each creditor: one, unless only a part was assigned. */
  readonly payments: readonly SlipPayment[];
}
export interface IssuedSlip {
  /** Also the subject of the deed that issued it. */
  readonly id: string;
  /** RFC 3339, UTC. It says what holds at this instant; a later notice changes whom to pay. */
  readonly issuedAt: string;
  readonly debtorId: string;
  readonly debtorName: string;
  readonly items: readonly SlipItem[];
}

/** The arrival of a notice, as its deed in the log has it. */
export interface ArrivedNotice {
  readonly noticeId: string;
  readonly debtorId: unknown;
  readonly financierId: unknown;
  readonly arrivedAt: unknown;
}

/** Null when every payment to a financier rests on a notice that the debtor had by then; else what does not. */
export function refuteGround(slip: IssuedSlip, notices: readonly ArrivedNotice[]): string | null {
  const payments = slip.items.flatMap((item) => item.payments);
  const bad = payments.find((payment) => !rests(payment, slip, notices));
  return bad ? `payment to ${bad.creditorName} does not rest on a notice in the log` : null;
}

function rests(payment: SlipPayment, slip: IssuedSlip, notices: readonly ArrivedNotice[]): boolean {
  const { creditorId, creditorRole, noticeId, since } = payment;
  if (creditorRole === 'supplier') return noticeId === null && since === null;
  const notice = notices.find((one) => one.noticeId === noticeId);
  return (
    notice?.debtorId === slip.debtorId &&
    notice.financierId === creditorId &&
    notice.arrivedAt === since &&
    since !== null &&
    since <= slip.issuedAt
  );
}
