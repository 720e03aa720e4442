// What the desk tells itself, so that long work goes on in the background.
import { defineEvent } from '#platform';

/** A file of registrations waits to be planned or filed. */
export const filingFileQueued = defineEvent('desk.filing_file_queued', { fileId: 'text' });
