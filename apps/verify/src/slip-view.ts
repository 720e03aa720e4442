// A signed payment slip as people read it: what was stated to whom and on what it rests, or why the file does not hold.
import type { IssuedSlip, SlipItem, SlipPayment } from '#settlement/offline';
import { element, type Row, rowsView } from './element';
import type { SlipJudgement } from './judge';
import { type Language, texts } from './texts';

export function slipView(judged: SlipJudgement, language: Language): HTMLElement {
  const parts =
    'slip' in judged
      ? statedView(judged.slip, language)
      : [element('p', { class: 'why', lang: 'en' }, judged.slipFault)];
  return element('section', { class: 'receipt' }, ...parts);
}

function statedView({ debtorName, issuedAt, items }: IssuedSlip, language: Language): HTMLElement[] {
  const t = texts[language];
  const payments = items.flatMap((item) =>
    item.payments.map((payment) => rowsView(paymentRows(item, payment, language))),
  );
  const whom: Row[] = [
    [t.slip.debtor, debtorName],
    [t.slip.at, issuedAt],
  ];
  return [
    element('h2', {}, t.proves),
    rowsView(whom),
    ...payments,
    element('p', { class: 'muted' }, t.slipNotProved),
  ];
}

function paymentRows(item: SlipItem, payment: SlipPayment, language: Language): readonly Row[] {
  const { slip: words } = texts[language];
  const { account, outstanding, creditorName, noticeId, since } = payment;
  const to = account
    ? `${account.accountNumber}, ${account.holderName}, ${account.bankName} (${account.bankCode})`
    : words.noAccount;
  const why = noticeId === null ? words.noNotice : `${words.notice} ${since ?? ''} (${noticeId})`;
  return [
    [words.invoice, `${item.invoiceNumber}, ${item.supplierName}`],
    [words.pay, `${outstanding.currency} ${outstanding.amount}, ${creditorName}`],
    [words.account, to],
    [words.why, why],
  ];
}
