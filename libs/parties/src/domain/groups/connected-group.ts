// Connected clients: organisations that stand or fall together, because one controls another or lives on its business. A
// financier states groups for its own limits, the operator for everybody. Who belongs is a dated fact and never rewritten.
import { compareDates, type Id, type LocalDate } from '#kernel';
import { errors } from './errors';

export const GROUP_REASONS = ['control', 'economic_dependence'] as const;
export type GroupReason = (typeof GROUP_REASONS)[number];

export const MOST_MEMBERS = 200;

/** A group as it was on one day. */
export interface ConnectedGroup {
  readonly id: string;
  readonly name: string;
  readonly reason: GroupReason;
  readonly memberIds: readonly string[];
}

export interface StatedGroup extends Omit<ConnectedGroup, 'memberIds'> {
  readonly id: Id<'connected_group'>;
  readonly source: string;
  /** Stated by the operator; otherwise for the financier that stated it. */
  readonly forAll: boolean;
  readonly staterOrganisationId: string;
  readonly statedBy: string;
  readonly statedAt: Date;
  /** One higher with each change of its members. */
  readonly version: number;
}

export interface MembershipWish {
  readonly belongs: boolean;
  readonly validFrom: LocalDate;
  /** Where it is known from: an annual report, the register, a statement of the client. */
  readonly source: string;
}

export interface GroupMembership extends MembershipWish {
  readonly id: Id<'group_membership'>;
  readonly groupId: string;
  readonly organisationId: string;
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

/** Of two organisations at least, each once. @throws parties.group_size, group_misdated (422) */
export function assertGroup(memberIds: readonly string[], validFrom: LocalDate, today: LocalDate): void {
  if (compareDates(validFrom, today) > 0) throw errors.group_misdated();
  const different = new Set(memberIds).size;
  if (different < 2 || different > MOST_MEMBERS || different < memberIds.length)
    throw errors.group_size({ most: MOST_MEMBERS });
}

/**
 * @param on members on the day from which it shall hold, as it is known so far
 * @throws parties.group_misdated, group_size (422), membership_unchanged (409)
 */
export function assertMembership(
  wish: MembershipWish,
  organisationId: string,
  on: readonly string[],
  today: LocalDate,
): void {
  if (compareDates(wish.validFrom, today) > 0) throw errors.group_misdated();
  if (on.includes(organisationId) === wish.belongs) throw errors.membership_unchanged();
  if (wish.belongs && on.length >= MOST_MEMBERS) throw errors.group_size({ most: MOST_MEMBERS });
}

/** Of facts about one group: who belongs on that day. Of two with one day the one recorded last counts. */
export function membersOn(facts: readonly GroupMembership[], day: LocalDate): string[] {
  const latest = new Map<string, GroupMembership>();
  for (const fact of facts) {
    if (compareDates(fact.validFrom, day) > 0) continue;
    const known = latest.get(fact.organisationId);
    if (!known || isLater(fact, known)) latest.set(fact.organisationId, fact);
  }
  return [...latest.values()].filter(({ belongs }) => belongs).map(({ organisationId }) => organisationId);
}

function isLater(one: GroupMembership, other: GroupMembership): boolean {
  const order =
    compareDates(one.validFrom, other.validFrom) || one.recordedAt.getTime() - other.recordedAt.getTime();
  return order === 0 ? one.id > other.id : order > 0;
}
