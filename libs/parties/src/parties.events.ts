// What parties tells: that somebody is to be written to, or a bank to be asked.
import { defineEvent } from '#platform';

export const invitationIssued = defineEvent('parties.invitation_issued', { invitationId: 'text' });
export const accountTestAsked = defineEvent('parties.account_test_asked', { testId: 'text' });
export const applicationRefused = defineEvent('parties.application_refused', { applicationId: 'text' });
