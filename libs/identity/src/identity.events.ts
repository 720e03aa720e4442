// What identity tells others.
import { defineEvent } from '#platform';

/** A spent refresh token came again: either its owner or a thief has it, and the session was ended. */
export const sessionStolen = defineEvent('identity.session_stolen', {
  sessionId: 'text',
  userId: 'text',
  organisationId: 'text',
});

/** An address that the person still has to verify by the link sent to it. */
export const emailStated = defineEvent('identity.email_stated', { linkId: 'text', userId: 'text' });

/** Somebody asked for a new password. Told of unknown logins too, so that both take the same time: nobody has that id. */
export const resetAsked = defineEvent('identity.reset_asked', { linkId: 'text', userId: 'text' });

/** A password was set by a one-time link. */
export const passwordReset = defineEvent('identity.password_reset', { userId: 'text' });
