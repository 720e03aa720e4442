// Deeds as facts: whoever must know of a deed that somebody else did says so here, and hears of it as of any event. So the
// library that does a thing need not think of everyone who waits for it.
import { defineEvent } from '#platform';
import type { By, Deed } from './domain/deed';

/** A deed that a follower wants, told once whoever wants it; `details` is JSON. */
export const deedFollowed = defineEvent('audit.deed_followed', {
  deedId: 'text',
  action: 'text',
  subjectId: 'text',
  userId: 'text?',
  organisationId: 'text?',
  visibleTo: 'text[]',
  details: 'text',
});

export type FollowedDeed = Pick<Deed, 'action' | 'subjectId' | 'details'> &
  By & { readonly id: string; readonly visibleTo: readonly string[] };
type Wanted = (deed: FollowedDeed) => boolean;

const followers: Wanted[] = [];

/** Said once, when the follower is loaded; asked inside the transaction of each deed, so it only looks at the deed. */
export const followDeeds = (wanted: Wanted): void => {
  followers.push(wanted);
};

export const isFollowed = (deed: FollowedDeed): boolean => followers.some((wanted) => wanted(deed));

export const factOf = ({
  id,
  action,
  subjectId,
  userId,
  organisationId,
  visibleTo,
  details,
}: FollowedDeed) => ({
  ...{ deedId: id, action, subjectId, userId, organisationId, visibleTo },
  details: JSON.stringify(details),
});
