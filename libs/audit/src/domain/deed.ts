// A deed: one change of one subject, by someone, at one moment. Deeds on one subject are ordered by its version.
import type { Id } from '#kernel';

export interface Deed {
  /** `library.what_happened`. */
  readonly action: string;
  readonly subjectType: string;
  /** UUID of the aggregate. */
  readonly subjectId: string;
  /** The aggregate's version after the deed, 1 on creation; bumped under its row lock, unique per subject. */
  readonly subjectVersion: number;
  /** Plain facts; no secret, no full account number. */
  readonly details: Readonly<Record<string, unknown>>;
  /**
   * When it counts, where the subject's own rules give the time, as registration does: RFC 3339, UTC, up to six decimals.
   * Else the moment in which it is recorded.
   */
  readonly at?: string | undefined;
  /** Organisations beside the doer's own that may have a receipt with the details, but not who did it. */
  readonly visibleTo?: readonly string[];
}

/** Who did it; both null when the platform itself did, as on a schedule. */
export interface By {
  readonly userId: string | null;
  readonly organisationId: string | null;
}
export const THE_PLATFORM: By = Object.freeze({ userId: null, organisationId: null });

export interface RecordedDeed extends Omit<Deed, 'at'>, By {
  readonly id: Id<'deed'>;
  readonly at: Date;
  readonly visibleTo: readonly string[];
}

/** About to be written: a time that a rule gave keeps its microseconds. */
export interface NewDeed extends Omit<RecordedDeed, 'at'> {
  readonly at: Date | string;
}
