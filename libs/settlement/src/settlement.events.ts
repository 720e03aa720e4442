// The facts that settlement tells.
import { defineEvent } from '#platform';

/** Two people of the financier have released it: the bank may have it. */
export const payoutReleased = defineEvent('settlement.payout_released', {
  payoutId: 'text',
  dealId: 'text',
  financierId: 'text',
});

/** The bank did not pay, or sent the money back: it can be instructed anew. */
export const payoutFailed = defineEvent('settlement.payout_failed', {
  payoutId: 'text',
  dealId: 'text',
  reason: 'text',
});

/** The advance has left the financier's account. */
export const dealFunded = defineEvent('settlement.deal_funded', {
  dealId: 'text',
  supplierId: 'text',
  financierId: 'text',
});

/** Banks told of movements that were not known before. */
export const movementsBooked = defineEvent('settlement.movements_booked', {
  financierId: 'text',
  payoutIds: 'text[]',
  paymentIds: 'text[]',
});

/** Everything is collected, the limit is free and the registration cancelled. */
export const dealSettled = defineEvent('settlement.deal_settled', {
  dealId: 'text',
  supplierId: 'text',
  financierId: 'text',
});
