// The words of a demand. They follow from its facts alone, so a letter reads the same whenever it is opened.
import { type Bilingual, compareDates, daysBetween } from '#kernel';
import type { Demand } from './demand';

export interface Letter {
  readonly title: Bilingual;
  readonly paragraphs: readonly Bilingual[];
}

type Facts = Pick<
  Demand,
  | 'supplierName'
  | 'debtorName'
  | 'invoiceNumber'
  | 'issueDate'
  | 'dueDate'
  | 'payable'
  | 'listedOn'
  | 'answerBy'
  | 'issuedOn'
>;

/** The letter as it is printed: whom it is from and to, what is asked, by when, and on what ground. */
export function letterOf(facts: Facts): Letter {
  const { supplierName, debtorName, invoiceNumber, issueDate, dueDate, payable, listedOn } = facts;
  const amount = `${payable.currency} ${payable.amount}`;
  return {
    title: { en: `Demand for an answer: invoice ${invoiceNumber}`, zh: `确权催告函：发票 ${invoiceNumber}` },
    paragraphs: [
      {
        en: `To ${debtorName}, from ${supplierName}.`,
        zh: `致：${debtorName}；自：${supplierName}。`,
      },
      {
        en: `Invoice ${invoiceNumber} of ${issueDate} over ${amount}, due on ${dueDate}, was put before you on ${listedOn} for confirmation.`,
        zh: `${issueDate} 开具、金额 ${amount}、到期日 ${dueDate} 的发票 ${invoiceNumber}，已于 ${listedOn} 提请贵公司确权。`,
      },
      deadline(facts),
      {
        en: 'Please confirm it, dispute it in part or reject it with reasons, on the platform. Silence counts as no confirmation, and this letter asks for no payment to any account.',
        zh: '请在平台上确认、部分异议或附理由拒绝。沉默不视为确认；本函不要求向任何账户付款。',
      },
      {
        en: 'Ground: Regulation on Ensuring Payments to Small and Medium-sized Enterprises (2025), Article 16.',
        zh: '依据：《保障中小企业款项支付条例》（2025）第十六条。',
      },
    ],
  };
}

function deadline({ answerBy, issuedOn }: Facts): Bilingual {
  const late = compareDates(issuedOn, answerBy) > 0;
  const days = late ? daysBetween(answerBy, issuedOn) : daysBetween(issuedOn, answerBy);
  return late
    ? {
        en: `Your answer was due by ${answerBy} and is ${days} day(s) overdue on ${issuedOn}.`,
        zh: `贵公司应于 ${answerBy} 前答复，至 ${issuedOn} 已逾期 ${days} 天。`,
      }
    : {
        en: `Your answer is due by ${answerBy}, ${days} day(s) from ${issuedOn}.`,
        zh: `贵公司应于 ${answerBy} 前答复，自 ${issuedOn} 起尚余 ${days} 天。`,
      };
}

/**
 * The mail that tells of it. No amount, because mail is read by whoever carries it; and no link, because nobody should
 * learn to answer requests for confirmation by following one.
 */
export function mailOf({ invoiceNumber, supplierName }: Facts): { subject: string; text: string } {
  return {
    subject: `确权催告函 / Demand for an answer: ${invoiceNumber}`,
    text: [
      `${supplierName} 就发票 ${invoiceNumber} 向贵公司发出确权催告函。`,
      '请按平时的方式登录右券，在“催告函”中查看原函，并在“账款确认”中答复。平台不会通过邮件要求付款或变更收款账户。',
      '',
      `${supplierName} has sent you a formal demand for an answer about invoice ${invoiceNumber}.`,
      'Sign in to Youquan as you always do: the letter is under “Demands”, and you answer under “Confirmations”. The platform never asks for a payment or a change of account by mail.',
    ].join('\n'),
  };
}
