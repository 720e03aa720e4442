// How the fake bank reads a payment instruction: with a parser of its own, so that a mistake of our writer is not
// undone by our reader. What a bank would check of the message as a whole is checked here.
import { XMLParser } from 'fast-xml-parser';
import { Decimal, isLocalDate, type LocalDate, money, type Money } from '#kernel';
import type { BankReason } from '#settlement';

export interface Order {
  readonly endToEndId: string;
  readonly amount: Money;
  readonly debtorAccount: string;
  readonly debtorName: string;
  readonly creditorName: string;
  readonly creditorAccount: string;
  readonly text: string;
  readonly requestedDate: LocalDate;
}

export type Orders =
  | { readonly messageId: string; readonly orders: readonly Order[]; readonly reason: null }
  | { readonly messageId: string; readonly orders: null; readonly reason: BankReason };

type Node = Readonly<Record<string, unknown>>;

const PARSER = new XMLParser({
  ignoreAttributes: false,
  parseTagValue: false,
  parseAttributeValue: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
});

function nodes(value: unknown): Node[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((item): item is Node => typeof item === 'object' && item !== null);
}

function node(from: Node | undefined, path: string): Node | undefined {
  return path.split('/').reduce<Node | undefined>((at, name) => nodes(at?.[name])[0], from);
}

function text(from: Node | undefined, path: string): string {
  const names = path.split('/');
  const parent = names.length > 1 ? node(from, names.slice(0, -1).join('/')) : from;
  const value = parent?.[names.at(-1) ?? ''];
  if (typeof value === 'string') return value;
  const inside = nodes(value)[0]?.['#text'];
  return typeof inside === 'string' ? inside : '';
}

function accountOf(from: Node | undefined, name: string): string {
  return text(from, `${name}/Id/IBAN`) || text(from, `${name}/Id/Othr/Id`);
}

function orderOf(group: Node, payment: Node): Order {
  const date = text(group, 'ReqdExctnDt/Dt');
  if (!isLocalDate(date)) throw new Error(`no date: ${date}`);
  const currency = node(payment, 'Amt/InstdAmt')?.['@Ccy'];
  return {
    endToEndId: text(payment, 'PmtId/EndToEndId'),
    amount: money(text(payment, 'Amt/InstdAmt'), typeof currency === 'string' ? currency : ''),
    debtorAccount: accountOf(group, 'DbtrAcct'),
    debtorName: text(group, 'Dbtr/Nm'),
    creditorName: text(payment, 'Cdtr/Nm'),
    creditorAccount: accountOf(payment, 'CdtrAcct'),
    text: text(payment, 'RmtInf/Ustrd'),
    requestedDate: date,
  };
}

/** Whether number and sum of the payments are as the element that holds them says (AM18, AM10). */
function controlFault(stated: Node | undefined, orders: readonly Order[]): BankReason | null {
  const sum = orders.reduce((total, { amount }) => total.plus(amount.amount), new Decimal(0));
  if (text(stated, 'NbOfTxs') !== String(orders.length))
    return { code: 'AM18', text: 'Number of transactions is invalid' };
  return sum.eq(text(stated, 'CtrlSum') || 'NaN') ? null : { code: 'AM10', text: 'Control sum is invalid' };
}

const unreadable = (messageId: string): Orders => ({
  messageId,
  orders: null,
  reason: { code: 'FF01', text: 'Invalid file format' },
});

/** The orders of a pain.001, or why a bank would not take it. */
export function readOrders(xml: string): Orders {
  let messageId = '';
  try {
    const message = node(PARSER.parse(xml) as Node, 'Document/CstmrCdtTrfInitn');
    if (message === undefined) return unreadable(messageId);
    const header = node(message, 'GrpHdr');
    messageId = text(header, 'MsgId');
    const groups = nodes(message.PmtInf).map((group) => ({
      group,
      orders: nodes(group.CdtTrfTxInf).map((payment) => orderOf(group, payment)),
    }));
    const orders = groups.flatMap((group) => group.orders);
    const faults = [
      controlFault(header, orders),
      ...groups.map((one) => controlFault(one.group, one.orders)),
    ];
    const reason = faults.find((fault) => fault !== null) ?? null;
    if (messageId !== '' && reason === null) return { messageId, orders, reason };
    return reason === null ? unreadable(messageId) : { messageId, orders: null, reason };
  } catch {
    return unreadable(messageId);
  }
}
