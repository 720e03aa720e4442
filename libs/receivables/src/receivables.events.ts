// The facts that receivables tells the libraries above.
import { defineEvent } from '#platform';

/** Receivables, of any parties, are before their debtors from now on. */
export const receivableListed = defineEvent('receivables.receivable_listed', { receivableIds: 'text[]' });

/**
 * A credit note or a reversal reached a receivable that deals have claimed: it is frozen. `applied` was taken off what is
 * payable; `excess` was not, because it is claimed.
 */
export const receivableDiluted = defineEvent('receivables.receivable_diluted', {
  receivableId: 'text',
  supplierId: 'text',
  debtorId: 'text',
  correctionId: 'text',
  currency: 'text',
  applied: 'text',
  excess: 'text',
  claimed: 'text',
});

/** A credit note or a reversal took something off a receivable that no deal has claimed: what was offered for it is overtaken. */
export const receivableReduced = defineEvent('receivables.receivable_reduced', {
  receivableId: 'text',
  supplierId: 'text',
  correctionId: 'text',
});

/** The debtor has answered; `outcome` is confirmed, part_disputed or rejected. */
export const receivableAnswered = defineEvent('receivables.receivable_answered', {
  receivableId: 'text',
  supplierId: 'text',
  debtorId: 'text',
  outcome: 'text',
});

/** Something about the receivable does not agree; a withdrawal after financing among it. */
export const disputeOpened = defineEvent('receivables.dispute_opened', {
  disputeId: 'text',
  receivableId: 'text',
  supplierId: 'text',
  debtorId: 'text',
  cause: 'text',
});

/** A dispute was answered, escalated or closed; `state` is where it stands now. */
export const disputeMoved = defineEvent('receivables.dispute_moved', {
  disputeId: 'text',
  receivableId: 'text',
  supplierId: 'text',
  debtorId: 'text',
  state: 'text',
});

/** The debtor took its answer back before anything was financed: it is asked again. */
export const confirmationWithdrawn = defineEvent('receivables.confirmation_withdrawn', {
  receivableId: 'text',
  supplierId: 'text',
  debtorId: 'text',
});

/** An undo took the receivable back before its debtor answered. */
export const receivableWithdrawn = defineEvent('receivables.receivable_withdrawn', {
  receivableId: 'text',
  supplierId: 'text',
  debtorId: 'text',
});

/** A file of answers waits to be planned, applied or checked in the background. */
export const answerFileQueued = defineEvent('receivables.answer_file_queued', { fileId: 'text' });

/** An upload waits to be read or applied in the background. */
export const uploadQueued = defineEvent('receivables.upload_queued', { uploadId: 'text' });

/** The tax bureau is to be asked about an invoice. */
export const taxCheckAsked = defineEvent('receivables.tax_check_asked', { checkId: 'text' });

/** A supplier formally asked for the answer that its debtor owes. */
export const demandIssued = defineEvent('receivables.demand_issued', {
  demandId: 'text',
  receivableId: 'text',
  supplierId: 'text',
  debtorId: 'text',
});
