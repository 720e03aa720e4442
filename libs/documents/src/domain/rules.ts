// All that is asked of an invoice, in the order a reader wants to hear it: what is missing, what does not add up,
// what does not fit in time, and whether it can be financed as it stands.
import { compareDates } from '#kernel';
import { decimalOf } from './amounts';
import type { InvoiceDraft } from './invoice-draft';
import { mandatoryFindings } from './mandatory-rules';
import { standingFindings } from './standing-rules';
import { sumFindings } from './sum-rules';
import { refusal, type Finding } from './verdict';

function dateFindings(draft: InvoiceDraft): Finding[] {
  const { issueDate, dueDate, payableAmount } = draft;
  if (issueDate !== null && dueDate !== null && compareDates(dueDate, issueDate) < 0) {
    return [
      refusal(
        'due_before_issue',
        {
          en: `The due date ${dueDate} lies before the issue date ${issueDate}.`,
          zh: `到期日 ${dueDate} 早于开票日 ${issueDate}。`,
        },
        { en: 'Ask the issuer for a corrected invoice.', zh: '请开票方提供更正后的发票。' },
      ),
    ];
  }
  const owed = decimalOf(payableAmount)?.greaterThan(0) ?? false;
  const isInvoice = draft.en16931 !== null && !draft.isCreditNote;
  if (isInvoice && owed && dueDate === null && draft.paymentTerms === null) {
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
  return [];
}

export function checkDraft(draft: InvoiceDraft): Finding[] {
  return [
    ...mandatoryFindings(draft),
    ...sumFindings(draft),
    ...dateFindings(draft),
    ...standingFindings(draft),
  ];
}
