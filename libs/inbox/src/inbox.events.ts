// What the inbox tells itself.
import { defineEvent } from '#platform';

/** A mail is written and waits to be sent. */
export const mailWritten = defineEvent('inbox.mail_written', { mailId: 'text' });
