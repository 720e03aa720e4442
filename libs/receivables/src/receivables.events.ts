// The facts that receivables tells the libraries above.
import { defineEvent } from '#platform';

/** A receivable is before its debtor from now on. */
export const receivableListed = defineEvent('receivables.receivable_listed', {
  receivableId: 'text',
  supplierId: 'text',
  debtorId: 'text',
});

/** The debtor has answered; `outcome` is confirmed, part_disputed or rejected. */
export const receivableAnswered = defineEvent('receivables.receivable_answered', {
  receivableId: 'text',
  supplierId: 'text',
  debtorId: 'text',
  outcome: 'text',
});
