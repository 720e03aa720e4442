// Writes camt.053.001.08 statements and camt.054.001.08 notifications, as a bank would: for the bank that plays the
// other side in demonstrations and tests, and to show our own reader what it must read.
import { compareMoney, type LocalDate, type Money, negateMoney, sumMoney, zero } from '#kernel';
import { accountNode } from './xml/account-node';
import { optional, writeXml, xml, type XmlNode } from './xml/xml-writer';

export interface WrittenEntry {
  /** Positive when the account received. */
  readonly amount: Money;
  readonly bookingDate: LocalDate;
  readonly valueDate: LocalDate;
  /** The bank's own reference: one for each movement, the same in every message that tells of it. */
  readonly servicerReference: string;
  readonly endToEndId: string | null;
  readonly counterpartyName: string | null;
  readonly counterpartyAccount: string | null;
  readonly text: string | null;
  /** The movement takes back an earlier one. */
  readonly isReversal?: boolean;
  /** ISO 20022 reason of a returned payment, such as AC04. */
  readonly returnReason?: string | null;
}

export interface WrittenMessage {
  readonly messageId: string;
  readonly createdAt: Date;
  readonly account: string;
  readonly ownerName: string;
  readonly currency: string;
  readonly entries: readonly WrittenEntry[];
}

export interface WrittenStatement extends WrittenMessage {
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** The closing balance follows from it and the entries. */
  readonly openingBalance: Money;
}

const SCHEMA = 'urn:iso:std:iso:20022:tech:xsd:';

/** A day's statement with both balances and a summary. All entries are in the account's currency. */
export function writeCamt053(statement: WrittenStatement): string {
  const { openingBalance, entries, currency, from, to } = statement;
  const closing = sumMoney([openingBalance, ...entries.map(({ amount }) => amount)], currency);
  return documentOf('camt.053.001.08', 'BkToCstmrStmt', 'Stmt', statement, [
    xml('FrToDt', [xml('FrDtTm', `${from}T00:00:00+08:00`), xml('ToDtTm', `${to}T23:59:59+08:00`)]),
    accountOf(statement),
    balanceNode('OPBD', openingBalance, from),
    balanceNode('CLBD', closing, to),
    summaryNode(statement),
    ...entries.map(entryNode),
  ]);
}

/** A notification of movements that have just been booked: no balance, so nothing in it can be proved. */
export function writeCamt054(notification: WrittenMessage): string {
  return documentOf('camt.054.001.08', 'BkToCstmrDbtCdtNtfctn', 'Ntfctn', notification, [
    accountOf(notification),
    ...notification.entries.map(entryNode),
  ]);
}

function documentOf(
  version: string,
  message: string,
  item: string,
  { messageId, createdAt }: WrittenMessage,
  content: readonly XmlNode[],
): string {
  const created = xml('CreDtTm', createdAt.toISOString());
  return writeXml(
    xml(
      'Document',
      [
        xml(message, [
          xml('GrpHdr', [xml('MsgId', messageId), created]),
          xml(item, [xml('Id', messageId), created, ...content]),
        ]),
      ],
      { xmlns: SCHEMA + version },
    ),
  );
}

function accountOf({ account, currency, ownerName }: WrittenMessage): XmlNode {
  const { content, ...node } = accountNode('Acct', account, currency);
  const owner = xml('Ownr', [xml('Nm', ownerName)]);
  return { ...node, content: [...(typeof content === 'string' ? [] : content), owner] };
}

function isCredit(amount: Money): boolean {
  return compareMoney(amount, zero(amount.currency)) >= 0;
}

function amountNodes(amount: Money): XmlNode[] {
  const credit = isCredit(amount);
  const stated = credit ? amount : negateMoney(amount);
  return [xml('Amt', stated.amount, { Ccy: amount.currency }), xml('CdtDbtInd', credit ? 'CRDT' : 'DBIT')];
}

function balanceNode(type: string, amount: Money, date: LocalDate): XmlNode {
  return xml('Bal', [
    xml('Tp', [xml('CdOrPrtry', [xml('Cd', type)])]),
    ...amountNodes(amount),
    xml('Dt', [xml('Dt', date)]),
  ]);
}

function summaryNode({ entries, currency }: WrittenMessage): XmlNode {
  const amounts = entries.map(({ amount }) => amount);
  const credits = amounts.filter(isCredit);
  const debits = amounts.filter((amount) => !isCredit(amount)).map(negateMoney);
  const side = (name: string, list: readonly Money[]): XmlNode =>
    xml(name, [xml('NbOfNtries', String(list.length)), xml('Sum', sumMoney(list, currency).amount)]);
  return xml('TxsSummry', [side('TtlCdtNtries', credits), side('TtlDbtNtries', debits)]);
}

function entryNode(entry: WrittenEntry): XmlNode {
  const { servicerReference, endToEndId, text, returnReason, isReversal = false } = entry;
  return xml('Ntry', [
    ...amountNodes(entry.amount),
    isReversal ? xml('RvslInd', 'true') : null,
    xml('Sts', [xml('Cd', 'BOOK')]),
    xml('BookgDt', [xml('Dt', entry.bookingDate)]),
    xml('ValDt', [xml('Dt', entry.valueDate)]),
    xml('AcctSvcrRef', servicerReference),
    xml('BkTxCd', [xml('Prtry', [xml('Cd', isCredit(entry.amount) ? 'CREDIT' : 'DEBIT')])]),
    xml('NtryDtls', [
      xml('TxDtls', [
        xml('Refs', [xml('AcctSvcrRef', servicerReference), xml('EndToEndId', endToEndId ?? 'NOTPROVIDED')]),
        ...amountNodes(entry.amount),
        partiesNode(entry),
        text === null ? null : xml('RmtInf', [xml('Ustrd', text)]),
        returnReason ? xml('RtrInf', [xml('Rsn', [xml('Cd', returnReason)])]) : null,
      ]),
    ]),
  ]);
}

/** A movement that takes another back keeps the parties in the roles of the first. */
function partiesNode(entry: WrittenEntry): XmlNode | null {
  const { counterpartyName, counterpartyAccount, isReversal = false, returnReason = null } = entry;
  if (counterpartyName === null && counterpartyAccount === null) return null;
  const isReturn = isReversal || returnReason !== null;
  const role = isCredit(entry.amount) === isReturn ? 'Cdtr' : 'Dbtr';
  const party = optional('Nm', counterpartyName);
  return xml('RltdPties', [
    party === null ? null : xml(role, [xml('Pty', [party])]),
    counterpartyAccount === null ? null : accountNode(`${role}Acct`, counterpartyAccount),
  ]);
}
