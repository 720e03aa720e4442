// ISO 20022 customer payment status reports (pain.002), a bank's answers to payment instructions: read in any version,
// written as version 10 for the bank that plays the other side.
import { all, first, textAt, type XmlElement } from '#platform/xml';
import { DomainError } from '#kernel';
import type { BankAck, BankReason, PaymentAck } from '../domain/bank-port';
import { readXml } from './read-statements';

import { optional, writeXml, xml, type XmlNode } from './xml/xml-writer';

const NAMESPACE = 'urn:iso:std:iso:20022:tech:xsd:pain.002.001.10';
const REPORT = 'CstmrPmtStsRpt';
const REFUSED = 'RJCT';
/** Handed over and looked at by nobody yet. */
const RECEIVED: ReadonlySet<string> = new Set(['RCVD', 'PDNG']);
const LONGEST_TEXT = 105;

const GROUP_STATES: Readonly<Record<BankAck['status'], string>> = {
  received: 'RCVD',
  accepted: 'ACCP',
  partly_accepted: 'PART',
  rejected: REFUSED,
};

/** The answers in a document; null when it is no status report. Nothing a document contains makes this throw. */
export function readAnswers(content: Uint8Array): BankAck[] | null {
  try {
    const reports = all(readXml(content), REPORT);
    return reports.length === 0 ? null : reports.map(answerOf);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return null;
  }
}

function answerOf(report: XmlElement): BankAck {
  const group = first(report, 'OrgnlGrpInfAndSts');
  const state = textAt(group, 'GrpSts');
  const payments = all(report, 'OrgnlPmtInfAndSts').flatMap(paymentsOf);
  const rejected = payments.filter(({ status }) => status === 'rejected').length;
  return {
    messageId: textAt(group, 'OrgnlMsgId') ?? '',
    status: statusOf(state, rejected, payments.length),
    reason: state === REFUSED ? reasonOf(group) : null,
    payments,
  };
}

function statusOf(state: string | null, rejected: number, count: number): BankAck['status'] {
  if (state === REFUSED || (count > 0 && rejected === count)) return 'rejected';
  if (rejected > 0) return 'partly_accepted';
  return state !== null && RECEIVED.has(state) ? 'received' : 'accepted';
}

/** A group of payments may be refused as a whole; then each of those it names is. */
function paymentsOf(group: XmlElement): PaymentAck[] {
  const whole = textAt(group, 'PmtInfSts') === REFUSED ? reasonOf(group) : null;
  return all(group, 'TxInfAndSts').map((payment): PaymentAck => {
    const own = textAt(payment, 'TxSts') === REFUSED ? reasonOf(payment) : null;
    const reason = own ?? whole;
    const endToEndId = textAt(payment, 'OrgnlEndToEndId') ?? '';
    return { endToEndId, status: reason === null ? 'accepted' : 'rejected', reason };
  });
}

function reasonOf(element: XmlElement | undefined): BankReason {
  const code = textAt(element, 'StsRsnInf/Rsn/Cd', 'StsRsnInf/Rsn/Prtry') ?? 'NARR';
  return { code, text: textAt(element, 'StsRsnInf/AddtlInf') ?? '' };
}

export function writePain002(answer: BankAck, id: string, createdAt: Date): string {
  const { messageId, status, reason, payments } = answer;
  return writeXml(
    xml(
      'Document',
      [
        xml(REPORT, [
          xml('GrpHdr', [xml('MsgId', id), xml('CreDtTm', createdAt.toISOString())]),
          xml('OrgnlGrpInfAndSts', [
            xml('OrgnlMsgId', messageId),
            xml('OrgnlMsgNmId', 'pain.001.001.09'),
            xml('GrpSts', GROUP_STATES[status]),
            reasonNode(reason),
          ]),
          payments.length === 0
            ? null
            : xml('OrgnlPmtInfAndSts', [xml('OrgnlPmtInfId', messageId), ...payments.map(paymentNode)]),
        ]),
      ],
      { xmlns: NAMESPACE },
    ),
  );
}

function paymentNode({ endToEndId, status, reason }: PaymentAck): XmlNode {
  return xml('TxInfAndSts', [
    xml('OrgnlEndToEndId', endToEndId),
    xml('TxSts', status === 'rejected' ? REFUSED : 'ACCP'),
    reasonNode(reason),
  ]);
}

function reasonNode(reason: BankReason | null): XmlNode | null {
  if (reason === null) return null;
  const told = optional('AddtlInf', reason.text.slice(0, LONGEST_TEXT));
  return xml('StsRsnInf', [xml('Rsn', [xml('Cd', reason.code)]), told]);
}
