// What parties tells: that somebody is to be written to.
import { defineEvent } from '#platform';

export const invitationIssued = defineEvent('parties.invitation_issued', { invitationId: 'text' });
export const applicationRefused = defineEvent('parties.application_refused', { applicationId: 'text' });
