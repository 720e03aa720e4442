// What the registry tells the libraries above.
import { defineEvent } from '#platform';

/** A user's filing names assets that deals of other secured parties hold exclusively. */
export const competingClaimFiled = defineEvent('registry.competing_claim_filed', {
  filingId: 'text',
  assetKeys: 'text[]',
});
