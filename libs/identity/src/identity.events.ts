// What identity tells others.
import { defineEvent } from '#platform';

/** A spent refresh token came again: either its owner or a thief has it, and the session was ended. */
export const sessionStolen = defineEvent('identity.session_stolen', {
  sessionId: 'text',
  userId: 'text',
  organisationId: 'text',
});
