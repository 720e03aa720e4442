// Which refusals go into the book of deeds, whoever met them: attempts against the separation of duties, at what is another's,
// and with evidence that does not hold. Libraries that write down a refusal of their own, as sign-in does, are not here.

/** By code, of a whole request or of one of its items. */
export const WATCHED_REFUSALS: ReadonlySet<string> = new Set([
  'platform.permission_missing',
  'platform.cross_site',
  // Maker is never checker.
  'approvals.maker_is_checker',
  'approvals.checker_may_not',
  'approvals.maker_may_not',
  'approvals.not_the_maker',
  'receivables.maker_is_checker',
  'receivables.key_own_approval',
  'receivables.duplicate_own_clearance',
  'receivables.dispute_own_closing',
  'registry.statutory_maker_is_checker',
  'registry.revocation_maker_decides',
  'settlement.maker_is_checker',
  'identity.own_proposal',
  'identity.own_user',
  'parties.own_organisation',
  'parties.account_own',
  'parties.contact_own',
  'parties.departure_own',
  'parties.record_own',
  'risk.own_debt',
  'factoring.dilution_own_acknowledgement',
  // Evidence that does not hold, or is shown twice, or rests on what has changed.
  'approvals.approval_stale',
  'registry.code_wrong',
  'receivables.key_unproved',
  'receivables.key_unusable',
  'receivables.statement_differs',
  'receivables.signature_invalid',
  'receivables.signature_used',
  'settlement.payout_account_changed',
]);

/** A field that a body may not have: how one would set what is not one's own to set. */
export const WATCHED_FIELD_RULE = 'unknown';
