// Demands: formal letters that ask a debtor for its answer.
export const demands = {
  title: 'Demands',
  one: 'Demand: invoice {{number}}',
  aboutSent: 'Your formal letters to debtors that owe an answer, and what became of their mails.',
  aboutGot: 'Formal letters of suppliers to which you owe an answer. Answer under Confirmations.',
  emptySent: 'You have demanded no answer yet. Open a receivable that waits for its debtor to demand one.',
  emptyGot: 'No supplier has demanded an answer of you.',
  invoice: 'Invoice',
  to: 'To',
  from: 'From',
  amount: 'Amount',
  answerBy: 'Answer due by',
  issued: 'Issued',
  mail: 'Mail',
  mailedAt: 'mailed',
  open: 'Open the letter',
  answer: 'Answer it',
  issue: 'Demand an answer',
  askTitle: 'Demand an answer of {{debtor}}?',
  consequence:
    'A formal letter (Regulation on Ensuring Payments to SMEs, Article 16) is recorded for good, shown to the debtor, and mailed to its contact that the platform has verified. One a day for an invoice.',
  done: 'The demand is issued',
  letterOf: 'Letter of',
  noContact:
    'The platform knows no verified contact of this debtor, so nothing was mailed; the debtor sees the letter here. You can print it and send it by post.',
  delivery: {
    delivered: 'Mailed',
    under_way: 'Being mailed',
    no_contact: 'No verified contact',
  },
};
