// The facts that approvals tell the libraries above.
import { defineEvent } from '#platform';

/** A deed waits for a second person of the organisation. */
export const commandHeld = defineEvent('approvals.command_held', {
  approvalId: 'text',
  organisationId: 'text',
  command: 'text',
  /** What somebody must be allowed to do to decide. */
  permission: 'text',
  madeBy: 'text',
  expiresAt: 'text',
});

/** It was approved, declined, withdrawn, is stale, or ran out. */
export const approvalEnded = defineEvent('approvals.approval_ended', {
  approvalId: 'text',
  organisationId: 'text',
  command: 'text',
  state: 'text',
  madeBy: 'text',
  decidedBy: 'text?',
});
