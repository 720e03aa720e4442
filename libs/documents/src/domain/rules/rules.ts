// All that is asked of an invoice, in the order a reader wants to hear it: what is missing, what does not add up,
// what does not fit in time, and whether it can be financed as it stands.
import { dateFindings } from './date-rules';
import type { InvoiceDraft } from '../invoice-draft';
import { lineTaxFindings } from './line-tax-rules';
import { mandatoryFindings } from './mandatory-rules';
import { standingFindings } from './standing-rules';
import { sumFindings } from './sum-rules';
import type { Finding } from '../verdict';

export function checkDraft(draft: InvoiceDraft): Finding[] {
  return [
    ...mandatoryFindings(draft),
    ...sumFindings(draft),
    ...lineTaxFindings(draft),
    ...dateFindings(draft),
    ...standingFindings(draft),
  ];
}
