// The notice of assignment: what tells a debtor that it discharges its debt by paying the financier from now on.
import type { Bilingual, LocalDate, Money } from '#kernel';
import type { NoticeState } from './states';

/** A row; the amount is decimal text in `currency`. */
export interface Notice {
  readonly id: string;
  readonly dealId: string;
  readonly debtorId: string;
  readonly supplierId: string;
  readonly financierId: string;
  readonly currency: string;
  readonly amount: string;
  readonly state: NoticeState;
  readonly registrationNumber: string;
  readonly textEn: string;
  readonly textZh: string;
  readonly issuedAt: Date;
  /**
   * For a debtor with an account here, the commit into its inbox: the record of an electronic system is the basis of
   * the arrival time (Interpretation on Contracts, General Part, 50(2)).
   */
  readonly arrivedAt: Date | null;
  readonly version: number;
}

export interface Party {
  readonly legalName: string;
  /** As "USCC 91..."; null when it has none. */
  readonly identifier: string | null;
}
export interface AssignedInvoice {
  readonly invoiceNumber: string;
  readonly issueDate: LocalDate;
  readonly dueDate: LocalDate;
  readonly amount: Money;
}
export interface NoticeFacts {
  readonly debtor: Party;
  readonly supplier: Party;
  readonly factor: Party;
  readonly invoices: readonly AssignedInvoice[];
  readonly total: Money;
  readonly registrationNumber: string;
  readonly issuedOn: LocalDate;
}

const named = ({ legalName, identifier }: Party): string =>
  identifier === null ? legalName : `${legalName} (${identifier})`;
const namedInChinese = ({ legalName, identifier }: Party): string =>
  identifier === null ? legalName : `${legalName}（${identifier}）`;
const sum = ({ amount, currency }: Money): string => `${currency} ${amount}`;

/**
 * The text in both languages. A factor that gives notice states who it is and shows that it is the assignee
 * (Civil Code 764): the registration is that proof, and anyone registered may look it up.
 */
export function noticeText(facts: NoticeFacts): Bilingual {
  const { debtor, supplier, factor, invoices, total, registrationNumber, issuedOn } = facts;
  const en = [
    `Notice of assignment to ${named(debtor)}`,
    `On ${issuedOn} ${named(supplier)} assigned the receivables below to the factor ${named(factor)}, who gives this notice (Civil Code, Articles 546 and 764).`,
    `The assignment is registered under number ${registrationNumber}.`,
    ...invoices.map(
      ({ invoiceNumber, issueDate, dueDate, amount }) =>
        `- invoice ${invoiceNumber} of ${issueDate}, due ${dueDate}: ${sum(amount)}`,
    ),
    `Total: ${sum(total)}.`,
    'After this notice, paying the supplier no longer discharges these debts; pay the factor. The notice is revoked only with the factor’s consent.',
  ];
  const zh = [
    `应收账款转让通知书 致：${namedInChinese(debtor)}`,
    `${namedInChinese(supplier)}已于${issuedOn}将下列应收账款转让给保理人${namedInChinese(factor)}，现由保理人发出本通知（《民法典》第五百四十六条、第七百六十四条）。`,
    `本次转让已登记，登记编号：${registrationNumber}。`,
    ...invoices.map(
      ({ invoiceNumber, issueDate, dueDate, amount }) =>
        `- 发票${invoiceNumber}，开票日期${issueDate}，到期日${dueDate}：${sum(amount)}`,
    ),
    `合计：${sum(total)}。`,
    '收到本通知后，向原债权人付款不再发生清偿效力，请向保理人付款。未经保理人同意，本通知不得撤销。',
  ];
  return { en: en.join('\n'), zh: zh.join('\n') };
}
