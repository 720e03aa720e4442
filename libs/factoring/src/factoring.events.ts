// The facts that factoring tells the libraries above it.
import { defineEvent } from '#platform';

/** Title has passed: the deal is registered, the limits are drawn, and the debtors have their notices. */
export const offerAccepted = defineEvent('factoring.offer_accepted', {
  dealId: 'text',
  requestId: 'text',
  offerId: 'text',
  supplierId: 'text',
  financierId: 'text',
  filingId: 'text',
  debtorIds: 'text[]',
  noticeIds: 'text[]',
});
