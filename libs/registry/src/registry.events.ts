// What the registry tells the libraries above.
import { defineEvent } from '#platform';

/** A user's filing names assets that deals of other secured parties hold exclusively. */
export const competingClaimFiled = defineEvent('registry.competing_claim_filed', {
  filingId: 'text',
  assetKeys: 'text[]',
});

/** A user's filing that named assets which deals hold has ended, or was amended; whoever was held up by it looks again. */
export const competingClaimEnded = defineEvent('registry.competing_claim_ended', { filingId: 'text' });

/** A filing, as it is made or by an amendment, comes to meet a search that somebody keeps; `reference` is theirs, empty where they gave none. */
export const savedSearchMet = defineEvent('registry.saved_search_met', {
  savedSearchId: 'text',
  organisationId: 'text',
  userId: 'text',
  filingId: 'text',
  number: 'text',
  reference: 'text',
});

/**
 * A term runs out (`expiry`), an objection lapses without proof (`objection_proof`) or is to be told to secured parties
 * (`objection_notice`), a `cancellation` or the amendment after a `name_change` is due; `number` is that of the registration,
 * or of the objection.
 */
export const deadlineNear = defineEvent('registry.deadline_near', {
  kind: 'text',
  filingId: 'text',
  number: 'text',
  endsAt: 'text',
  organisationIds: 'text[]',
});
