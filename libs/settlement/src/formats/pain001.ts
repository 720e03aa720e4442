// Writes payment instructions as ISO 20022 pain.001.001.09, the customer credit transfer initiation. What does not fit
// the standard is refused before anything is written: a bank would cut a name, and money would go by what is left.
import { Decimal, decimalOf, isPositive, type LocalDate, type Money } from '#kernel';
import { accountNode } from './xml/account-node';
import { errors } from './errors';
import { writeXml, xml, type XmlNode } from './xml/xml-writer';

export interface PayingParty {
  readonly name: string;
  readonly account: string;
  /** CNAPS number of the debtor's bank; the standard wants an agent, so NOTPROVIDED is written without one. */
  readonly bankCode?: string | null;
}

export interface PaymentInstruction {
  /** Unique in the message and the payer's own reference all the way: at most 35 characters. */
  readonly endToEndId: string;
  readonly amount: Money;
  readonly creditorName: string;
  readonly creditorAccount: string;
  /** CNAPS number of the creditor's bank. */
  readonly creditorBankCode: string;
  /** Shown to the creditor: at most 140 characters. */
  readonly remittance: string;
  readonly requestedDate: LocalDate;
}

export interface PaymentMessage {
  /** At most 35 characters; the same message sent twice is paid once. */
  readonly messageId: string;
  readonly createdAt: Date;
  readonly debtor: PayingParty;
  readonly payments: readonly PaymentInstruction[];
}

const NAMESPACE = 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09';
const MAX_ID = 35;
const MAX_NAME = 140;
const MAX_REMITTANCE = 140;
const ACCOUNT = /^[A-Za-z0-9][A-Za-z0-9-]{0,33}$/;
const UNWRITABLE = /\p{Cc}|\p{Cs}|[\ufffe\uffff]/u;

/** Refuses with settlement.payment_none, payment_text, payment_account, payment_amount or payment_id_twice. */
export function writePain001(message: PaymentMessage): string {
  checkMessage(message);
  const { messageId, createdAt, debtor, payments } = message;
  return writeXml(
    xml(
      'Document',
      [
        xml('CstmrCdtTrfInitn', [
          xml('GrpHdr', [
            xml('MsgId', messageId),
            xml('CreDtTm', createdAt.toISOString()),
            ...controlTotals(payments),
            xml('InitgPty', [xml('Nm', debtor.name)]),
          ]),
          ...groupsOf(payments).map((group, index) => groupNode(message, group, index + 1)),
        ]),
      ],
      { xmlns: NAMESPACE },
    ),
  );
}

/** Payments of one group share day and currency, as the standard asks of PmtInf. */
function groupsOf(payments: readonly PaymentInstruction[]): PaymentInstruction[][] {
  const groups = new Map<string, PaymentInstruction[]>();
  for (const payment of payments) {
    const key = `${payment.requestedDate} ${payment.amount.currency}`;
    groups.set(key, [...(groups.get(key) ?? []), payment]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

function controlTotals(payments: readonly PaymentInstruction[]): XmlNode[] {
  const sum = payments.reduce((total, { amount }) => total.plus(decimalOf(amount)), new Decimal(0));
  return [xml('NbOfTxs', String(payments.length)), xml('CtrlSum', sum.toFixed())];
}

function groupNode(
  { messageId, debtor }: PaymentMessage,
  payments: readonly PaymentInstruction[],
  number: number,
): XmlNode {
  const suffix = `-${number}`;
  const [payment] = payments;
  return xml('PmtInf', [
    xml('PmtInfId', messageId.slice(0, MAX_ID - suffix.length) + suffix),
    xml('PmtMtd', 'TRF'),
    ...controlTotals(payments),
    xml('ReqdExctnDt', [xml('Dt', payment?.requestedDate ?? '')]),
    xml('Dbtr', [xml('Nm', debtor.name)]),
    accountNode('DbtrAcct', debtor.account, payment?.amount.currency),
    xml('DbtrAgt', [agentNode(debtor.bankCode ?? null)]),
    ...payments.map(paymentNode),
  ]);
}

function agentNode(bankCode: string | null): XmlNode {
  if (bankCode === null) return xml('FinInstnId', [xml('Othr', [xml('Id', 'NOTPROVIDED')])]);
  const member = xml('ClrSysMmbId', [xml('ClrSysId', [xml('Cd', 'CNAPS')]), xml('MmbId', bankCode)]);
  return xml('FinInstnId', [member]);
}

function paymentNode(payment: PaymentInstruction): XmlNode {
  const { amount, currency } = payment.amount;
  return xml('CdtTrfTxInf', [
    xml('PmtId', [xml('EndToEndId', payment.endToEndId)]),
    xml('Amt', [xml('InstdAmt', amount, { Ccy: currency })]),
    xml('CdtrAgt', [agentNode(payment.creditorBankCode)]),
    xml('Cdtr', [xml('Nm', payment.creditorName)]),
    accountNode('CdtrAcct', payment.creditorAccount),
    xml('RmtInf', [xml('Ustrd', payment.remittance)]),
  ]);
}

function checkMessage({ messageId, debtor, payments }: PaymentMessage): void {
  checkText('messageId', messageId, MAX_ID);
  checkText('debtor.name', debtor.name, MAX_NAME);
  checkAccount('debtor.account', debtor.account);
  if (debtor.bankCode !== undefined && debtor.bankCode !== null)
    checkText('debtor.bankCode', debtor.bankCode, MAX_ID);
  if (payments.length === 0) throw errors.payment_none();
  const ids = new Set<string>();
  for (const payment of payments) {
    const { endToEndId } = payment;
    if (ids.has(endToEndId)) throw errors.payment_id_twice({ endToEndId });
    ids.add(endToEndId);
    checkPayment(payment);
  }
}

function checkPayment(payment: PaymentInstruction): void {
  checkText('endToEndId', payment.endToEndId, MAX_ID);
  if (!isPositive(payment.amount)) throw errors.payment_amount({ amount: payment.amount });
  checkText('creditorName', payment.creditorName, MAX_NAME);
  checkAccount('creditorAccount', payment.creditorAccount);
  checkText('creditorBankCode', payment.creditorBankCode, MAX_ID);
  checkText('remittance', payment.remittance, MAX_REMITTANCE);
}

/** Characters count as the standard counts them, one for each code point. */
function checkText(field: string, text: string, limit: number): void {
  const { length } = Array.from(text);
  if (length === 0 || length > limit || text.trim() !== text || UNWRITABLE.test(text))
    throw errors.payment_text({ field, limit });
}

function checkAccount(field: string, account: string): void {
  if (!ACCOUNT.test(account)) throw errors.payment_account({ field });
}
