// What an answer of the tax bureau takes off its receivable, in the words in which credit notes are taken in.
import { dateOf } from '#kernel';
import type { Candidate, Correcting } from '../intake';
import { claimKeyOf, type Receivable } from '../receivable';
import type { TaxVerdict } from './tax-check';

const FULLY_DIGITAL_NUMBER = /^\d{20}$/;

/** Null for an answer that takes nothing off. A red letter has the key that its own file would have: it counts once. */
export function correctingOf(
  receivable: Receivable,
  { kind, red }: TaxVerdict,
  answeredAt: Date,
): Correcting | null {
  const { supplierId, debtorId, invoiceKey, invoiceNumber, issueDate, registered } = receivable;
  const candidate = candidateOf(receivable);
  const { preceding } = candidate;
  if (kind === 'void')
    return {
      ...{
        candidate,
        supplierId,
        kind: 'reversal',
        key: invoiceKey,
        number: invoiceNumber,
        issueDate,
        debtorId,
      },
      ...{ preceding, amount: registered },
    };
  if (kind !== 'red' || !red) return null;
  const { number, amount } = red;
  const key = FULLY_DIGITAL_NUMBER.test(number) ? `D:${number}` : `L:${number}`;
  return {
    ...{ candidate, supplierId, kind: 'credit_note', key, number, amount, debtorId, preceding },
    issueDate: dateOf(answeredAt),
  };
}

/** The number under which the corrected invoice is found is that of its key: an older one is told by code and number. */
function candidateOf(receivable: Receivable): Candidate {
  const { debtorId, issueDate, invoiceNumber, payable } = receivable;
  return {
    ...{ position: 1, file: 0, fileName: '', sheet: null, line: null, status: 'flagged', reasons: [] },
    ...{ flags: [], key: null, number: invoiceNumber, typeCode: null, issueDate, dueDate: null },
    ...{ paymentTerms: null, sellerIds: [], buyerIds: [debtorId], buyerName: null, payable, credited: null },
    preceding: [claimKeyOf(receivable).slice(2)],
  };
}
