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

/** A receivable of a deal was diluted; `funded` is `yes` when money is out, else the deal is frozen. */
export const dealDiluted = defineEvent('factoring.deal_diluted', {
  dealId: 'text',
  supplierId: 'text',
  financierId: 'text',
  receivableId: 'text',
  correctionId: 'text',
  currency: 'text',
  applied: 'text',
  excess: 'text',
  funded: 'text',
});

/** A receivable for which an offer is live was diluted: the offer cannot be accepted any more as it stands. */
export const offerDiluted = defineEvent('factoring.offer_diluted', {
  offerId: 'text',
  requestId: 'text',
  supplierId: 'text',
  financierId: 'text',
  receivableId: 'text',
});
