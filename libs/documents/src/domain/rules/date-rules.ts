// What does not fit in time: an invoice due before it was issued, one without a due date and terms, an improbable
// tenor. Whether an invoice lies in the future can be said only by whoever knows the day.
import { addDays, compareDates, daysBetween, type LocalDate } from '#kernel';
import { signOf } from '../amounts';
import type { InvoiceDraft } from '../invoice-draft';
import { flagging, refusal, type Finding } from '../verdict';

const ASK_FOR_CORRECTION = {
  en: 'Ask the issuer for a corrected invoice.',
  zh: '请开票方提供更正后的发票。',
};

/** Five years: beyond it a mistyped year is likelier than an agreed term. */
const LONGEST_TENOR_DAYS = 1827;
/** Below it no days need counting, which a row of a long table has no time for. */
const SURELY_SHORTER_YEARS = 5;

/** It may be tomorrow already where the issuer is. */
const TIME_ZONE_DAYS = 1;

export function dateFindings(draft: InvoiceDraft): Finding[] {
  const { issueDate, dueDate } = draft;
  if (dueDate === null) return termsFindings(draft);
  if (issueDate === null) return [];
  if (compareDates(dueDate, issueDate) < 0) {
    return [
      refusal(
        'due_before_issue',
        {
          en: `The due date ${dueDate} lies before the issue date ${issueDate}.`,
          zh: `到期日 ${dueDate} 早于开票日 ${issueDate}。`,
        },
        ASK_FOR_CORRECTION,
      ),
    ];
  }
  if (yearOf(dueDate) - yearOf(issueDate) < SURELY_SHORTER_YEARS) return [];
  const tenorDays = daysBetween(issueDate, dueDate);
  if (tenorDays <= LONGEST_TENOR_DAYS) return [];
  return [
    flagging(
      'tenor_implausible',
      {
        en: `The due date ${dueDate} lies ${tenorDays} days after the issue date.`,
        zh: `到期日 ${dueDate} 距开票日 ${tenorDays} 天。`,
      },
      {
        en: 'A person compares the due date with the contract.',
        zh: '请人工与合同核对到期日。',
      },
    ),
  ];
}

const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));

function termsFindings({ en16931, isCreditNote, payableAmount, paymentTerms }: InvoiceDraft): Finding[] {
  const owed = signOf(payableAmount) === 1;
  const mustState = en16931 !== null && !isCreditNote;
  if (!mustState || !owed || paymentTerms !== null) return [];
  return [
    refusal(
      'BR-CO-25',
      {
        en: 'An amount is due, but neither a due date (BT-9) nor payment terms (BT-20) are stated.',
        zh: '存在应付金额，但未载明到期日（BT-9）或付款条件（BT-20）。',
      },
      { en: 'Ask the issuer for an invoice that states one.', zh: '请开票方提供载明其一的发票。' },
    ),
  ];
}

/** The finding on an invoice that claims to be issued after `today`, else null. */
export function futureFinding({ issueDate }: InvoiceDraft, today: LocalDate): Finding | null {
  if (issueDate === null || compareDates(issueDate, today) <= 0) return null;
  if (compareDates(issueDate, addDays(today, TIME_ZONE_DAYS)) <= 0) return null;
  return flagging(
    'issued_in_future',
    { en: `The issue date ${issueDate} has not come yet.`, zh: `开票日 ${issueDate} 尚未到来。` },
    { en: 'Upload the invoice once it is issued.', zh: '请在开票日之后再上传。' },
  );
}
