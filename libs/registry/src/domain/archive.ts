// The archive: registrations whose end is long past leave lists and ordinary searches, and are found only by those who
// ask for them (PBoC Order 2021 No. 7 Art. 32). Nothing moves and nothing is deleted; what is archived is a matter of dates.

const DAY_MS = 86_400_000;
const LONGEST_DAYS = 73_000;

/**
 * What ended by the answered instant is in the archive at `moment` (RFC 3339 both).
 * @param afterDays days from the end of a registration
 */
export const archivedUntil = (moment: string, afterDays: number): string =>
  new Date(Date.parse(moment) - Math.min(afterDays, LONGEST_DAYS) * DAY_MS).toISOString();
